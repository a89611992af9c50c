import { now } from '../../clock.ts'

/** Failures within `window` milliseconds that open it, and how long it stays open before one request may try. */
const most = 3
const window = 10_000
const rest = 15_000

/** Keeps requests away from what does not answer: after a few failures nobody waits for it until one try succeeds. */
export interface Breaker {
  state: 'closed' | 'open'
  /** Runs `work`, or throws at once while the breaker is open. */
  run<T>(work: () => Promise<T>): Promise<T>
}

export function openBreaker(): Breaker {
  let failures: number[] = []
  let openUntil = 0
  let isTrying = false
  return {
    get state() {
      return openUntil > 0 ? 'open' : 'closed'
    },
    async run(work) {
      if (openUntil > 0 && ((now() < openUntil && openUntil - now() <= rest) || isTrying))
        throw new Error('Meilisearch is not asked for a while')
      isTrying = openUntil > 0
      try {
        const result = await work()
        failures = []
        openUntil = 0
        return result
      } catch (error) {
        failures = [...failures.filter(at => now() - at < window), now()]
        if (openUntil > 0 || failures.length >= most) openUntil = now() + rest
        throw error
      } finally {
        isTrying = false
      }
    },
  }
}
