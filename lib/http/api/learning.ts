import { z } from '@hono/zod-openapi'
import type { Actor } from '#lib/access/actor.ts'
import { attachGap, writeGapArticle } from '#lib/learning/answer-gap.ts'
import { attachWording } from '#lib/learning/attach-wording.ts'
import { dismissGap, reopenGap } from '#lib/learning/dismiss-gap.ts'
import { listGaps } from '#lib/learning/list-gaps.ts'
import { listWordings } from '#lib/learning/list-wordings.ts'
import { readGap } from '#lib/learning/read-gap.ts'
import { rejectWording, reopenWording } from '#lib/learning/reject-wording.ts'
import type { Istok } from '../../istok.ts'
import { addRoute } from '../add-route.ts'
import { versionTag } from '../precondition.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { articleSchema } from './authoring-shapes.ts'
import {
  attachedSchema,
  gapArticle,
  gapAttachment,
  gapDetailSchema,
  gapSchema,
  gapsQuery,
  wordingAttachment,
  wordingPage,
  wordingsQuery,
} from './learning-shapes.ts'
import { idText, pageOf } from './shapes.ts'

const params = z.object({ id: idText })
const group = 'Authoring'
/** Milliseconds for which the list of wordings waits for articles that are still being learned. */
const patience = 2000

/** /wordings: what customers and operators really say, for editors who make it questions of articles. */
export function addWordingRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/wordings', group, scope: 'drafts', query: wordingsQuery },
      summary: 'Real wordings that no article has among its questions, the most uncertain first',
      answers: { 200: { description: 'A page of the list', schema: wordingPage } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listWordings(istok, actor, { ...query, patience })),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'post', path: '/wordings/{id}/attachment', group, scope: 'write', perCategory: true, params, body: wordingAttachment },
      summary: 'Makes a wording a question of an article’s draft',
      answers: { 200: { description: 'Attached', schema: attachedSchema } },
    },
    async ({ istok, actor, params: { id }, body }) => jsonReply(istok, await attachWording(istok, actor, { ...body, id })),
  )
  const decisions = [
    ['post', 'rejection', 'Says that a wording teaches nothing', rejectWording],
    ['delete', 'rejection', 'Proposes a rejected wording again', reopenWording],
    ['delete', 'attachment', 'Proposes an attached wording again; the article’s draft keeps its question', reopenWording],
  ] as const
  for (const [method, name, summary, decide] of decisions)
    addDecision(app, wire, { method, path: `/wordings/{id}/${name}`, summary, decide })
}

interface Decision {
  method: 'post' | 'delete'
  path: string
  summary: string
  decide(istok: Istok, actor: Actor, id: string): Promise<void>
}

/** A route that decides about one thing and has nothing to say then. */
function addDecision(app: Api, wire: Wire, { decide, ...route }: Decision): void {
  const answers = { 204: { description: 'Done' } }
  addRoute(app, wire, { ...route, group, scope: 'write', perCategory: true, params, answers }, async ({ istok, actor, params: { id } }) => {
    await decide(istok, actor, id)
    return emptyReply()
  })
}

/** /gaps: questions that found no answer. */
export function addGapRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/gaps', group, scope: 'drafts', query: gapsQuery },
      summary: 'Questions of all channels that found no answer, alike ones together, the heaviest first',
      answers: { 200: { description: 'A page of the list', schema: pageOf(gapSchema) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listGaps(istok, actor, query)),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/gaps/{id}', group, scope: 'drafts', params },
      summary: 'One gap with all its wordings and the articles nearest to it',
      answers: { 200: { description: 'The gap', schema: gapDetailSchema } },
    },
    async ({ istok, actor, params: { id } }) => jsonReply(istok, await readGap(istok, actor, id)),
  )
  addGapDecisions(app, wire)
}

function addGapDecisions(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      ...{ method: 'post', path: '/gaps/{id}/article', group, scope: 'write', perCategory: true, params, body: gapArticle },
      summary: 'Writes an article for a gap: its wordings become the questions, the text is yet to be written',
      answers: { 201: { description: 'Added', schema: articleSchema } },
    },
    async ({ istok, actor, params: { id }, body }) => {
      const entry = await writeGapArticle(istok, actor, { ...body, id })
      return jsonReply(istok, entry, 201, { ETag: versionTag(entry.version), Location: `/api/v1/articles/${entry.id}` })
    },
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'post', path: '/gaps/{id}/attachment', group, scope: 'write', perCategory: true, params, body: gapAttachment },
      summary: 'Makes the wordings of a gap questions of an article’s draft',
      answers: { 200: { description: 'Attached', schema: attachedSchema } },
    },
    async ({ istok, actor, params: { id }, body }) => jsonReply(istok, await attachGap(istok, actor, { ...body, id })),
  )
  const path = '/gaps/{id}/dismissal'
  addDecision(app, wire, { method: 'post', path, summary: 'Says that a gap needs no answer', decide: dismissGap })
  addDecision(app, wire, { method: 'delete', path, summary: 'Puts a gap back on the list', decide: reopenGap })
}
