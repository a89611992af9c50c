import { z } from '@hono/zod-openapi'
import { articleScopes } from '#lib/authoring/article-rights.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import { readCategoryImpact } from '#lib/impact/read-category-impact.ts'
import { readMediaImpact } from '#lib/impact/read-media-impact.ts'
import { readSynonymImpact } from '#lib/impact/read-synonym-impact.ts'
import { readTagImpact } from '#lib/impact/read-tag-impact.ts'
import { addRoute } from '../add-route.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { newSynonymSchema } from './authoring-shapes.ts'
import { byLocale, idText, localeName, slugName } from './shapes.ts'

const group = 'Authoring'

const place = {
  seen: z.enum(['at-once', 'with-release', 'nothing']).openapi({ description: 'When readers and systems get it' }),
  articles: z.int(),
  translations: z.int(),
  channels: z.record(z.string(), z.int()),
  draftsOnly: z.int(),
  unpublished: z.int().openapi({ description: 'Live articles whose drafts hold other changes, which would be published with them' }),
  items: z.array(
    z.object({
      ...{ articleId: z.string(), slug: z.string(), locale: z.string(), title: z.string(), channels: z.array(z.enum(channelKinds)) },
      before: z.array(z.string()),
      after: z.array(z.string()),
    }),
  ),
}
const categoryPlan = z
  .strictObject({
    slug: slugName,
    title: byLocale,
    description: z.record(localeName, z.string().max(2000)),
    parent: slugName.nullable(),
    into: slugName.nullable().openapi({ description: 'Its articles go there; null: into none' }),
    remove: z.literal(true),
  })
  .partial()
  .openapi('CategoryPlan')
const categoryImpact = z
  .object({
    ...place,
    pages: z.array(z.object({ locale: z.string(), field: z.enum(['title', 'description']), before: z.string(), after: z.string() })),
    addresses: z
      .array(z.object({ locale: z.string(), before: z.string(), after: z.string() }))
      .openapi({ description: 'Slugs in the address of its page on the site; the former address is not found any more' }),
    counts: z
      .array(z.object({ category: z.string(), locale: z.string(), title: z.string(), before: z.int(), after: z.int() }))
      .openapi({ description: 'Topics that have another number of answers on the site; 0: readers do not see it' }),
    rights: z
      .array(z.object({ name: z.string(), gains: z.array(z.enum(articleScopes)), loses: z.array(z.enum(articleScopes)) }))
      .openapi({ description: 'Who may do other things with its articles' }),
    standing: z.object({ categories: z.array(z.string()), articles: z.int(), live: z.int() }).nullable(),
  })
  .openapi('CategoryImpact')
const tagPlan = z
  .strictObject({ slug: slugName, into: slugName.openapi({ description: 'The tag that is left' }), remove: z.literal(true) })
  .partial()
  .openapi('TagPlan')
const tagImpact = z
  .object({ ...place, standing: z.object({ articles: z.int(), live: z.int() }).nullable(), isContacts: z.boolean() })
  .openapi('TagImpact')
export const picturePlan = z
  .strictObject({
    alts: z
      .record(localeName, z.string().max(500))
      .openapi({ description: 'Alternative texts by language; a language that is not named keeps its own' }),
    into: idText.openapi({ description: 'Id of the picture that comes in its place' }),
  })
  .partial()
  .openapi('PicturePlan')
const mediaImpact = z
  .object({
    ...place,
    compiled: z.int().openapi({
      description:
        'Translations that were compiled; the others are counted in the channels in which these differ, since the picture stands in them',
    }),
  })
  .openapi('MediaImpact')
const first = z.object({ articleId: z.string(), slug: z.string(), title: z.string() }).nullable()
const synonymPlan = z
  .strictObject({
    id: idText.nullable().openapi({ description: 'The entry in whose place it comes; null: a new one' }),
    entry: newSynonymSchema.nullable().openapi({ description: 'null: without it' }),
  })
  .openapi('SynonymPlan')
const synonymImpact = z
  .object({
    ...{ asked: z.int(), phrasings: z.int(), read: z.int(), otherwise: z.int() },
    items: z.array(
      z.object({
        ...{ kind: z.enum(['asked', 'phrasing']), text: z.string(), locale: z.string(), channel: z.enum(channelKinds), times: z.int() },
        ...{ before: first, after: first, own: z.enum(['before', 'after']).nullable() },
      }),
    ),
  })
  .openapi('SynonymImpact')

/** What a change of a category, a tag or synonyms would change for readers, before it is made. */
export function addPlaceImpactRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/categories/{id}/impact',
      summary: 'What a change of this category would change: ways of topics, articles, channels; stores nothing',
      description: 'One plan at a time: fields of the category, `into`, or `remove`.',
      group,
      scope: 'drafts',
      params: z.object({ id: idText }),
      body: categoryPlan,
      answers: { 200: { description: 'The impact', schema: categoryImpact } },
    },
    async ({ istok, actor, params, body }) => jsonReply(istok, await readCategoryImpact(istok, actor, { id: params.id, plan: body })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/tags/{slug}/impact',
      summary: 'What another address of this tag, a merger or its end would change: tags of live answers, channels; stores nothing',
      description: 'One plan at a time: `slug`, `into`, or `remove`.',
      group,
      scope: 'drafts',
      params: z.object({ slug: slugName }),
      body: tagPlan,
      answers: { 200: { description: 'The impact', schema: tagImpact } },
    },
    async ({ istok, actor, params, body }) => jsonReply(istok, await readTagImpact(istok, actor, { slug: params.slug, plan: body })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/media/{id}/impact',
      summary: 'What other alternative texts, or another picture in its place, would change in live answers; stores nothing',
      group,
      scope: 'drafts',
      params: z.object({ id: idText }),
      body: picturePlan,
      answers: { 200: { description: 'The impact', schema: mediaImpact } },
    },
    async ({ istok, actor, params, body }) => jsonReply(istok, await readMediaImpact(istok, actor, { id: params.id, plan: body })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/synonyms/impact',
      summary: 'Which real questions and phrasings would find another first answer with these synonyms; stores nothing',
      group,
      scope: 'drafts',
      body: synonymPlan,
      answers: { 200: { description: 'The impact', schema: synonymImpact } },
    },
    async ({ istok, actor, body }) => jsonReply(istok, await readSynonymImpact(istok, actor, body)),
  )
}
