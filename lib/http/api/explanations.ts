import { z } from '@hono/zod-openapi'
import { explainAnswer } from '#lib/answering/explain-answer.ts'
import { fields } from '#lib/search/engine/fields.ts'
import { explainSearch } from '#lib/search/explain-search.ts'
import { addRoute } from '../add-route.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { localeName } from './shapes.ts'

const by = z.enum(['surface', 'stem', 'synonym', 'prefix', 'typo', 'layout', 'translit'])
const explanationSchema = z
  .object({
    query: z.string(),
    locale: z.string(),
    corrected: z.object({ query: z.string(), kind: z.enum(['layout', 'typo', 'translit']), applied: z.boolean() }).nullable(),
    words: z.array(
      z.object({
        word: z.string(),
        empty: z.boolean().openapi({ description: 'Says nothing of the matter' }),
        ways: z.array(z.object({ by, weight: z.number(), words: z.array(z.string()) })),
      }),
    ),
    items: z.array(
      z.object({
        slug: z.string(),
        articleId: z.string(),
        title: z.string(),
        score: z.number(),
        confidence: z.enum(['exact', 'strong', 'weak']),
        parts: z
          .object({
            words: z.number(),
            nearest: z.number(),
            others: z.number(),
            short: z.number(),
            coverage: z.number(),
            letters: z.number(),
          })
          .openapi({ description: 'Their sum is what the order follows' }),
        phrasing: z.string().nullable().openapi({ description: 'The question of the answer that is nearest; null: its title is, or none' }),
        matches: z.array(z.object({ word: z.string(), by, weight: z.number(), met: z.array(z.string()), fields: z.array(z.enum(fields)) })),
        missing: z.array(z.string()),
      }),
    ),
    total: z.int(),
    release: z.int(),
    answer: z
      .object({
        status: z.enum(['answered', 'clarify', 'unanswered']),
        thresholds: z.object({ answer: z.number(), clarify: z.number() }),
        inScope: z.number(),
        candidates: z.array(z.object({ articleId: z.string(), slug: z.string(), title: z.string(), probability: z.number() })),
      })
      .openapi({ description: 'What the channel would say if it was asked, and how sure the classifier is' }),
  })
  .openapi('SearchExplanation')

/** Why search finds what it finds, for people of the house. */
export function addExplanationRoutes(app: Api, wire: Wire): void {
  const defaultLocale = wire.istok.env.locales[0] ?? 'ru'
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/channels/{channel}/search/explanation',
      summary: 'How each word was read, where each answer says it, and what its place is made of',
      group: 'Authoring',
      scope: 'drafts',
      params: z.object({ channel: z.string().max(100) }),
      query: z.strictObject({
        q: z.string().max(10_000).openapi({ description: 'Any text but an empty one' }),
        locale: localeName.optional(),
        limit: z.coerce.number().int().min(1).max(50).default(10).openapi({ type: 'integer', minimum: 1, maximum: 50, default: 10 }),
      }),
      answers: { 200: { description: 'The explanation', schema: explanationSchema } },
    },
    async ({ istok, actor, params, query: { q, locale = defaultLocale, limit } }) => {
      const explanation = await explainSearch(istok, actor, { channel: params.channel, locale, q, limit })
      const answer = await explainAnswer(istok, actor, { channel: params.channel, locale: explanation.locale, q })
      return jsonReply(istok, { ...explanation, answer })
    },
  )
}
