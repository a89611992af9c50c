import type { Istok } from './istok.ts'

const place = Symbol.for('istok')

/** Makes `opened` the process's own, for the modules that Next loads a second time. */
export function shareIstok(opened: Istok): void {
  Reflect.set(globalThis, place, opened)
}

/** The process's own Istok, as shared by `server.ts`. Throws an Error when no server has been started in this process. */
export function sharedIstok(): Istok {
  const shared = Reflect.get(globalThis, place) as Istok | undefined
  if (!shared) throw new Error('Istok is not open in this process: start it with server.ts')
  return shared
}
