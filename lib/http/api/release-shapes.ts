import { z } from '@hono/zod-openapi'
import { idText, instant } from './shapes.ts'

/** Shapes of making and asking about releases. */

export const numberParams = z.object({
  n: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .openapi({ type: 'integer', minimum: 1 }),
})

/** What is wrong, place by place. */
export const faultsSchema = z.array(
  z.object({
    pointer: z.string(),
    message: z.string(),
    reason: z.string(),
    arguments: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
)

/** A refusal of something that was done later by itself. */
export const keptRefusalSchema = z
  .object({
    code: z.string(),
    detail: z.string(),
    reason: z.string().optional(),
    arguments: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    errors: faultsSchema.optional(),
    losses: z.array(z.unknown()).optional(),
    unapproved: z.array(z.unknown()).optional(),
    own: z.array(z.unknown()).optional(),
  })
  .openapi('KeptRefusal', { description: 'What the API would have said; each list has its first 20 entries' })

const ids = z.array(idText).max(10_000).default([])

/** Members of what is to be released. */
export const newRelease = {
  note: z.string().max(2000).default(''),
  articles: ids.openapi({ description: 'Ids of articles whose drafts are published, in every language' }),
  facts: ids.openapi({ description: 'Keys of facts' }),
  snippets: ids.openapi({ description: 'Keys of snippets' }),
  withdraw: ids.openapi({ description: 'Ids of articles that leave every channel' }),
  publishAt: instant.nullish().openapi({ description: 'Later: the drafts are frozen now and published then' }),
}
