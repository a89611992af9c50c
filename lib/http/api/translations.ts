import { z } from '@hono/zod-openapi'
import { confirmVariation } from '#lib/authoring/confirm-variation.ts'
import type { TranslationContent } from '#lib/authoring/content.ts'
import { previewContent, previewTranslation } from '#lib/authoring/preview-translation.ts'
import { type ContentInput, readContent } from '#lib/authoring/read-content.ts'
import { markdownOf, readTranslation, type TranslationEntry } from '#lib/authoring/read-translation.ts'
import { type SavedTranslation, saveTranslation } from '#lib/authoring/save-translation.ts'
import { addRoute } from '../add-route.ts'
import { expectedVersion, isKnownTag, versionTag } from '../precondition.ts'
import { bodyLimits } from '../read-body.ts'
import { jsonReply, plainJsonReply } from '../reply.ts'
import type { Api, Wire } from '../wire.ts'
import {
  previewInputSchema,
  previewSchema,
  previewsSchema,
  savedTranslationSchema,
  translationInputSchema,
  translationSchema,
} from './authoring-shapes.ts'
import { channelName, idText, localeName } from './shapes.ts'

const params = z.object({ id: idText, locale: localeName })
const path = '/articles/{id}/translations/{locale}'
const group = 'Authoring'

/** Drafts and what each channel would make of them. */
export function addTranslationRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path,
      summary: 'The draft of a translation',
      group,
      scope: 'drafts',
      params,
      answers: { 200: { description: 'The draft', schema: translationSchema }, 304: { description: 'If-None-Match holds' } },
    },
    async ({ istok, actor, params, request }) => {
      const entry = await readTranslation(istok, actor, { articleId: params.id, locale: params.locale })
      const headers = { ETag: versionTag(entry.version) }
      if (isKnownTag(request.headers.get('if-none-match'), headers.ETag)) return new Response(null, { status: 304, headers })
      return jsonReply(istok, presentDraft(entry), 200, headers)
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'put',
      path,
      summary: 'Saves the draft; live only after a release',
      description:
        'The first save goes without If-Match (201), later ones with it (200; 428 without, 412 when somebody else saved meanwhile). With `Prefer: return=minimal` (RFC 7240) the answer leaves out the text: title, short answer, questions, document, Markdown and own wordings.',
      group,
      scope: 'write',
      perCategory: true,
      params,
      body: translationInputSchema,
      limit: bodyLimits.article,
      ifMatch: 'optional',
      answers: {
        200: { description: 'Saved', schema: z.union([translationSchema, savedTranslationSchema]) },
        201: { description: 'First save', schema: z.union([translationSchema, savedTranslationSchema]) },
      },
    },
    async ({ istok, actor, params, body, request }) => {
      const { content, warnings } = readContent(body as ContentInput)
      const place = { articleId: params.id, locale: params.locale, expectedVersion: expectedVersion(request.headers.get('if-match')) }
      const saved = await saveTranslation(istok, actor, { ...place, content })
      const isMinimal = wantsMinimal(request.headers.get('prefer'))
      const shown = { ...(isMinimal ? withoutText(saved) : presentDraft(saved)), warnings: [...warnings, ...saved.warnings] }
      const headers = { ETag: versionTag(saved.version), ...(isMinimal && { 'Preference-Applied': 'return=minimal' }) }
      return jsonReply(istok, shown, saved.outcome === 'created' ? 201 : 200, headers)
    },
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: `${path}/variations/{channel}/confirmation`,
      summary: 'Says that a channel’s own wording still fits the text',
      group,
      scope: 'write',
      perCategory: true,
      params: params.extend({ channel: channelName }),
      ifMatch: 'required',
      answers: { 200: { description: 'The draft, of the next version', schema: translationSchema } },
    },
    async ({ istok, actor, params, request }) => {
      const expected = expectedVersion(request.headers.get('if-match'))
      const place = { articleId: params.id, locale: params.locale, channel: params.channel }
      const entry = await confirmVariation(istok, actor, { ...place, expectedVersion: expected })
      return jsonReply(istok, presentDraft(entry), 200, { ETag: versionTag(entry.version) })
    },
  )
  addPreviewRoutes(app, wire)
}

function addPreviewRoutes(app: Api, wire: Wire): void {
  addRoute(
    app,
    wire,
    {
      method: 'get',
      path: `${path}/preview`,
      summary: 'What a channel would say, byte for byte, and what it could not say',
      group,
      scope: 'drafts',
      params,
      query: z.strictObject({ channel: channelName }),
      answers: { 200: { description: 'Rendition and losses', schema: previewSchema } },
    },
    async ({ istok, actor, params, query }) =>
      plainJsonReply(await previewTranslation(istok, actor, { articleId: params.id, locale: params.locale, channel: query.channel })),
  )
  addRoute(
    app,
    wire,
    {
      method: 'post',
      path: `${path}/preview`,
      summary: 'What every channel would say if this text were published; nothing is stored',
      description:
        'For editors while somebody types: byte for byte what a release of this text would store, and what each channel could not say.',
      group,
      scope: 'write',
      perCategory: true,
      params,
      body: previewInputSchema,
      limit: bodyLimits.article,
      answers: { 200: { description: 'One preview for each channel', schema: previewsSchema } },
    },
    async ({ istok, actor, params, body }) => {
      const { content } = readContent(body as ContentInput)
      return plainJsonReply({ channels: await previewContent(istok, actor, { articleId: params.id, locale: params.locale, content }) })
    },
  )
}

/** Whether `Prefer` asks for an answer that does not repeat what was sent (RFC 7240). */
function wantsMinimal(prefer: string | null): boolean {
  return (prefer ?? '').split(/[,;]/).some(one => /^\s*return\s*=\s*"?minimal"?\s*$/i.test(one))
}

function withoutText({ title: _t, shortAnswer: _s, questions: _q, document: _d, variations: _v, ...known }: SavedTranslation) {
  return known
}

/** A draft with its text in both forms, so that what was read can be changed and sent back in either. */
export function presentDraft<T extends TranslationContent | TranslationEntry>(entry: T) {
  const { shortAnswer, markdown, variations } = markdownOf(entry)
  const both = Object.entries(entry.variations).map(([kind, document]) => [kind, { document, markdown: variations[kind]?.markdown ?? '' }])
  return { ...entry, shortAnswer, shortAnswerContent: entry.shortAnswer, markdown, variations: Object.fromEntries(both) }
}
