import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { nextDue, runDue } from './run-due.ts'

/** Longest sleep in milliseconds: another process may schedule something nearer. */
const longestSleep = 500

/** Keeps the clock's promises: what is due is released within the second. Returns a function that stops it and resolves when a running release is done. */
export function startScheduler(istok: Istok): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<unknown> = Promise.resolve()
  const tick = () => {
    running = runDue(istok)
      .then(() => sleep(istok))
      .catch(error => {
        istok.log.error({ err: error }, 'the scheduler failed and will try again')
        return longestSleep
      })
      .then(milliseconds => {
        if (!stopped) timer = setTimeout(tick, milliseconds)
      })
  }
  tick()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}

function sleep(istok: Istok): number {
  const due = nextDue(istok)
  return due === null ? longestSleep : Math.max(5, Math.min(longestSleep, due - now()))
}
