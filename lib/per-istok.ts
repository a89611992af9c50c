import type { Istok } from './istok.ts'

/** Keeps one thing per opened Istok, made when it is first asked for; the same one also for modules that Next loads a second time. */
export function perIstok<Thing>(name: string, open: (istok: Istok) => Thing): (istok: Istok) => Thing {
  const place = Symbol.for(`istok.${name}`)
  const known = (Reflect.get(globalThis, place) as WeakMap<Istok, Thing> | undefined) ?? new WeakMap<Istok, Thing>()
  Reflect.set(globalThis, place, known)
  return istok => {
    const found = known.get(istok)
    if (found !== undefined) return found
    const opened = open(istok)
    known.set(istok, opened)
    return opened
  }
}
