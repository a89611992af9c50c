import { z } from '@hono/zod-openapi'
import { dropFavourite, keepFavourite } from '#lib/operator/keep-favourite.ts'
import { listFavourites } from '#lib/operator/list-favourites.ts'
import { listReports } from '#lib/operator/list-reports.ts'
import { markShift } from '#lib/operator/mark-shift.ts'
import { readNews } from '#lib/operator/read-news.ts'
import { longestNote, reportAnswer } from '#lib/operator/report-answer.ts'
import { resolveReport } from '#lib/operator/resolve-report.ts'
import { addRoute } from '../add-route.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { idText, localeName, pageOf, pageQuery, shownInstant, slugName } from './shapes.ts'

const group = 'Connecting'
const inLocale = z.strictObject({ locale: localeName })
const bySlug = z.object({ slug: slugName })
const note = z.string().max(longestNote)
const kind = z.enum(['outdated', 'wrong'])
const newsSchema = z
  .object({
    since: z.object({ release: z.int(), at: shownInstant }).nullable(),
    items: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        fate: z.enum(['added', 'changed', 'removed']),
        release: z.int(),
        at: shownInstant,
        pieces: z.array(z.object({ fate: z.enum(['same', 'added', 'removed']), text: z.string() })).nullable(),
      }),
    ),
    more: z.int().openapi({ description: 'Answers with older changes, which are not named' }),
    settled: z.array(
      z.object({
        ...{ id: z.string(), slug: z.string().nullable(), locale: z.string(), title: z.string(), kind },
        ...{ reportedAt: shownInstant, resolvedAt: shownInstant, resolvedBy: z.string(), resolution: z.string() },
      }),
    ),
    seq: z.int(),
  })
  .openapi('News')
const reportSchema = z
  .object({
    ...{ id: z.string(), articleId: z.string(), slug: z.string(), locale: z.string(), title: z.string(), owner: z.string().nullable() },
    ...{ kind, note: z.string(), release: z.int(), reportedAt: shownInstant, reporter: z.string() },
    ...{ resolvedAt: shownInstant.nullable(), resolvedBy: z.string().nullable(), resolution: z.string().nullable() },
  })
  .openapi('Report')

/** What an operator keeps for himself, and what he tells the owners of answers. */
export function addDeskRoutes(app: Api, wire: Wire): void {
  addFavouriteRoutes(app, wire)
  addShiftRoutes(app, wire)
  addReportRoutes(app, wire)
}

function addFavouriteRoutes(app: Api, wire: Wire): void {
  const list = z.object({ items: z.array(z.string()).openapi({ description: 'Slugs' }) })
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/operator/favourites', summary: 'The answers that you keep at hand', group, scope: 'events' },
      ...{ query: inLocale, answers: { 200: { description: 'Slugs, the latest first', schema: list } } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, { items: await listFavourites(istok, actor, query) }),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'put', path: '/operator/favourites/{slug}', summary: 'Keeps an answer at hand', group, scope: 'events' },
      ...{ params: bySlug, answers: { 204: { description: 'Kept' } } },
    },
    async ({ istok, actor, params }) => {
      await keepFavourite(istok, actor, params)
      return emptyReply()
    },
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'delete', path: '/operator/favourites/{slug}', summary: 'Takes an answer from the favourites', group, scope: 'events' },
      ...{ params: bySlug, answers: { 204: { description: 'Taken out' } } },
    },
    async ({ istok, actor, params }) => {
      await dropFavourite(istok, actor, params)
      return emptyReply()
    },
  )
}

function addShiftRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/operator/news', summary: 'What changed since your last shift, word by word', group, scope: 'events' },
      ...{ query: inLocale, answers: { 200: { description: 'Changes, the latest first', schema: newsSchema } } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await readNews(istok, actor, query)),
  )
  const mark = z.object({ seq: z.int(), release: z.int() })
  addRoute(
    app,
    wire,
    {
      ...{ method: 'put', path: '/operator/shift', summary: 'Says that you have read what changed', group, scope: 'events' },
      body: z.strictObject({ seq: z.int().min(0) }),
      answers: { 200: { description: 'The mark', schema: mark } },
    },
    async ({ istok, actor, body }) => jsonReply(istok, await markShift(istok, actor, body)),
  )
}

function addReportRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      ...{ method: 'post', path: '/reports', summary: 'Says that an answer is outdated or wrong', group, scope: 'events' },
      description: 'A task for the owner of the article. Personal data in the note is masked.',
      body: z.strictObject({ slug: slugName, locale: localeName, kind, note: note.default('') }).openapi('NewReport'),
      answers: { 201: { description: 'Noted', schema: z.object({ id: z.string() }) } },
    },
    async ({ istok, actor, body }) => jsonReply(istok, await reportAnswer(istok, actor, body), 201),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path: '/reports', summary: 'What was reported, the latest first', group, scope: 'write', perCategory: true },
      query: pageQuery.extend({ state: z.enum(['open', 'resolved']).default('open'), owner: z.string().max(200).optional() }),
      answers: { 200: { description: 'Reports', schema: pageOf(reportSchema) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, await listReports(istok, actor, query)),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'post', path: '/reports/{id}/resolution', summary: 'Settles a report', group, scope: 'write', perCategory: true },
      ...{ params: z.object({ id: idText }), body: z.strictObject({ note: note.default('') }) },
      answers: { 204: { description: 'Settled' } },
    },
    async ({ istok, actor, params, body }) => {
      await resolveReport(istok, actor, { id: params.id, note: body.note })
      return emptyReply()
    },
  )
}
