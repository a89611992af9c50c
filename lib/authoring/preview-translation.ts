import { eq } from 'drizzle-orm'
import { category } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { assembleRendition, stampRendition } from '#lib/compile/assemble-rendition.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import { compileChannel } from '#lib/compile/compile-channel.ts'
import type { ChannelKind, CompiledChannel, Loss, ProfileOutput, Rendition, Source } from '#lib/compile/types.ts'
import { newViewCache } from '#lib/compile/view.ts'
import { spellContent } from '#lib/document/content.ts'
import { encoder } from '#lib/encoder.ts'
import { now } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { TranslationContent } from './content.ts'
import { requireDrafts } from './require-drafts.ts'
import { resolveDraft } from './resolve-draft.ts'
import { type ArticleRow, readArticleRow } from './write-article.ts'
import { readTranslationRow } from './write-translation.ts'

export interface Preview {
  channel: ChannelKind
  /** The reply that a release would store, with `release`, `revision` and times null; null: the article does not exist in this channel. */
  rendition: Record<string, unknown> | null
  profiles: Record<string, ProfileOutput>
  size: Rendition['size'] | null
  losses: Loss[]
}

/**
 * What a channel would say if the draft were published now, and what it could not say. Compiled by the release's own compiler, stored nowhere. Throws forbidden
 * (needs write or read:internal), not_found (article, translation, channel).
 */
export async function previewTranslation(
  istok: Istok,
  actor: Actor,
  input: { articleId: string; locale: string; channel: string },
): Promise<Preview> {
  requireDrafts(actor)
  const kind = channelKinds.find(known => known === input.channel)
  if (kind === undefined) throw new IstokError('not_found', `There is no channel "${input.channel}"`)
  const { orm } = istok.database.reader
  const article = await readArticleRow(orm, input.articleId)
  const source = await sourceOf(istok, article, input.locale, await readTranslationRow(orm, input))
  return present(istok, source, kind, compileChannel(source, resolveDraft(istok, source, now()), kind))
}

/**
 * What every channel would say if `content`, which nobody saved yet, were the draft and published now; in the order of channelKinds. The translation need not
 * exist. Stores nothing. Throws forbidden (needs write or read:internal), not_found (article).
 */
export async function previewContent(
  istok: Istok,
  actor: Actor,
  input: { articleId: string; locale: string; content: TranslationContent },
): Promise<Preview[]> {
  requireDrafts(actor)
  const article = await readArticleRow(istok.database.reader.orm, input.articleId)
  const source = await sourceOf(istok, article, input.locale, spellContent(input.content))
  const resolution = resolveDraft(istok, source, now())
  const cache = newViewCache()
  return channelKinds.map(kind => present(istok, source, kind, compileChannel(source, resolution, kind, cache)))
}

function present(istok: Istok, source: Source, channel: ChannelKind, { rendition, losses }: CompiledChannel): Preview {
  if (rendition === null) return { channel, rendition, profiles: {}, size: null, losses }
  const assembled = assembleRendition(source, rendition, istok.env.publicUrl, encoder)
  const body = stampRendition(assembled, { release: null, revision: null, publishedAt: null, validUntil: null }, encoder)
  return { channel, rendition: JSON.parse(body.toString()), profiles: rendition.profiles, size: rendition.size, losses }
}

async function sourceOf(istok: Istok, article: ArticleRow, locale: string, content: TranslationContent): Promise<Source> {
  const { title, shortAnswer, questions, document, variations } = content
  const { id: articleId, slug, categoryId, tags, audience, channels } = article
  const found =
    categoryId === null
      ? undefined
      : await istok.database.reader.orm.select({ slug: category.slug }).from(category).where(eq(category.id, categoryId)).get()
  const text = { title, shortAnswer, questions, document, variations }
  return { articleId, slug, locale, ...text, category: found?.slug ?? null, tags, audience, channels }
}
