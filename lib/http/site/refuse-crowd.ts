import { isIstokError } from '../../errors.ts'
import type { Istok } from '../../istok.ts'
import { askLaterPage } from './ask-routes.ts'
import { replyWithProblem } from './reply-with-problem.ts'

/**
 * The refusal of one request too many as a page, for a person who asks or searches the site, with the question still in the form and the headers that say how long to wait; null where the
 * request is not one for a page of the site, or was refused for another reason.
 */
export async function refuseCrowd(istok: Istok, request: Request, error: unknown): Promise<Response | null> {
  if (!isIstokError(error) || error.code !== 'rate_limited' || !request.headers.get('accept')?.includes('text/html')) return null
  const locale = /^\/([a-z]{2})(?:\/|$)/.exec(new URL(request.url).pathname)?.[1] ?? ''
  if (!istok.env.locales.includes(locale)) return null
  const page = (await askLaterPage(istok, request, locale)) ?? (await replyWithProblem(istok, locale, 'crowded'))
  for (const [name, value] of Object.entries(error.details.headers ?? {})) page.headers.set(name, value)
  return page
}
