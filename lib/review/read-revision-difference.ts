import { and, desc, eq } from 'drizzle-orm'
import { publication } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { readRevision } from '#lib/authoring/read-revision.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import { readArticleRow } from '#lib/authoring/write-article.ts'
import type { Compared } from '#lib/difference/compare-contents.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { compareSides, type StateDifference } from './compare-sides.ts'
import { readDrafts } from './read-draft.ts'
import { emptySide, readDraftSide, readSaidSide, type Side } from './read-side.ts'

/** A state of a translation: a revision by its number, or the draft. */
export type State = number | 'draft'

interface Place {
  articleId: string
  locale: string
}

/**
 * What became of a translation between two states, with what every channel said and every fact was worth in the release that published each. `from` null: from
 * nothing. Throws unauthenticated, forbidden (needs write or read:internal), not_found.
 */
export async function readRevisionDifference(
  istok: Istok,
  actor: Actor,
  { from, to, ...place }: Place & { from: State | null; to: State },
): Promise<StateDifference> {
  requireDrafts(actor)
  await readArticleRow(istok.database.reader.orm, place.articleId)
  const before = from === null ? { content: null, side: emptySide() } : await readState(istok, actor, place, from)
  return compareSides(before, await readState(istok, actor, place, to))
}

async function readState(istok: Istok, actor: Actor, place: Place, state: State): Promise<{ content: Compared; side: Side }> {
  const { orm } = istok.database.reader
  if (state === 'draft') {
    const draft = readDrafts(orm, place.articleId).find(({ locale }) => locale === place.locale)
    if (!draft) throw new IstokError('not_found', `The article has no translation in "${place.locale}"`)
    return { content: draft, side: await readDraftSide(istok, actor, place, draft) }
  }
  const content = await readRevision(istok, actor, { ...place, number: state })
  const said = orm
    .select({ release: publication.release })
    .from(publication)
    .where(and(eq(publication.articleId, place.articleId), eq(publication.locale, place.locale), eq(publication.revision, state)))
    .orderBy(desc(publication.release))
    .limit(1)
    .get()
  return { content, side: said ? await readSaidSide(istok, place, content.metadata.slug, said.release) : emptySide() }
}
