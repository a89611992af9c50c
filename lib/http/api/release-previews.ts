import { z } from '@hono/zod-openapi'
import { previewRelease, previewTranslationInRelease } from '#lib/release/preview-release.ts'
import { addRoute } from '../add-route.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { newRelease, numberParams } from './release-shapes.ts'
import { idText, localeName } from './shapes.ts'

const channel = z.enum(['website', 'chatbot', 'ivr', 'operator', 'agent'])
const place = { articleId: idText, locale: localeName }
const message = z.object({ ru: z.string(), en: z.string() })
const count = z.int().min(0)

const previewSchema = z
  .object({
    counts: z.object({ articles: count, translations: count, renditions: count, withdrawn: count, facts: count, snippets: count }),
    impact: z
      .array(
        z.object({
          ...place,
          slug: z.string(),
          title: z.string(),
          named: z.boolean().openapi({ description: 'false: released again because something that it says changes' }),
          through: z.object({ facts: z.array(z.string()), snippets: z.array(z.string()) }),
          channels: z.array(z.object({ channel, effect: z.enum(['new', 'changed', 'same', 'removed']), hash: z.string().nullable() })),
        }),
      )
      .openapi({ description: 'At most 500 translations; what changes first' }),
    losses: z
      .array(
        z.object({
          ...place,
          slug: z.string(),
          channel,
          path: z.string(),
          node: z.string(),
          level: z.literal('error'),
          reason: z.string(),
          message,
          target: z.string().optional().openapi({ description: 'Id of an article that would have to be published, too' }),
          at: z.int().nullable().openapi({ description: 'Milliseconds: it would happen when a fact changes then; null: at once' }),
        }),
      )
      .openapi({ description: 'Each stops the release; at most 500' }),
    lossCount: count,
    unapproved: z
      .array(z.object({ ...place, slug: z.string(), title: z.string(), reason: z.enum(['unapproved', 'changed']) }))
      .openapi({ description: 'Drafts that the house wants approved first' }),
    own: z.array(z.string()).openapi({ description: 'Facts and snippets that somebody else has to release' }),
  })
  .openapi('ReleasePreview')

const previewedSchema = z.object({
  items: z.array(
    z.object({
      channel,
      hash: z.string(),
      reply: z.record(z.string(), z.unknown()).openapi({ description: 'As it will be stored, without release, revision, hash and times' }),
    }),
  ),
})

/** What a release would change, asked before it is made. */
export function addReleasePreviewRoutes(app: Api, wire: Wire): void {
  const group = 'Authoring'
  const scope = 'publish'
  const answers = { 200: { description: 'What would change, and what stops it', schema: previewSchema } }
  addRoute(
    app,
    wire,
    {
      ...{ method: 'post', path: '/releases/preview', group, scope, perCategory: true, answers },
      summary: 'What a release would change, without making it',
      description: 'The same body as POST /releases, compiled in the same way; nothing is stored.',
      body: z.strictObject(newRelease),
    },
    async ({ istok, actor, body: { publishAt, ...request } }) =>
      jsonReply(istok, await previewRelease(istok, actor, { task: { kind: 'publish', request }, publishAt: publishAt ?? null })),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'post', path: '/releases/preview/translation', group, scope, perCategory: true },
      summary: 'What every channel would say of one article after a release',
      body: z.strictObject({ ...newRelease, ...place }),
      answers: { 200: { description: 'One item per channel that would say it', schema: previewedSchema } },
    },
    async ({ istok, actor, body: { publishAt, articleId, locale, ...request } }) => {
      const asked = { task: { kind: 'publish', request }, publishAt: publishAt ?? null, articleId, locale } as const
      return jsonReply(istok, { items: await previewTranslationInRelease(istok, actor, asked) })
    },
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/releases/{n}/rollback', group, scope, answers },
      summary: 'What rolling this release back would change',
      params: numberParams,
    },
    async ({ istok, actor, params: { n: number } }) =>
      jsonReply(istok, await previewRelease(istok, actor, { task: { kind: 'rollback', number, note: '' }, publishAt: null })),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/schedules/{id}/preview', group, scope, perCategory: true, answers },
      summary: 'What a schedule would change if its time were now',
      params: z.object({ id: idText }),
    },
    async ({ istok, actor, params: { id } }) =>
      jsonReply(istok, await previewRelease(istok, actor, { task: { kind: 'schedule', id }, publishAt: null })),
  )
}
