import { Hono } from 'hono'
import { findOldAddress } from '#lib/delivery/find-old-address.ts'
import type { Istok } from '../../istok.ts'
import { isKnownTag } from '../precondition.ts'
import { describeProblem } from '../problem.ts'
import { pagePolicy } from '../security-headers.ts'
import { addAccentRoute } from './accent-route.ts'
import { addAskPages } from './ask-routes.ts'
import { addAssetRoutes } from './asset-routes.ts'
import { chooseLocale } from './choose-locale.ts'
import { addFeedbackRoute } from './feedback-route.ts'
import { parsePath } from './parse-path.ts'
import { articlePath, homePath } from './paths.ts'
import { answerPage, cacheControl, type RenderedPage } from './render-page.ts'
import { replyWithProblem } from './reply-with-problem.ts'
import { addSearchPages, type SiteEnv } from './search-routes.ts'

/** The public site: pages, their Markdown twins, sitemap, feeds, assets and the feedback form. Answers every path; what it does not know is a 404 page. */
export function siteRoutes(istok: Istok): Hono<SiteEnv> {
  const site = new Hono<SiteEnv>()
  addAccentRoute(site, istok)
  addAssetRoutes(site)
  addFeedbackRoute(site, istok)
  addSearchPages(site, istok)
  addAskPages(site, istok)
  site.get('*', context => {
    const { url, raw } = context.req
    return answer(istok, raw, url.slice(url.indexOf('/', 8)))
  })
  site.all('*', () => new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } }))
  site.onError(async (error, context) => {
    const { problem, ours } = describeProblem(error, '')
    if (!ours) return replyWithProblem(istok, localeOf(istok, context.req.raw), 'refused', [], problem.status)
    istok.log.error({ err: error, path: context.req.path }, 'a page could not be made')
    return replyWithProblem(istok, localeOf(istok, context.req.raw), 'failed')
  })
  return site
}

async function answer(istok: Istok, request: Request, address: string): Promise<Response> {
  const asked = parsePath(address, istok.env.locales)
  if (!asked) return atOldAddress(istok, request) ?? replyWithProblem(istok, localeOf(istok, request), 'missing')
  if (asked.kind === 'chooser') return redirectToLocale(istok, request)
  if (asked.kind === 'moved') return redirect(asked.path, 301)
  const page = await answerPage(istok, asked, request.headers.get('accept-encoding') ?? '')
  if ('status' in page) return sendPage(request, page)
  if (page.kind === 'moved') return redirect(page.path, 301)
  const moved = page.problem === 'missing' ? atOldAddress(istok, request) : null
  return moved ?? replyWithProblem(istok, localeOf(istok, request), page.problem, page.elsewhere)
}

/** Pages of the site that the base was imported from; null: there was none, or it is not live here. */
function atOldAddress(istok: Istok, request: Request): Response | null {
  const found = findOldAddress(istok, new URL(request.url).pathname)
  return found && redirect(articlePath(found.locale, found.slug), 301)
}

/** 200 with the page, 304 when the reader has it. */
export function sendPage(request: Request, { status, headers, body }: RenderedPage): Response {
  if (isKnownTag(request.headers.get('if-none-match'), headers.ETag ?? '')) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(body), { status, headers: { ...headers, 'Content-Length': String(body.length) } })
}

function redirectToLocale(istok: Istok, request: Request): Response {
  const locale = chooseLocale(request.headers.get('accept-language') ?? undefined, istok.env.locales)
  const response = redirect(homePath(locale), 302)
  response.headers.set('Vary', 'Accept-Language')
  return response
}

function redirect(path: string, status: 301 | 302): Response {
  return new Response(null, { status, headers: { Location: path, 'Cache-Control': cacheControl, 'Content-Security-Policy': pagePolicy } })
}

/** The locale in the address, else the one that the reader prefers. */
function localeOf(istok: Istok, request: Request): string {
  const first = new URL(request.url).pathname.split('/')[1] ?? ''
  return istok.env.locales.includes(first) ? first : chooseLocale(request.headers.get('accept-language') ?? undefined, istok.env.locales)
}
