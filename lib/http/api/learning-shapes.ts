import { z } from '@hono/zod-openapi'
import { slugFromTitle } from '#lib/document/slug.ts'
import { audience } from './authoring-shapes.ts'
import { channelName, idText, localeName, pageOf, pageQuery, shownInstant, slugName } from './shapes.ts'

/** What the lists of wordings and gaps take and say. */

const articleName = z.object({ articleId: z.string(), slug: z.string(), titles: z.record(z.string(), z.string()) })
const likelyName = articleName.extend({ probability: z.number() })
const counts = z.record(z.string(), z.int())

export const wordingsQuery = pageQuery.extend({
  state: z.enum(['open', 'attached', 'rejected']).default('open'),
  locale: localeName.optional(),
  channel: channelName.optional(),
  q: z.string().max(200).optional(),
})
const wordingSchema = z
  .object({
    id: z.string(),
    locale: z.string(),
    text: z.string(),
    state: z.enum(['open', 'attached', 'rejected']),
    firstAt: shownInstant,
    lastAt: shownInstant,
    gapId: z.string().nullable(),
    times: z.int(),
    people: z.int(),
    channels: counts,
    outcomes: counts,
    uncertainty: z.number().openapi({ description: '0 to 1; the higher, the more can be learned from attaching it' }),
    likely: z.array(likelyName),
    article: articleName.nullable(),
    effect: z
      .object({
        release: z.int().nullable(),
        status: z.enum(['answered', 'clarify', 'unanswered']),
        isRight: z.boolean(),
        confidence: z.number(),
      })
      .nullable()
      .openapi({ description: 'Of an attached one: the question asked again, now' }),
  })
  .openapi('Wording')
export const wordingPage = pageOf(wordingSchema).extend({
  isComplete: z.boolean().openapi({ description: 'false: articles are still being learned, and whoever asks again gets a better order' }),
})
export const wordingAttachment = z.strictObject({
  articleId: idText,
  text: z.string().min(1).max(300).optional().openapi({ description: 'In other words than it was heard' }),
  publish: z.boolean().default(false).openapi({ description: 'At once; only where the article’s draft has no other changes' }),
})
export const attachedSchema = z
  .object({
    articleId: z.string(),
    locale: z.string(),
    added: z.array(z.string()),
    version: z.int(),
    release: z.int().nullable().openapi({ description: 'null: customers see it after the next release of this article' }),
  })
  .openapi('Attached')

export const gapsQuery = pageQuery.extend({
  state: z.enum(['open', 'dismissed', 'closed']).default('open'),
  locale: localeName.optional(),
  channel: channelName.optional(),
  q: z.string().max(200).optional(),
})
const gapFields = {
  id: z.string(),
  locale: z.string(),
  state: z.enum(['open', 'dismissed', 'closed']),
  title: z.string(),
  wordings: z.array(z.object({ id: z.string(), text: z.string(), times: z.int(), people: z.int(), lastAt: shownInstant })),
  dropped: z.int().openapi({ description: 'How many of the failures were asked back, and nobody chose what was offered' }),
  hidden: z.int().openapi({ description: 'Wordings that are counted and not shown: they hold masked personal data of one person' }),
  times: z.int(),
  people: z.int(),
  channels: counts,
  firstAt: shownInstant,
  lastAt: shownInstant,
  trend: z.array(z.int()).openapi({ description: 'Failures a day, the last 28 days, the oldest first' }),
  weight: z.number(),
  articleId: z.string().nullable(),
  article: articleName.nullable(),
  closedRelease: z.int().nullable(),
  closedAt: shownInstant.nullable(),
  more: z.int().openapi({ description: 'Wordings that may be shown and are not listed here' }),
  fall: z
    .object({ days: z.int(), before: z.int(), after: z.int(), isComplete: z.boolean() })
    .nullable()
    .openapi({ description: 'isComplete: as many days have passed since the release as are counted before it' }),
}
export const gapSchema = z.object(gapFields).openapi('Gap')
export const gapDetailSchema = z.object({ ...gapFields, nearest: z.array(likelyName) }).openapi('GapDetail')
export const gapArticle = z.strictObject({
  title: z.string().min(1).max(200).optional(),
  slug: slugName.optional().openapi({ example: slugFromTitle('Как открыть вклад') }),
  category: slugName.nullable().optional(),
  audience: audience.optional(),
})
export const gapAttachment = z.strictObject({
  articleId: idText,
  wordings: z.array(idText).min(1).max(100).optional(),
  publish: z.boolean().default(false),
})
