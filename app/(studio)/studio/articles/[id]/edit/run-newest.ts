export interface NewestRunner<T> {
  /** Wants this done after `rest` milliseconds without another wish; what was wanted before and has not begun is dropped. */
  want(value: T, rest: number): void
  /** Drops what is wanted and aborts what runs. */
  stop(): void
}

/** Milliseconds since something was done to its end after which what runs is left in peace, so that a slow server shows something while somebody types on. */
const patience = 1000

/**
 * Does the newest of what is wanted, one at a time: what is being done for an older wish is aborted, or done to its end when nothing was for a second. `run`
 * returns milliseconds after which it wants to be tried again, or null.
 */
export function runNewest<T>(run: (value: T, signal: AbortSignal) => Promise<number | null>): NewestRunner<T> {
  const ending = new AbortController()
  let next: { value: T } | null = null
  let running: AbortController | null = null
  let doneAt = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function begin() {
    if (running || next === null || ending.signal.aborted) return
    const { value } = next
    next = null
    const own = new AbortController()
    running = own
    const again = await run(value, AbortSignal.any([ending.signal, own.signal]))
    running = null
    if (!own.signal.aborted) doneAt = performance.now()
    if (ending.signal.aborted) return
    if (next !== null) void begin()
    else if (again !== null) later(value, again)
  }
  function later(value: T, ms: number) {
    clearTimeout(timer)
    timer = setTimeout(() => {
      next = { value }
      if (performance.now() - doneAt < patience) running?.abort()
      void begin()
    }, ms)
  }
  return {
    want: later,
    stop() {
      clearTimeout(timer)
      ending.abort()
    },
  }
}
