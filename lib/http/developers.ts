import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { html, raw } from 'hono/html'
import { digest } from '../digest.ts'
import { IstokError } from '../errors.ts'
import { developersScript, developersStyle, developersText, examples } from './developers-text.ts'
import { isKnownTag } from './precondition.ts'
import type { Api, Wire } from './wire.ts'

/** Swagger UI sets style attributes and loads its icons from data addresses; scripts come from our own files only. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"

const uiFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const uiFiles: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

interface Asset {
  body: Buffer
  mediaType: string
  etag: string
}

/** `/developers`: how to begin, with examples to copy, and every route to try out. Nothing on it comes from another host. */
export function addDevelopers(app: Api, wire: Wire): void {
  const assets = new Map<string, Asset>()
  app.get('/developers', context => {
    context.set('route', '/developers')
    const wanted = context.req.query('lang')
    const locale = wanted === 'ru' || wanted === 'en' ? wanted : preferred(context.req.header('accept-language'))
    const headers = {
      'Content-Security-Policy': policy,
      'Cache-Control': 'public, max-age=60',
      'Content-Language': locale,
      Vary: 'Accept-Language',
    }
    return context.html(page(locale, wire.istok.env.publicUrl), 200, headers)
  })
  app.get('/developers/assets/:name', context => {
    context.set('route', '/developers')
    const name = context.req.param('name')
    const asset = assets.get(name) ?? readAsset(name)
    if (!asset) throw new IstokError('not_found', 'There is no such file')
    assets.set(name, asset)
    const headers = { 'Content-Type': asset.mediaType, ETag: asset.etag, 'Cache-Control': 'public, max-age=3600' }
    if (isKnownTag(context.req.header('if-none-match'), asset.etag)) return new Response(null, { status: 304, headers })
    return new Response(new Uint8Array(asset.body), { headers: { ...headers, 'Content-Length': String(asset.body.length) } })
  })
}

function readAsset(name: string): Asset | null {
  if (name === 'start.js') return asset(Buffer.from(developersScript), 'text/javascript; charset=utf-8')
  if (name === 'developers.css') return asset(Buffer.from(developersStyle), 'text/css; charset=utf-8')
  const mediaType = Object.hasOwn(uiFiles, name) ? uiFiles[name] : undefined
  const file = join(uiFolder, name)
  return mediaType !== undefined && existsSync(file) ? asset(readFileSync(file), mediaType) : null
}

function asset(body: Buffer, mediaType: string): Asset {
  return { body, mediaType, etag: `"${digest(body.toString('latin1'))}"` }
}

function preferred(acceptLanguage = ''): 'ru' | 'en' {
  return /^\s*en\b/i.test(acceptLanguage) ? 'en' : 'ru'
}

function page(locale: 'ru' | 'en', publicUrl: string) {
  const text = developersText[locale]
  const other = locale === 'ru' ? 'en' : 'ru'
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${text.title}</title>
<link rel="stylesheet" href="/developers/assets/swagger-ui.css">
<link rel="stylesheet" href="/developers/assets/developers.css">
</head>
<body>
<header><nav aria-label="Istok"><a href="/${locale}/">Istok</a><a href="/developers?lang=${other}" hreflang="${other}" lang="${other}">${developersText[other].name}</a></nav>
<div><h1>${text.title}</h1><p>${text.lead}</p></div></header>
<div role="main">
<div class="page">
${examples(publicUrl).map(
  ({ title, command }) =>
    html`<section aria-label="${title[locale]}"><h2>${title[locale]}</h2><pre tabindex="0"><code>${command}</code></pre></section>`,
)}
<section id="errors" aria-label="${text.errors.title}"><h2>${text.errors.title}</h2><p>${text.errors.lead}</p><dl>${text.errors.codes.map(
    ([code, meaning]) => html`<dt id="error-${code.replaceAll('_', '-')}"><code>${code}</code></dt><dd>${meaning}</dd>`,
  )}</dl></section>
<section aria-label="${text.routes}"><h2>${text.routes}</h2><p><a href="/api/v1/openapi.json">openapi.json</a></p><noscript>${text.noScript}</noscript></section>
</div>
<div id="routes"></div>
</div>
${raw('<script src="/developers/assets/swagger-ui-bundle.js" defer></script><script src="/developers/assets/start.js" defer></script>')}
</body>
</html>`
}
