import type { Hono } from 'hono'
import { recordFeedback } from '#lib/delivery/record-feedback.ts'
import { isIstokError } from '../../errors.ts'
import type { Istok } from '../../istok.ts'
import { readBody } from '../read-body.ts'
import { articlePath } from './paths.ts'
import { replyWithProblem } from './reply-with-problem.ts'
import type { SiteEnv } from './search-routes.ts'

/** Bytes of the form; it has one field. */
const limit = 1024

/** "Was this helpful": 303 back to the article with thanks; 204 for the script. A form of another site is refused. */
export function addFeedbackRoute(site: Hono<SiteEnv>, istok: Istok): void {
  site.post('/:locale{[a-z]{2}}/articles/:slug{[a-z0-9-]+}/feedback', async context => {
    const { locale, slug } = context.req.param()
    if (!istok.env.locales.includes(locale)) return replyWithProblem(istok, istok.env.locales[0] ?? 'en', 'missing')
    if (!isOwnForm(istok, context.req.raw)) return replyWithProblem(istok, locale, 'refused', [], 403)
    const helpful = await readHelpful(context.req.raw)
    if (helpful === null) return replyWithProblem(istok, locale, 'refused')
    try {
      await recordFeedback(istok, { channel: 'website', locale, slug, helpful: helpful === 'yes' })
    } catch (error) {
      if (isIstokError(error) && error.code === 'not_found') return replyWithProblem(istok, locale, 'missing')
      throw error
    }
    if (context.req.header('accept') === 'application/json')
      return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
    const location = `${articlePath(locale, slug)}?feedback=${helpful}#feedback`
    return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })
  })
}

async function readHelpful(request: Request): Promise<'yes' | 'no' | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return null
  const bytes = await readBody(request, limit)
  const given = new URLSearchParams(Buffer.from(bytes).toString()).getAll('helpful')
  return given.length === 1 && (given[0] === 'yes' || given[0] === 'no') ? given[0] : null
}

/** Browsers say where a form comes from; whoever says nothing is no browser that somebody could misuse. */
function isOwnForm(istok: Istok, request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  return origin === null || origin === new URL(istok.env.publicUrl).origin || origin === new URL(request.url).origin
}
