import type { Outcome } from '#db/schema/learning.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { droppedWeight, isFailure } from './failures.ts'
import { isShareable } from './read-hearings.ts'
import type { GapRow } from './read-wording.ts'

export const day = 24 * 3_600_000
/** Days of the trend. */
export const trendDays = 28
/** After so many days a failure weighs half. */
export const halfLife = 14
/** What a failure weighs by where it happened: on the phone the customer heard nothing and hung up; an operator can help himself. */
export const channelWeights: Record<string, number> = { ivr: 1.5, operator: 0.8, agent: 0.5 }

/** A wording within a gap. */
export interface GapWording {
  id: string
  text: string
  /** Failures. */
  times: number
  people: number
  lastAt: number
}

/** How often a question found no answer before and after the release that was to answer it, in windows of the same length. */
export interface Fall {
  days: number
  before: number
  after: number
  /** Whether the window after the release is over: until then fewer does not mean that it fell. */
  isComplete: boolean
}

/** Questions that ask for the same and found no answer. Times in milliseconds since the epoch. */
export interface Gap {
  id: string
  locale: string
  state: 'open' | 'dismissed' | 'closed'
  /** Its most frequent wording that may be shown, rather one in which nothing is masked; empty: none may be. */
  title: string
  wordings: GapWording[]
  /** Wordings that are counted and not shown: they hold masked personal data of one person. */
  hidden: number
  /** Failures ever, how many of these were asked back and left, and people. */
  times: number
  dropped: number
  people: number
  channels: Record<string, number>
  firstAt: number
  lastAt: number
  /** Failures a day, the last 28 days, the oldest first. */
  trend: number[]
  /** By count, recency and channel; gaps are listed by it. */
  weight: number
  articleId: string | null
  closedRelease: number | null
  closedAt: number | null
  fall: Fall | null
}

interface Row {
  gapId: string
  id: string
  text: string
  private: 0 | 1
  at: number
  channel: string
  outcome: Outcome
  person: string
  times: number
}

/** Gaps with everything that was heard of them, the heaviest first. */
export function readGaps(istok: Istok, rows: readonly GapRow[]): Gap[] {
  const heard = istok.database.reader.sqlite
    .prepare(
      `SELECT w.gap_id AS gapId, w.id, w.text, w.private, h.at, h.channel, h.outcome, h.person, h.times FROM wording w JOIN hearing h ON h.wording_id = w.id
       WHERE w.gap_id IN (SELECT value FROM json_each(?)) AND ${isFailure}`,
    )
    .all(JSON.stringify(rows.map(({ id }) => id))) as Row[]
  const byGap = Map.groupBy(heard, ({ gapId }) => gapId)
  return rows.map(row => presentGap(row, byGap.get(row.id) ?? [])).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
}

function presentGap(row: GapRow, heard: Row[]): Gap {
  const { id, locale, state, articleId, closedRelease, closedAt } = row
  const instant = now()
  const all = [...Map.groupBy(heard, one => one.id).values()].map(readWording)
  const shown = all
    .filter(({ isPrivate, people }) => isShareable(isPrivate, people))
    .sort((a, b) => Number(a.isPrivate) - Number(b.isPrivate) || b.times - a.times || b.lastAt - a.lastAt)
  const channels: Record<string, number> = {}
  const trend = Array.from({ length: trendDays }, () => 0)
  let weight = 0
  for (const { at, times, channel, outcome } of heard) {
    channels[channel] = (channels[channel] ?? 0) + times
    const age = (instant - at) / day
    const share = (channelWeights[channel] ?? 1) * (outcome === 'clarify' ? droppedWeight : 1)
    weight += times * share * 0.5 ** (age / halfLife)
    const place = trendDays - 1 - Math.floor(age)
    if (place >= 0 && place < trendDays) trend[place]! += times
  }
  return {
    ...{ id, locale, state: state === 'merged' ? 'open' : state, articleId, closedRelease, closedAt, channels, trend },
    title: shown[0]?.text ?? '',
    wordings: shown.map(({ isPrivate: _, ...one }) => one),
    hidden: all.length - shown.length,
    times: sum(heard),
    dropped: sum(heard.filter(({ outcome }) => outcome === 'clarify')),
    people: new Set(heard.map(({ person }) => person)).size,
    firstAt: heard.reduce((least, { at }) => Math.min(least, at), row.createdAt),
    lastAt: heard.reduce((latest, { at }) => Math.max(latest, at), 0),
    weight: Math.round(weight * 100) / 100,
    fall: closedAt === null ? null : fallOf(heard, closedAt, instant),
  }
}

function readWording(heard: Row[]): GapWording & { isPrivate: boolean } {
  const { id, text, private: isPrivate } = heard[0]!
  const people = new Set(heard.map(({ person }) => person)).size
  return { id, text, isPrivate: isPrivate === 1, times: sum(heard), people, lastAt: Math.max(...heard.map(({ at }) => at)) }
}

function fallOf(heard: Row[], closedAt: number, instant: number): Fall {
  const span = Math.min(Math.max(instant - closedAt, day), trendDays * day)
  const before = sum(heard.filter(({ at }) => at < closedAt && at >= closedAt - span))
  const after = sum(heard.filter(({ at }) => at >= closedAt && at <= closedAt + span))
  return { days: Math.round(span / day), before, after, isComplete: instant >= closedAt + span }
}

function sum(heard: readonly Row[]): number {
  return heard.reduce((total, { times }) => total + times, 0)
}
