import type { Browser, Page } from '@playwright/test'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  dur?: number
  args: { name?: string }
}

/** Milliseconds that the main thread of a page was at work (scripts, style, layout, paint) while something ran, from a trace of Chromium. */
export async function mainThreadTime(browser: Browser, page: Page, run: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline', '__metadata'] })
  await run()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const tasks = traceEvents.filter(({ name, ph }) => name === 'RunTask' && ph === 'X')
  // Of the renderers' main threads the one that did the most is the page's.
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
  const sums = mains.map(main =>
    tasks.filter(({ pid, tid }) => pid === main.pid && tid === main.tid).reduce((sum, { dur = 0 }) => sum + dur / 1000, 0),
  )
  return Math.max(0, ...sums)
}
