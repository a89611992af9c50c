import { z } from '@hono/zod-openapi'
import { type AnsweringSettings, readAnsweringSettings } from '#lib/answering/answering-settings.ts'
import { type AskReply, askQuestion } from '#lib/answering/ask-question.ts'
import { contactTypes } from '#lib/answering/contact-digest.ts'
import { thresholdsOf } from '#lib/answering/decide.ts'
import { saveAnsweringSettings } from '#lib/answering/save-answering-settings.ts'
import { channels } from '#lib/compile/channels.ts'
import { addRoute } from '../add-route.ts'
import { readableChannel } from '../channel.ts'
import { expectedVersion, versionTag } from '../precondition.ts'
import { jsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import { renditionSchema } from './delivery-shapes.ts'
import { channelName, localeName, shownInstant } from './shapes.ts'

const params = z.object({ channel: z.string().max(100) })
const questionSchema = z
  .strictObject({
    question: z
      .string()
      .min(1, 'must say something')
      .max(1000, 'must have at most 1000 characters')
      .openapi({ example: 'сколько стоит перевод' }),
    locale: localeName.optional().openapi({ description: 'Default: the organisation’s first language' }),
    conversationId: z
      .string()
      .regex(/^[\w-]{8,64}$/, 'must be that of an earlier reply')
      .optional()
      .openapi({ description: 'Of an earlier reply; short questions then go on about its topic' }),
    contact: z
      .strictObject({ type: z.enum(contactTypes), value: z.string().min(1).max(200) })
      .optional()
      .openapi({ description: 'Who asks. Kept is a keyed digest only, from which nobody can be found' }),
  })
  .openapi('Question')

const handoffSchema = z.object({
  reason: z
    .enum(['asked', 'unanswered'])
    .openapi({ description: 'The customer asked for a person, or too many questions found no answer' }),
  questions: z.array(z.string()).openapi({ description: 'What was asked so far, personal data masked' }),
  shown: z.array(z.object({ slug: z.string(), title: z.string(), release: z.int(), hash: z.string(), at: shownInstant })),
})
const replySchema = z
  .object({
    status: z.enum(['answered', 'clarify', 'unanswered', 'handoff']),
    answer: renditionSchema.optional().openapi({ description: 'The approved rendition, byte for byte as /answers/{slug} serves it' }),
    confidence: z.number().min(0).max(1).openapi({ description: 'The probability that the likeliest article answers the question' }),
    options: z
      .array(z.object({ slug: z.string(), title: z.string() }))
      .optional()
      .openapi({ description: 'Two to four, the likeliest first' }),
    handoff: handoffSchema.optional(),
    conversationId: z.string(),
    release: z.int(),
  })
  .openapi('Reply')

/** POST …/ask: a question in a customer's own words. */
export function addAskRoutes(app: Api, wire: Wire): void {
  const defaultLocale = wire.istok.env.locales[0] ?? 'ru'
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: '/channels/{channel}/ask',
      summary: 'Answers a question with an approved answer, asks back, or admits that there is none',
      description:
        'Texts are stored renditions, never generated. Every question is kept with personal data masked, so that editors see what is missing.',
      group: 'Delivery',
      scope: 'anyone',
      params,
      body: questionSchema,
      answers: { 200: { description: 'What the channel says to it', schema: replySchema } },
    },
    async ({ istok, actor, params, body: { locale = defaultLocale, ...asked } }) => {
      const channel = readableChannel(actor, params.channel)
      const reply = await askQuestion(istok, actor, { ...asked, locale, channel: channel.id })
      return askReply(wire, reply)
    },
  )
}

/** The reply with the answer's stored bytes in their place: nothing writes them anew. */
function askReply({ istok }: Wire, { answer, stored, ...reply }: AskReply): Response {
  const response = jsonReply(istok, reply, 200, { 'Istok-Release': String(reply.release) })
  if (!answer || !stored) return response
  const { status, ...others } = reply
  const head = `{"status":${JSON.stringify(status)},"answer":`
  const body = Buffer.concat([Buffer.from(head), stored, Buffer.from(`,${JSON.stringify(others).slice(1)}`)])
  return new Response(new Uint8Array(body), { status: 200, headers: response.headers })
}

const threshold = z.strictObject({ answer: z.number(), clarify: z.number() })
const settingsFields = {
  thresholds: z
    .record(channelName, threshold)
    .openapi({ description: 'From which confidence a channel answers, and from which it asks back' }),
  handoffAfter: z
    .int()
    .min(0)
    .max(10)
    .openapi({ description: 'Unanswered questions in a row until a person takes over; 0: never by itself' }),
  rememberSearches: z.boolean(),
  keepDays: z.int().min(1).max(730).openapi({ description: 'Days after which questions and searches are forgotten' }),
}
const settingsSchema = z
  .object({ version: z.int(), ...settingsFields, usual: z.record(z.string(), threshold) })
  .openapi('AnsweringSettings')

/** /settings/answering: what an administrator decides about answering. */
export function addAnsweringSettingsRoutes(app: Api, wire: Wire): void {
  const group = 'Operations'
  const path = '/settings/answering'
  const shown = (settings: AnsweringSettings) =>
    jsonReply(wire.istok, { ...settings, usual: usualThresholds() }, 200, { ETag: versionTag(settings.version) })
  addRoute(
    app,
    wire,
    {
      ...{ method: 'get', path, group, scope: 'admin' },
      summary: 'When channels answer by themselves, and what is remembered of it',
      answers: { 200: { description: 'The settings', schema: settingsSchema } },
    },
    async ({ istok }) => shown(readAnsweringSettings(istok)),
  )
  addRoute(
    app,
    wire,
    {
      ...{ method: 'put', path, group, scope: 'admin', ifMatch: 'required' },
      summary: 'Replaces these settings; they hold from the next question on',
      body: z.strictObject(settingsFields),
      answers: { 200: { description: 'Saved', schema: settingsSchema } },
    },
    async ({ istok, actor, body, request }) => {
      const version = expectedVersion(request.headers.get('if-match'))
      return shown(await saveAnsweringSettings(istok, actor, { ...body, expectedVersion: version }))
    },
  )
}

function usualThresholds() {
  return Object.fromEntries(Object.values(channels).map(({ id, kind }) => [id, thresholdsOf(kind)]))
}
