import { z } from '@hono/zod-openapi'
import { factTypes } from '#lib/document/facts.ts'
import { cursorQuery, instant, limitQuery, localeName, shownInstant, slugName } from './shapes.ts'

/** What delivery takes and says. */

export const answerQuery = z
  .strictObject({
    locale: localeName.optional().openapi({ description: 'Default: the organisation’s first language' }),
    profile: z.string().max(40).optional().openapi({ example: 'telegram.html' }),
    release: z.coerce.number().int().min(1).max(1e9).optional().openapi({ type: 'integer', minimum: 1 }),
    at: instant.optional(),
  })
  .refine(query => query.release === undefined || query.at === undefined, {
    path: ['at'],
    message: 'stands with release; give one of the two',
  })

export const listQuery = z.strictObject({
  locale: localeName.optional(),
  category: slugName.optional(),
  tag: z.string().min(1).max(120).optional(),
  limit: limitQuery,
  cursor: cursorQuery,
})

export const categoriesQuery = z.strictObject({ locale: localeName.optional() })

const saidFact = z.object({ type: z.enum(factTypes), value: z.string(), unit: z.string().optional() })

export const renditionSchema = z
  .object({
    slug: z.string(),
    articleId: z.string(),
    locale: z.string(),
    channel: z.string(),
    profile: z.string().nullable(),
    title: z.string(),
    release: z.int(),
    revision: z.int().nullable(),
    hash: z.string(),
    publishedAt: shownInstant,
    validUntil: shownInstant.nullable(),
    canonicalUrl: z.string(),
    category: z.string().nullable(),
    tags: z.array(z.string()),
    facts: z.record(z.string(), saidFact).openapi({ description: 'The facts that this rendition says' }),
    content: z.unknown().openapi({
      description:
        'website {html, text, toc, jsonLd}; chatbot {shortAnswer, messages, related}; ivr {script, ssml, segments, seconds}; operator {html, text, shortAnswer, copy, internal}; agent {markdown}; with a profile {mediaType, body}',
    }),
  })
  .openapi('Rendition')

export const summarySchema = z
  .object({
    slug: z.string(),
    title: z.string(),
    shortAnswer: z.string(),
    category: z.string().nullable(),
    tags: z.array(z.string()),
    hash: z.string(),
    updatedAt: shownInstant,
  })
  .openapi('AnswerSummary')

export interface CategoryShape {
  slug: string
  title: string
  description: string
  count: number
  children: CategoryShape[]
}
const categoryNode: z.ZodType<CategoryShape> = z
  .object({
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    count: z.int(),
    children: z.lazy(() => z.array(categoryNode)).openapi({ type: 'array', items: { $ref: '#/components/schemas/CategoryNode' } }),
  })
  .openapi('CategoryNode')
export const categoryTreeSchema = z.object({ items: z.array(categoryNode) })

const operation = z.enum(['upsert', 'delete'])
export const changeSchema = z
  .object({
    seq: z.int().openapi({ description: 'Number of the change in its channel, from 1 without a gap' }),
    release: z.int(),
    op: operation,
    slug: z.string(),
    articleId: z.string(),
    locale: z.string(),
    hash: z.string().nullable(),
    at: shownInstant,
  })
  .openapi('Change')
export const feedSchema = z.object({ items: z.array(changeSchema), nextCursor: z.string(), hasMore: z.boolean() })

const releaseFields = {
  number: z.int(),
  kind: z.enum(['publish', 'validity', 'rollback', 'recompile']),
  publishedAt: shownInstant,
  note: z.string().nullable().openapi({ description: 'null for callers without the scope "read:internal"' }),
  author: z.string().nullable(),
  restores: z.int().nullable().openapi({ description: 'The release before which a rollback went' }),
}
export const releaseSchema = z.object(releaseFields).openapi('Release')
export const releaseDetailSchema = z
  .object({
    ...releaseFields,
    changes: z.array(
      z.object({ articleId: z.string(), slug: z.string(), locale: z.string(), op: operation, channels: z.array(z.string()).optional() }),
    ),
    facts: z.array(z.string()).optional().openapi({ description: 'Keys that the release names; none without the scope "read:internal"' }),
    snippets: z.array(z.string()).optional(),
  })
  .openapi('ReleaseDetail')
