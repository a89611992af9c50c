import { and, eq } from 'drizzle-orm'
import { media, translation } from '#db/schema/content.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { articlesWith } from './article-rights.ts'
import { readUsage } from './read-usage.ts'
import { contentWithPicture, type PicturePlan, withPicture } from './with-picture.ts'
import { findSnippet, writeSnippet } from './write-snippet.ts'
import { writeTranslation } from './write-translation.ts'

/** Ids of articles and keys of snippets whose drafts changed; `refused`: slugs and keys that the actor may not write. */
export interface ChangedPicture {
  articles: string[]
  snippets: string[]
  refused: string[]
}

/**
 * Changes a picture in the drafts of every article and snippet in which it stands, in one transaction; live answers follow when these are published. Throws
 * forbidden (needs write), not_found, invalid (`into` is unknown or the same; nothing to change).
 */
export async function changePicture(istok: Istok, actor: Actor, { id, plan }: { id: string; plan: PicturePlan }): Promise<ChangedPicture> {
  requireSomewhere(actor, 'write')
  requirePicturePlan(istok, id, plan)
  return write(istok.database, async tx => {
    const { drafts, snippets } = readUsage(tx.orm, 'media', id)
    const direct = drafts.filter(({ via }) => via === null)
    const mine = articlesWith(
      tx.orm,
      actor,
      'write',
      direct.map(({ articleId }) => articleId),
    )
    const changed: ChangedPicture = { articles: [], snippets: [], refused: [] }
    for (const { articleId, locale, slug } of direct) {
      if (!mine.has(articleId)) changed.refused.push(slug)
      else if (await changeDraft(tx, actor, { articleId, locale }, id, plan)) changed.articles.push(articleId)
      await tx.pause()
    }
    for (const key of snippets.filter(({ state }) => state === 'draft').map(one => one.key)) {
      if (!actor.scopes.has('write')) changed.refused.push(key)
      else if (await changeSnippet(tx, actor, key, id, plan)) changed.snippets.push(key)
    }
    const once = { articles: [...new Set(changed.articles)], snippets: changed.snippets, refused: [...new Set(changed.refused)] }
    await recordAudit(tx, actor, 'media.replaced', `media:${id}`, {
      ...plan,
      articles: once.articles.length,
      snippets: once.snippets.length,
    })
    return once
  })
}

/** Passes when the plan changes something that can be changed. Throws not_found, invalid. */
export function requirePicturePlan({ database }: Istok, id: string, { alts = {}, into }: PicturePlan): void {
  const find = (one: string) => database.reader.orm.select({ id: media.id }).from(media).where(eq(media.id, one)).get()
  if (!find(id)) throw new IstokError('not_found', `There is no picture "${id}"`)
  const refuse = (pointer: string, message: string, reason: string) =>
    new IstokError('invalid', 'The picture cannot be changed like this', {
      errors: [{ pointer, message, reason, arguments: { value: into ?? '' } }],
    })
  if (into === id) throw refuse('/into', 'is the picture itself', 'same-place')
  if (into !== undefined && !find(into)) throw refuse('/into', `there is no picture "${into}"`, 'missing')
  if (into === undefined && Object.values(alts).every(alt => alt.trim() === '')) throw refuse('/alts', 'say what is to change', 'empty')
}

async function changeDraft(tx: Transaction, actor: Actor, place: { articleId: string; locale: string }, id: string, plan: PicturePlan) {
  const row = await tx.orm
    .select()
    .from(translation)
    .where(and(eq(translation.articleId, place.articleId), eq(translation.locale, place.locale)))
    .get()
  if (!row) return false
  const { title, shortAnswer, questions, document, variations } = row
  const content = contentWithPicture({ title, shortAnswer, questions, document, variations }, id, plan, place.locale)
  return (await writeTranslation(tx, actor, place, content, row.version)).outcome !== 'unchanged'
}

async function changeSnippet(tx: Transaction, actor: Actor, key: string, id: string, plan: PicturePlan) {
  const row = await findSnippet(tx.orm, key)
  if (!row) return false
  const documents = Object.entries(row.documents).map(([locale, one]) => [locale, withPicture(one, id, plan, locale)])
  const snippet = { key, title: row.title, documents: Object.fromEntries(documents) }
  return (await writeSnippet(tx, actor, snippet, row.version)).outcome !== 'unchanged'
}
