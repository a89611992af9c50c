import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { anonymous } from '#lib/access/actor.ts'
import { searchLogOf } from '#lib/learning/search-log.ts'
import { suggestQueries } from '#lib/search/suggest-queries.ts'
import type { Istok } from '../../istok.ts'
import { pagePolicy } from '../security-headers.ts'
import { toBuffer } from './markup.ts'
import { openFrame } from './open-frame.ts'
import { parseSearch } from './parse-search.ts'
import { readSearch } from './read-search.ts'
import { searchPage } from './search-page.ts'
import { writeOpenSearch } from './write-open-search.ts'

/** What the server tells the site about a request. */
export interface SiteEnv {
  Bindings: Partial<HttpBindings> & { caller?: string }
}

const hourly = { 'Cache-Control': 'public, max-age=3600' }

/** /{locale}/search, what browsers need to search here from their address line, and their suggestions. */
export function addSearchPages(site: Hono<SiteEnv>, istok: Istok): void {
  const isKnown = (locale: string) => istok.env.locales.includes(locale)
  site.get('/:locale{[a-z]{2}}/search', async (context, next) => {
    const { locale } = context.req.param()
    if (!isKnown(locale)) return next()
    const asked = parseSearch(locale, new URL(context.req.url).searchParams)
    const view = await readSearch(istok, asked)
    if (view.found) {
      const outcome = view.found.items.length > 0 ? 'found' : 'nothing'
      const caller = context.env?.caller ?? 'unknown'
      searchLogOf(istok).note({ caller, channel: 'website', locale, query: asked.q, outcome })
    }
    return sendMarkup(toBuffer(searchPage(await openFrame(istok, locale), view)), locale, view.found?.release ?? 0)
  })
  site.get('/:locale{[a-z]{2}}/opensearch.xml', async (context, next) => {
    const { locale } = context.req.param()
    if (!isKnown(locale)) return next()
    const body = writeOpenSearch(await openFrame(istok, locale))
    return new Response(body, { headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8', ...hourly } })
  })
  site.get('/:locale{[a-z]{2}}/suggestions', async (context, next) => {
    const { locale } = context.req.param()
    if (!isKnown(locale)) return next()
    const { q } = parseSearch(locale, new URL(context.req.url).searchParams)
    const { items } = await suggestQueries(istok, anonymous, { channel: 'website', locale, q, limit: 8 })
    const body = JSON.stringify([q, items.map(({ text }) => text)])
    return new Response(body, { headers: { 'Content-Type': 'application/x-suggestions+json; charset=utf-8', 'Cache-Control': 'no-store' } })
  })
}

/** A page of this moment: nobody keeps it and no search engine lists it. */
export function sendMarkup(body: Buffer, locale: string, release: number, status = 200): Response {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': locale,
    'Content-Security-Policy': pagePolicy,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'Istok-Release': String(release),
    'Content-Length': String(body.length),
  }
  return new Response(new Uint8Array(body), { status, headers })
}
