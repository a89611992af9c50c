import { z } from '@hono/zod-openapi'
import { shownInstant } from './shapes.ts'

/** What the routes of reviews and remarks say. */

export const reviewState = z.enum(['open', 'approved', 'rejected', 'withdrawn', 'superseded'])
const person = z.object({ id: z.string(), name: z.string() })

const reviewFields = {
  id: z.string(),
  articleId: z.string(),
  locale: z.string(),
  slug: z.string(),
  title: z.string(),
  state: reviewState,
  hash: z.string().openapi({ description: 'Of content and published metadata; an approval holds for this hash only' }),
  note: z.string(),
  requestedAt: shownInstant,
  requestedBy: person,
  decidedAt: shownInstant.nullable(),
  decidedBy: person.nullable(),
  reason: z.string().nullable(),
  isCurrent: z.boolean().openapi({ description: 'false: the draft was changed after it had been sent' }),
  authors: z.array(person).openapi({ description: 'Who changed the draft since it was last approved' }),
  obstacle: z.enum(['not-an-approver', 'own-change']).nullable().openapi({ description: 'What keeps the caller from approving it' }),
}
export const reviewSchema = z.object(reviewFields).openapi('Review')
export const reviewWithContentSchema = z
  .object({
    ...reviewFields,
    content: z.record(z.string(), z.unknown()),
    metadata: z.record(z.string(), z.unknown()),
    previous: z.string().nullable(),
  })
  .openapi('ReviewWithContent')

export const commentSchema = z
  .object({
    id: z.string(),
    articleId: z.string(),
    locale: z.string(),
    reviewId: z.string().nullable(),
    path: z.string(),
    quote: z.string(),
    text: z.string(),
    author: person,
    createdAt: shownInstant,
    resolvedAt: shownInstant.nullable(),
    resolvedBy: person.nullable(),
    place: z.object({ path: z.string(), state: z.enum(['found', 'moved', 'orphaned']) }),
    replies: z.array(z.object({ id: z.string(), text: z.string(), author: person, createdAt: shownInstant })),
  })
  .openapi('Comment')
