import type { Istok } from '../istok.ts'

/** One tab in which somebody has an article open. Times in milliseconds since the epoch. */
export interface Attendance {
  /** Chosen by the tab. */
  tab: string
  actorId: string
  name: string
  locale: string
  openedAt: number
  /** Last sign of life. */
  seenAt: number
}

/** Milliseconds after its last sign of life until a tab counts as gone; tabs show themselves every 8 s, so two signs may be lost. */
export const absence = 25_000

/** Tabs that are remembered for one article: more are not shown, and nobody fills the memory. */
export const remembered = 100

const known = new WeakMap<Istok, Map<string, Map<string, Attendance>>>()

/** Who has which article open, by article and tab. In the memory of the process that serves the wire, and gone with it. */
export function presenceOf(istok: Istok): Map<string, Map<string, Attendance>> {
  let articles = known.get(istok)
  if (!articles) {
    articles = new Map()
    known.set(istok, articles)
  }
  return articles
}
