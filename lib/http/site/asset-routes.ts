import type { Hono } from 'hono'
import { type Asset, findAsset } from './assets.ts'
import type { SiteEnv } from './search-routes.ts'

/** `/assets/{hash}/{name}`: kept for ever under its hash. Under an older hash (a page from somebody's cache) the present file, not to be kept. */
export function addAssetRoutes(site: Hono<SiteEnv>): void {
  site.get('/assets/:hash/:name', context => {
    const { hash, name } = context.req.param()
    const asset = findAsset(name)
    if (!asset) return new Response(null, { status: 404, headers: { 'Cache-Control': 'public, max-age=5' } })
    return sendAsset(asset, asset.hash === hash, context.req.header('accept-encoding') ?? '')
  })
}

function sendAsset(asset: Asset, isCurrent: boolean, accepted: string): Response {
  const encoding = asset.br && /\bbr\b/.test(accepted) ? 'br' : asset.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null
  const body = encoding === null ? asset.body : (asset[encoding] ?? asset.body)
  const headers: Record<string, string> = {
    'Content-Type': asset.mediaType,
    'Content-Length': String(body.length),
    'Cache-Control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...((asset.br || asset.gzip) && { Vary: 'Accept-Encoding' }),
    ...(encoding !== null && { 'Content-Encoding': encoding }),
    /** Link previews load the picture from their own pages. */
    ...(asset.name === 'share.png' && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
  }
  return new Response(new Uint8Array(body), { headers })
}
