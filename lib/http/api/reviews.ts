import { z } from '@hono/zod-openapi'
import { addComment } from '#lib/review/add-comment.ts'
import { commentLimits } from '#lib/review/comments.ts'
import { decideReview } from '#lib/review/decide-review.ts'
import { listComments } from '#lib/review/list-comments.ts'
import { listReviews } from '#lib/review/list-reviews.ts'
import { readReview } from '#lib/review/read-review.ts'
import { requestReview } from '#lib/review/request-review.ts'
import { resolveComment } from '#lib/review/resolve-comment.ts'
import { addRoute } from '../add-route.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { commentSchema, reviewSchema, reviewState, reviewWithContentSchema } from './review-shapes.ts'
import { idText, localeName, pageOf, pageQuery } from './shapes.ts'

const params = z.object({ id: idText })
const group = 'Authoring'
const note = z.string().max(2000)
const listQuery = pageQuery.extend({
  view: z.enum(['waiting', 'mine', 'all']).optional(),
  state: reviewState.optional(),
  article: idText.optional(),
  locale: localeName.optional(),
})
const decision = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('approved') }),
  z.strictObject({ state: z.literal('rejected'), reason: z.string().min(1).max(2000) }),
  z.strictObject({ state: z.literal('withdrawn') }),
])

/** Reviews: asked for, approved, sent back, taken back. */
export function addReviewRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/articles/{id}/reviews',
      summary: 'Sends the drafts of an article to review, as they are now',
      group,
      scope: 'write',
      perCategory: true,
      params,
      body: z.strictObject({ locale: localeName.nullable().optional(), note: note.optional() }).optional(),
      answers: { 201: { description: 'One review for each locale', schema: z.object({ items: z.array(reviewSchema) }) } },
    },
    async ({ istok, actor, params, body }) =>
      jsonReply(
        istok,
        { items: await requestReview(istok, actor, { articleId: params.id, locale: body?.locale ?? null, note: body?.note ?? '' }) },
        201,
      ),
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/reviews',
      summary: 'Reviews, the newest first',
      group,
      scope: 'drafts',
      query: listQuery,
      answers: { 200: { description: 'A page of the list', schema: pageOf(reviewSchema) } },
    },
    async ({ istok, actor, query: { article, ...filter } }) =>
      jsonReply(istok, await listReviews(istok, actor, { ...filter, articleId: article })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/reviews/{id}',
      summary: 'One review with what was sent',
      group,
      scope: 'drafts',
      params,
      answers: { 200: { description: 'The review', schema: reviewWithContentSchema } },
    },
    async ({ istok, actor, params }) => jsonReply(istok, await readReview(istok, actor, params.id)),
  )
  addRoute(
    app,
    wire,
    {
      method: 'patch',
      path: '/reviews/{id}',
      summary: 'Approves it, sends it back with a reason, or takes it back',
      description: 'An approval holds for the hash of what was reviewed: a later change of the draft is not approved.',
      group,
      scope: 'write',
      perCategory: true,
      params,
      body: decision,
      answers: { 200: { description: 'The review', schema: reviewSchema } },
    },
    async ({ istok, actor, params, body }) => jsonReply(istok, await decideReview(istok, actor, params.id, body)),
  )
}

/** Remarks on places in a text; nobody outside the house reads them. */
export function addCommentRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/articles/{id}/comments',
      summary: 'The remarks on a translation, by thread',
      group,
      scope: 'drafts',
      params,
      query: z.strictObject({ locale: localeName }),
      answers: { 200: { description: 'Threads, the oldest first', schema: z.object({ items: z.array(commentSchema) }) } },
    },
    async ({ istok, actor, params, query }) =>
      jsonReply(istok, { items: await listComments(istok, actor, { articleId: params.id, locale: query.locale }) }),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/articles/{id}/comments',
      summary: 'Remarks on a place in a translation, or answers a remark',
      group,
      scope: 'write',
      perCategory: true,
      params,
      body: z.strictObject({
        locale: localeName,
        path: z
          .string()
          .max(commentLimits.path)
          .default('')
          .openapi({ description: 'JSON pointer: /title, /shortAnswer, /content/4; empty: all of it' }),
        quote: z.string().max(commentLimits.quote).default('').openapi({ description: 'The words that it is about' }),
        text: z.string().min(1).max(commentLimits.text),
        thread: idText.nullable().default(null),
        review: idText.nullable().default(null),
      }),
      answers: { 201: { description: 'The thread', schema: commentSchema } },
    },
    async ({ istok, actor, params, body: { thread, review, ...body } }) =>
      jsonReply(istok, await addComment(istok, actor, { ...body, articleId: params.id, threadId: thread, reviewId: review }), 201),
  )
  addRoute(
    app,
    wire,
    {
      method: 'patch',
      path: '/comments/{id}',
      summary: 'Settles a thread, or opens it again',
      group,
      scope: 'write',
      perCategory: true,
      params,
      body: z.strictObject({ resolved: z.boolean() }),
      answers: { 200: { description: 'The thread', schema: commentSchema } },
    },
    async ({ istok, actor, params, body }) => jsonReply(istok, await resolveComment(istok, actor, { id: params.id, ...body })),
  )
}
