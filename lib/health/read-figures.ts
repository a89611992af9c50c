import { statSync } from 'node:fs'
import { max } from 'drizzle-orm'
import { feed, release } from '#db/schema/releases.ts'
import type { Istok } from '../istok.ts'

/** Numbers by which an operator sees how large the base is and whether it moves. Sizes in bytes. */
export interface Figures {
  release: number
  feedSeq: number
  databaseBytes: number
  walBytes: number
}

/** The figures of now. Throws nothing: a file that is not there has no bytes. */
export function readFigures({ database }: Istok): Figures {
  const { orm } = database.reader
  const newest = orm
    .select({ number: max(release.number) })
    .from(release)
    .get()
  const last = orm
    .select({ seq: max(feed.seq) })
    .from(feed)
    .get()
  return {
    release: newest?.number ?? 0,
    feedSeq: last?.seq ?? 0,
    databaseBytes: sizeOf(database.file),
    walBytes: sizeOf(`${database.file}-wal`),
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
