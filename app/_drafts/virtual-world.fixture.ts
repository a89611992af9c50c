import type { Ask } from './translation-port.ts'

/** What becomes of a request on its way. */
export type Fate = 'answered' | 'never-sent' | 'answer-lost' | 'signed-out' | 'unavailable'

interface Waiting {
  run(): Promise<void>
}

/** For tests: a clock that stands still until it is moved, and a network whose requests wait until they are delivered, in any order and with any fate. */
export function openVirtualWorld(request: (method: string, path: string, call: Parameters<Ask>[2]) => Promise<Response>) {
  let time = Date.parse('2026-11-22T10:00:00Z')
  let timers: { at: number; run: () => void }[] = []
  const network: Waiting[] = []
  const ask = (fateOf: () => Fate): Ask => {
    return (method, path, call) =>
      new Promise((resolve, reject) => {
        const run = async () => {
          const fate = fateOf()
          if (fate === 'never-sent') return reject(new TypeError('Failed to fetch'))
          if (fate === 'signed-out') return resolve(Response.json({ status: 401, code: 'unauthenticated' }, { status: 401 }))
          if (fate === 'unavailable') return resolve(Response.json({ status: 503, code: 'internal' }, { status: 503 }))
          const response = await request(method, path, call)
          if (fate === 'answer-lost') reject(new TypeError('Failed to fetch'))
          else resolve(response)
        }
        network.push({ run })
      })
  }
  return {
    ask,
    now: () => time,
    later(ms: number, run: () => void) {
      const timer = { at: time + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter(other => other !== timer)
      }
    },
    /** Moves the clock; what is due goes off in its order. */
    async pass(ms: number) {
      const end = time + ms
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter(other => other !== next)
        time = Math.max(time, next.at)
        next.run()
        await breathe()
      }
      time = end
    },
    waiting: () => network.length,
    /** Delivers one request that waits. */
    async deliver(index = 0) {
      const [request] = network.splice(index % Math.max(1, network.length), 1)
      await request?.run()
      await breathe()
    },
    /** A tab was closed: nobody hears the answers to what is on its way, but it arrives. */
    async deliverAll() {
      while (network.length > 0) {
        const [request] = network.splice(0, 1)
        await request?.run()
        await breathe()
      }
    },
  }
}

/** Lets promises and the store in memory do what they have begun. */
export async function breathe(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await new Promise(resolve => setImmediate(resolve))
}
