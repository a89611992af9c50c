/** Long work in slices, of which one runs between two turns of the event loop however many works there are: requests wait for one of them, not for all. */
export interface Slices {
  /** Resolves when the next slice may run; not before so many milliseconds. */
  next(pause: number): Promise<void>
}

export function openSlices(): Slices {
  const waiting: (() => void)[] = []
  const run = () => {
    waiting.shift()?.()
    if (waiting.length > 0) setImmediate(run)
  }
  const line = (resolve: () => void) => {
    if (waiting.push(resolve) === 1) setImmediate(run)
  }
  return {
    next: pause => new Promise(resolve => void (pause > 0 ? setTimeout(line, pause, resolve) : line(resolve))),
  }
}
