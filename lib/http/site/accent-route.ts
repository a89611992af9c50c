import type { Hono } from 'hono'
import { readOrganisation } from '#lib/delivery/read-organisation.ts'
import { accentStyle } from '#lib/organisation/accent-style.ts'
import type { Istok } from '../../istok.ts'
import { isKnownTag } from '../precondition.ts'
import type { SiteEnv } from './search-routes.ts'

/** The address of the style sheet with this colour; it holds the content's hash, so that it may be kept for ever. */
export function accentPath(accent: string): string {
  return `/assets/${accentStyle(accent).hash}/accent.css`
}

/** `/assets/{hash}/accent.css`: the organisation's colour. Under an older hash (a page from somebody's cache) the present one, not to be kept; 404 without a colour. */
export function addAccentRoute(site: Hono<SiteEnv>, istok: Istok): void {
  site.get('/assets/:hash/accent.css', context => {
    const { accent } = readOrganisation(istok)
    if (accent === null) return new Response(null, { status: 404, headers: { 'Cache-Control': 'public, max-age=5' } })
    const { hash, css } = accentStyle(accent)
    const headers = {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': hash === context.req.param('hash') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: `"${hash}"`,
    }
    if (isKnownTag(context.req.header('if-none-match'), headers.ETag)) return new Response(null, { status: 304, headers })
    return new Response(css, { headers })
  })
}
