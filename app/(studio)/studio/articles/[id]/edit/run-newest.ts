export interface NewestRunner<T> {
  /** Wants this done after `rest` milliseconds without another wish; what was wanted before and has not begun is dropped. */
  want(value: T, rest: number): void
  /** Drops what is wanted and aborts what runs. */
  stop(): void
}

/** Does the newest of what is wanted, one at a time: a wish that comes while one is being done follows it at once. `run` returns milliseconds after which it wants to be tried again, or null. */
export function runNewest<T>(run: (value: T, signal: AbortSignal) => Promise<number | null>): NewestRunner<T> {
  const ending = new AbortController()
  let next: { value: T } | null = null
  let isRunning = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function begin() {
    if (isRunning || next === null || ending.signal.aborted) return
    const { value } = next
    next = null
    isRunning = true
    const again = await run(value, ending.signal)
    isRunning = false
    if (ending.signal.aborted) return
    if (next !== null) void begin()
    else if (again !== null) later(value, again)
  }
  function later(value: T, ms: number) {
    clearTimeout(timer)
    timer = setTimeout(() => {
      next = { value }
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
