import type { Outcome } from '#db/schema/learning.ts'
import type { Istok } from '../istok.ts'

/** How often a wording was heard, and how it ended. */
export interface Tally {
  times: number
  /** Different people, as far as they can be told apart. */
  people: number
  channels: Record<string, number>
  outcomes: Partial<Record<Outcome, number>>
}

/** What was heard of some wordings, by their ids. */
export function readTallies({ database }: Istok, ids: readonly string[]): Map<string, Tally> {
  const { sqlite } = database.reader
  const list = JSON.stringify(ids)
  const rows = sqlite
    .prepare(
      `SELECT wording_id AS id, channel, outcome, sum(times) AS times FROM hearing WHERE wording_id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3`,
    )
    .all(list) as { id: string; channel: string; outcome: Outcome; times: number }[]
  const people = sqlite
    .prepare(
      'SELECT wording_id AS id, count(DISTINCT person) AS people FROM hearing WHERE wording_id IN (SELECT value FROM json_each(?)) GROUP BY 1',
    )
    .all(list) as { id: string; people: number }[]
  const tallies = new Map<string, Tally>(people.map(row => [row.id, { times: 0, people: row.people, channels: {}, outcomes: {} }]))
  for (const { id, channel, outcome, times } of rows) {
    const tally = tallies.get(id)
    if (!tally) continue
    tally.times += times
    tally.channels[channel] = (tally.channels[channel] ?? 0) + times
    tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + times
  }
  return tallies
}

/** The channel in which it was heard most. */
export function mainChannel({ channels }: Tally): string {
  return Object.entries(channels).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'website'
}

/** A wording from which something personal was masked is shown only once a second person used it: until then it could tell of the first. */
export function isShareable(isPrivate: boolean, people: number): boolean {
  return !isPrivate || people >= 2
}
