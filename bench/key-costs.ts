import type { Browser, Page } from '@playwright/test'

interface TraceEvent {
  name: string
  ph: string
  ts: number
  pid: number
  tid: number
  dur?: number
  /** Microseconds of `dur` that the thread had a processor. */
  tdur?: number
  args: { name?: string; data?: { type?: string } }
}

/** What the keys of a page cost, in milliseconds of its main thread. */
export interface KeyCosts {
  /** For each key: work from its arrival until the frame that shows it is handed to the compositor, whatever the work is for. */
  toFrame: number[]
  /** The same in processor time: without what server, drawing threads and the trace's writer took from two shared cores. */
  processor: number[]
  /** All work while keys were pressed, shared among them: also what follows a key later. */
  mean: number
  /** Of that, layout and style, by key. */
  layout: number
}

/** Traces a page while `press` presses `keys` keys. The trace itself costs about a tenth. */
export async function keyCosts(browser: Browser, page: Page, keys: number, press: () => Promise<void>): Promise<KeyCosts> {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline', '__metadata'] })
  await press()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const events = mainThreadOf(traceEvents)
  const tasks = events.filter(({ name }) => name === 'RunTask')
  const commits = events.filter(({ name }) => name === 'Commit')
  const arrivals = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown').map(({ ts }) => ts)
  const spans = arrivals.flatMap(at => {
    const from = tasks.find(task => task.ts <= at && endOf(task) > at)?.ts ?? at
    const commit = commits.find(({ ts }) => ts >= at)
    return commit ? [{ from, to: endOf(commit) }] : []
  })
  const laidOut = events.filter(({ name }) => name === 'Layout' || name === 'UpdateLayoutTree')
  return {
    toFrame: spans.map(({ from, to }) => workBetween(tasks, from, to)),
    processor: spans.map(({ from, to }) => workBetween(tasks, from, to, ({ dur = 0, tdur = dur }) => (dur > 0 ? tdur / dur : 1))),
    mean: sum(tasks) / keys,
    layout: sum(laidOut) / keys,
  }
}

/** Of the renderers' main threads the one that did the most is the page's. */
function mainThreadOf(events: TraceEvent[]): TraceEvent[] {
  const threads = events
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(thread => events.filter(({ pid, tid, ph }) => pid === thread.pid && tid === thread.tid && ph === 'X').sort((a, b) => a.ts - b.ts))
  const work = (thread: TraceEvent[]) => sum(thread.filter(({ name }) => name === 'RunTask'))
  return threads.sort((a, b) => work(b) - work(a))[0] ?? []
}

function workBetween(tasks: TraceEvent[], from: number, to: number, share: (task: TraceEvent) => number = () => 1): number {
  return tasks.reduce((total, task) => total + (share(task) * Math.max(0, Math.min(endOf(task), to) - Math.max(task.ts, from))) / 1000, 0)
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur
}

function sum(events: TraceEvent[]): number {
  return events.reduce((total, { dur = 0 }) => total + dur / 1000, 0)
}
