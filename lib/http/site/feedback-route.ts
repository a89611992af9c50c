import type { Hono } from 'hono'
import { recordFeedback } from '#lib/delivery/record-feedback.ts'
import { isIstokError } from '../../errors.ts'
import type { Istok } from '../../istok.ts'
import { isOwnForm, readForm } from './own-form.ts'
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
  const given = (await readForm(request, limit))?.getAll('helpful') ?? []
  return given.length === 1 && (given[0] === 'yes' || given[0] === 'no') ? given[0] : null
}
