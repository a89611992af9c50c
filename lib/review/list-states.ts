import type { Actor } from '#lib/access/actor.ts'
import { listRevisions, type RevisionSummary } from '#lib/authoring/list-revisions.ts'
import { readTranslation } from '#lib/authoring/read-translation.ts'
import type { Istok } from '../istok.ts'
import { namePeople } from './name-people.ts'

/** A state in the history of a translation that can be compared with any other. */
export interface StateEntry extends Omit<RevisionSummary, 'createdBy'> {
  author: string
}

export interface History {
  /** The draft: who changed it last and when, and the version to restore over. */
  draft: { author: string; updatedAt: number; version: number; isChanged: boolean }
  /** Published states, the newest first. */
  revisions: StateEntry[]
  nextCursor: string | null
}

/** The states of a translation with the names of those who made them. Throws unauthenticated, forbidden (needs write or read:internal), not_found. */
export async function listStates(
  istok: Istok,
  actor: Actor,
  place: { articleId: string; locale: string; cursor?: string | null },
): Promise<History> {
  const draft = await readTranslation(istok, actor, place)
  const { items, nextCursor } = await listRevisions(istok, actor, { ...place, limit: 100 })
  const names = namePeople(istok.database.reader.orm, [draft.updatedBy, ...items.map(({ createdBy }) => createdBy)])
  return {
    draft: {
      author: names.get(draft.updatedBy) ?? '',
      updatedAt: draft.updatedAt,
      version: draft.version,
      isChanged: draft.status !== 'published',
    },
    revisions: items.map(({ createdBy, ...revision }) => ({ ...revision, author: names.get(createdBy) ?? createdBy })),
    nextCursor,
  }
}
