import type { Hono } from 'hono'
import type { Istok } from '../../istok.ts'
import { askFormPage, askPage } from './ask-page.ts'
import { toBuffer } from './markup.ts'
import { openFrame } from './open-frame.ts'
import { isOwnForm, readForm } from './own-form.ts'
import { readAsk } from './read-ask.ts'
import { replyWithProblem } from './reply-with-problem.ts'
import { type SiteEnv, sendMarkup } from './search-routes.ts'

/** Bytes of the form: a thousand characters, each escaped, and the conversation. */
const mostBytes = 16 * 1024
const longest = 1000

/** /{locale}/ask: a question in a customer's own words, without a script. A form of another site is refused, since every question is recorded. */
export function addAskPages(site: Hono<SiteEnv>, istok: Istok): void {
  const path = '/:locale{[a-z]{2}}/ask'
  site.get(path, async (context, next) => {
    const { locale } = context.req.param()
    if (!istok.env.locales.includes(locale)) return next()
    const frame = await openFrame(istok, locale)
    const q = (new URL(context.req.url).searchParams.get('q') ?? '').slice(0, longest).toWellFormed()
    return sendMarkup(toBuffer(askFormPage(frame, q)), locale, frame.release?.number ?? 0)
  })
  site.post(path, async context => {
    const { locale } = context.req.param()
    if (!istok.env.locales.includes(locale)) return replyWithProblem(istok, istok.env.locales[0] ?? 'en', 'missing')
    if (!isOwnForm(istok, context.req.raw)) return replyWithProblem(istok, locale, 'refused', [], 403)
    const form = await readForm(context.req.raw, mostBytes)
    const questions = form?.getAll('question') ?? []
    if (questions.length !== 1) return replyWithProblem(istok, locale, 'refused')
    const frame = await openFrame(istok, locale)
    const question = questions[0]!.toWellFormed().trim()
    if (question === '' || question.length > longest) {
      const fault = frame.t(question === '' ? 'ask.empty' : 'ask.tooLong')
      return sendMarkup(toBuffer(askFormPage(frame, question.slice(0, longest), fault)), locale, frame.release?.number ?? 0, 422)
    }
    const view = await readAsk(istok, frame, question, conversationOf(form))
    return sendMarkup(toBuffer(askPage(frame, view)), locale, view.release)
  })
}

/** The form once more with the question that was in it, for a person who sent more of them than is allowed; 429. Null: the request is no question of this site. */
export async function askLaterPage(istok: Istok, request: Request, locale: string): Promise<Response | null> {
  const isQuestion = request.method === 'POST' && new URL(request.url).pathname === `/${locale}/ask` && isOwnForm(istok, request)
  const form = isQuestion ? await readForm(request, mostBytes).catch(() => null) : null
  if (form === null) return null
  const frame = await openFrame(istok, locale)
  const question = (form.get('question') ?? '').slice(0, longest).toWellFormed()
  const page = askFormPage(frame, question, frame.t('ask.tooMany'), conversationOf(form))
  return sendMarkup(toBuffer(page), locale, frame.release?.number ?? 0, 429)
}

/** The conversation that a form goes on with, where it names one. */
function conversationOf(form: URLSearchParams | null): string | undefined {
  const named = form?.get('conversation') ?? ''
  return /^[\w-]{8,64}$/.test(named) ? named : undefined
}
