import { z } from '@hono/zod-openapi'
import { localeName, slugName } from './shapes.ts'

/** What search and suggestions take and say. */

const locale = localeName.optional().openapi({ description: 'Default: the organisation’s first language' })
const q = z.string().openapi({ description: 'What was typed; any text but an empty one' })
const limit = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual).openapi({ type: 'integer', minimum: 1, maximum: most, default: usual })

const ranges = z.array(z.tuple([z.int(), z.int()])).openapi({ description: 'From and to, in UTF-16 units' })
const correction = z.object({
  query: z.string(),
  kind: z.enum(['layout', 'typo', 'translit']),
  applied: z.boolean().openapi({ description: 'The hits are those of this query; repair=false asks for what was typed' }),
})
export const searchQuery = z.strictObject({
  ...{ q, locale, category: slugName.optional(), tag: z.string().min(1).max(120).optional(), limit: limit(50, 10) },
  repair: z.enum(['true', 'false']).default('true'),
  remember: z
    .enum(['true', 'false'])
    .default('true')
    .openapi({ description: 'false: a test; it does not count among what customers search for' }),
})

export const suggestQuery = z.strictObject({ q, locale, limit: limit(20, 8) })

export const foundSchema = z
  .object({
    query: z.string(),
    items: z.array(
      z.object({
        slug: z.string(),
        locale: z.string(),
        title: z.string(),
        titleRanges: ranges,
        snippet: z.object({ text: z.string(), ranges }),
        category: z.string().nullable(),
        score: z.number().min(0).max(1),
        confidence: z.enum(['exact', 'strong', 'weak']),
        matchedBy: z.array(z.enum(['surface', 'stem', 'synonym', 'prefix', 'typo', 'layout', 'translit'])),
      }),
    ),
    total: z.int(),
    facets: z.object({ categories: z.record(z.string(), z.int()), tags: z.record(z.string(), z.int()) }),
    corrected: correction.optional(),
    engine: z.enum(['fts5', 'meilisearch']),
    degraded: z.boolean(),
    release: z.int(),
  })
  .openapi('SearchResult')
export const suggestionsSchema = z
  .object({ query: z.string(), items: z.array(z.object({ text: z.string(), slug: z.string().nullable() })) })
  .openapi('Suggestions')
