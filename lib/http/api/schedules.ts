import { z } from '@hono/zod-openapi'
import { cancelSchedule } from '#lib/release/cancel-schedule.ts'
import { listSwitches } from '#lib/release/list-switches.ts'
import { moveSchedule } from '#lib/release/move-schedule.ts'
import { listSchedules } from '#lib/release/schedule-release.ts'
import { addRoute } from '../add-route.ts'
import { emptyReply, jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { keptRefusalSchema } from './release-shapes.ts'
import { idText, instant, shownInstant } from './shapes.ts'

const states = ['scheduled', 'published', 'failed', 'cancelled'] as const

export const scheduleSchema = z
  .object({
    id: z.string(),
    state: z.enum(states),
    note: z.string(),
    author: z.string(),
    publishAt: shownInstant,
    number: z.int().nullable(),
    problem: z.string().nullable(),
    refusal: keptRefusalSchema.nullable(),
    articles: z.array(z.string()),
    withdraw: z.array(z.string()),
    facts: z.array(z.string()),
    snippets: z.array(z.string()),
  })
  .openapi('Schedule')

const switchSchema = z
  .object({
    fact: z.string(),
    title: z.record(z.string(), z.string()),
    type: z.string(),
    unit: z.string().nullable(),
    at: shownInstant,
    state: z.enum(['pending', 'done', 'failed']),
    problem: z.string().nullable(),
    refusal: keptRefusalSchema.nullable(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .openapi('FactSwitch')

/** /schedules: what is to be released later, and the instants at which facts change by themselves. */
export function addScheduleRoutes(app: Api, wire: Wire): void {
  addReading(app, wire)
  addChanging(app, wire)
}

function addReading(app: Api, wire: Wire): void {
  const group = 'Authoring'
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/schedules',
      summary: 'What is scheduled to be released, the next first',
      group,
      scope: 'read:internal',
      query: z.strictObject({ state: z.enum(states).optional(), from: instant.optional(), to: instant.optional() }),
      answers: { 200: { description: 'Schedules', schema: z.object({ items: z.array(scheduleSchema) }) } },
    },
    async ({ istok, actor, query: { state, from, to } }) =>
      jsonReply(istok, { items: await listSchedules(istok, actor, { states: state && [state], from, to }) }),
  )
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: '/switches',
      summary: 'The instants at which live facts take another value by themselves',
      group,
      scope: 'read:internal',
      query: z.strictObject({ from: instant, to: instant }),
      answers: { 200: { description: 'At most 500, in the order of time', schema: z.object({ items: z.array(switchSchema) }) } },
    },
    async ({ istok, actor, query }) => jsonReply(istok, { items: await listSwitches(istok, actor, query) }),
  )
}

function addChanging(app: Api, wire: Wire): void {
  const group = 'Authoring'
  const params = z.object({ id: idText })
  addRoute(
    app,
    wire,
    {
      method: 'patch',
      path: '/schedules/{id}',
      summary: 'Moves a schedule to another time, or tries one that failed again',
      group,
      scope: 'publish',
      perCategory: true,
      params,
      body: z.strictObject({ publishAt: instant.nullable().openapi({ description: 'null: at once' }) }),
      answers: { 200: { description: 'Scheduled', schema: scheduleSchema } },
    },
    async ({ istok, actor, params: { id }, body: { publishAt } }) => jsonReply(istok, await moveSchedule(istok, actor, { id, publishAt })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'delete',
      path: '/schedules/{id}',
      summary: 'Takes a schedule back before its time',
      group,
      scope: 'publish',
      perCategory: true,
      params,
      answers: { 204: { description: 'Cancelled' } },
    },
    async ({ istok, actor, params: { id } }) => {
      await cancelSchedule(istok, actor, id)
      return emptyReply()
    },
  )
}
