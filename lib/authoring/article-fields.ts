import { channelKinds } from '#lib/compile/channels.ts'
import { slugSchema } from '#lib/document/slug-schema.ts'
import type { Audience } from '#lib/document/types.ts'
import { type FieldError, IstokError } from '../errors.ts'

/** What an editor says about an article beside its text. A field that is not given stays, or has the value in brackets when the article is new. */
export interface ArticleFields {
  slug?: string
  /** Slug of a category that exists (null). */
  category?: string | null
  /** Slugs; a tag is made when it is first used ([]). */
  tags?: string[]
  /** (public) */
  audience?: Audience
  /** Channel kinds in which the article exists; null: all (null). */
  channels?: string[] | null
  owner?: string | null
  reviewEveryDays?: number | null
  /** Where an import took it from; unique. */
  sourceId?: string | null
  /** Front matter of the source that Istok gives no meaning to. */
  metadata?: Record<string, unknown>
}

const limits = { tags: 50, text: 200, sourceId: 500, days: 3650 } as const

/** Passes when every given field can be stored. Throws invalid with each place named. */
export function requireArticleFields(fields: ArticleFields): void {
  const errors: FieldError[] = []
  const refuse: Refuse = (pointer, message, reason) => errors.push({ pointer, message, ...reason })
  if (fields.slug !== undefined) refuseSlug('/slug', fields.slug, refuse)
  if (fields.tags && fields.tags.length > limits.tags)
    refuse('/tags', `has at most ${limits.tags} entries`, { reason: 'too-many', arguments: { maximum: limits.tags } })
  fields.tags?.forEach((tag, index) => {
    refuseSlug(`/tags/${index}`, tag, refuse)
  })
  if (fields.audience !== undefined && fields.audience !== 'public' && fields.audience !== 'internal') {
    refuse('/audience', 'is public or internal', { reason: 'not-one-of', arguments: { values: 'public, internal' } })
  }
  if (fields.channels?.length === 0)
    refuse('/channels', 'names at least one channel; null means all', { reason: 'too-few', arguments: { minimum: 1 } })
  fields.channels?.forEach((kind, index) => {
    const values = channelKinds.join(', ')
    if (!channelKinds.some(known => known === kind))
      refuse(`/channels/${index}`, `is one of ${values}`, { reason: 'not-one-of', arguments: { values } })
  })
  if (fields.owner && fields.owner.length > limits.text)
    refuse('/owner', `has at most ${limits.text} characters`, { reason: 'too-long', arguments: { maximum: limits.text } })
  const days = fields.reviewEveryDays
  if (days != null && !(Number.isInteger(days) && days >= 1 && days <= limits.days))
    refuse('/reviewEveryDays', `is 1 to ${limits.days}`, { reason: 'between', arguments: { minimum: 1, maximum: limits.days } })
  if (fields.sourceId && fields.sourceId.length > limits.sourceId)
    refuse('/sourceId', `has at most ${limits.sourceId} characters`, { reason: 'too-long', arguments: { maximum: limits.sourceId } })
  if (errors.length > 0) throw new IstokError('invalid', 'The article cannot be saved like this', { errors: errors.slice(0, 50) })
}

type Refuse = (pointer: string, message: string, reason: Pick<FieldError, 'reason' | 'arguments'>) => void

function refuseSlug(pointer: string, slug: string, refuse: Refuse): void {
  const parsed = slugSchema.safeParse(slug)
  if (!parsed.success) refuse(pointer, parsed.error.issues[0]?.message ?? 'is not a slug', { reason: 'slug-form' })
}
