import { sql } from 'drizzle-orm'
import { article } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import { readTag, readTagRow } from '#lib/authoring/write-tag.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { countUnpublished } from './count-unpublished.ts'
import { comparePlaces, type PlaceImpact, readLiveAnswers } from './placed-answers.ts'
import { requireOnePlan } from './require-one-plan.ts'

/** Another slug; or the tag that its articles get instead; or that it is deleted: one of the three. The names of a tag are the house's own, no channel says them. */
export interface TagPlan {
  slug?: string
  into?: string
  remove?: true
}

export interface TagImpact extends PlaceImpact {
  /** Articles that keep it from being deleted, as drafted and live; null: none, or it is not to be. */
  standing: { articles: number; live: number } | null
  /** By this tag the site finds the answer that says how to reach the house: with another one it is not found any more. */
  isContacts: boolean
}

/** Which answer says how to reach a person. */
const contactsTag = 'contacts'

/**
 * What would be said otherwise after a change of a tag: the tags of each live answer, in every channel that says it, when its article is published. Throws
 * forbidden (needs write or read:internal), not_found, invalid (`into` is unknown or the same, several plans at once).
 */
export async function readTagImpact(istok: Istok, actor: Actor, { slug, plan }: { slug: string; plan: TagPlan }): Promise<TagImpact> {
  requireDrafts(actor)
  requireOnePlan(plan, [['slug'], ['into'], ['remove']])
  const { orm } = istok.database.reader
  const { articles, live } = await readTag(orm, slug)
  const none = { articles: 0, translations: 0, channels: {}, draftsOnly: 0, unpublished: 0, items: [], standing: null }
  const goal = plan.into ?? plan.slug ?? slug
  if (plan.remove) return { ...none, seen: 'nothing', isContacts: false, standing: articles + live > 0 ? { articles, live } : null }
  if (plan.into !== undefined) await requireOther(istok, slug, plan.into)
  if (goal === slug) return { ...none, seen: 'nothing', isContacts: false }
  const drafted = sql`SELECT id FROM article WHERE deleted_at IS NULL AND EXISTS (SELECT 1 FROM json_each(article.tags) AS one WHERE one.value = ${slug})`
  const answers = readLiveAnswers(orm, sql`t.article_id IN (${drafted})`)
  const drafts = orm.select({ id: article.id, tags: article.tags }).from(article).where(sql`${article.id} IN (${drafted})`).all()
  const tagsOf = new Map(drafts.map(({ id, tags }) => [id, [...new Set(tags.map(one => (one === slug ? goal : one)))]]))
  const compared = comparePlaces(answers, ({ articleId, tags }) => ({ before: tags, after: tagsOf.get(articleId) ?? [] }))
  return {
    ...{ ...none, ...compared },
    seen: compared.translations > 0 ? 'with-release' : 'nothing',
    draftsOnly: articles - new Set(answers.map(({ articleId }) => articleId)).size,
    unpublished: countUnpublished(orm, drafted),
    isContacts: slug === contactsTag && live > 0,
  }
}

async function requireOther({ database }: Istok, slug: string, into: string): Promise<void> {
  const refuse = (message: string, reason: string) =>
    new IstokError('invalid', 'The tags cannot be made one', {
      errors: [{ pointer: '/into', message, reason, arguments: { value: into } }],
    })
  if (into === slug) throw refuse('is the tag itself', 'same-place')
  await readTagRow(database.reader.orm, into).catch(() => {
    throw refuse(`there is no tag "${into}"`, 'missing')
  })
}
