import { readNames } from '#lib/access/read-names.ts'
import type { Istok } from '../istok.ts'

/** What every published state of a fact or a snippet says about itself. Times in milliseconds since the epoch. */
export interface KeyRevision {
  number: number
  createdAt: number
  /** Id of whoever released it. */
  createdBy: string
  /** Name of whoever released it. */
  by: string
  isLive: boolean
  /** The releases that made it live, oldest first. */
  releases: number[]
}

/** Rows of published states with names and releases, in their order. `published` by release. */
export async function presentKeyRevisions<Row extends { id: number; key: string; number: number; createdAt: number; createdBy: string }>(
  istok: Istok,
  rows: Row[],
  liveRevision: number | null,
  published: { revision: number | null; release: number }[],
): Promise<(Omit<Row, 'id' | 'key'> & KeyRevision)[]> {
  const releases = Map.groupBy(published, ({ revision }) => revision)
  const names = await readNames(
    istok,
    rows.map(row => row.createdBy),
  )
  return rows.map(({ id: _, key: _key, ...row }) => ({
    ...row,
    by: names[row.createdBy] ?? row.createdBy,
    isLive: row.number === liveRevision,
    releases: (releases.get(row.number) ?? []).map(({ release }) => release),
  }))
}
