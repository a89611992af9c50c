import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

interface Kind {
  /** Read one after the other. */
  files: string[]
  mediaType: string
}
const require = createRequire(import.meta.url)
/** The style sheet's parts, in the order of the cascade. */
const styles = [
  'type',
  'base',
  'frame',
  'home',
  'list',
  'article',
  'prose',
  'tables',
  'blocks',
  'search',
  'ask',
  'problem',
  'small',
  'print',
]

const table = {
  'golos-cyrillic.woff2': font('cyrillic'),
  'golos-latin.woff2': font('latin'),
  /** Of the latin extension the style sheet asks for currency signs only. */
  'golos-currency.woff2': font('latin-ext'),
  'site.css': own('text/css; charset=utf-8', ...styles.map(name => `styles/${name}.css`)),
  'site.js': own('text/javascript; charset=utf-8', 'site.js', 'search.js'),
  'theme.js': own('text/javascript; charset=utf-8', 'theme.js'),
  'icon.svg': own('image/svg+xml', 'icon.svg'),
  'share.png': own('image/png', 'share.png'),
} satisfies Record<string, Kind>
export type AssetName = keyof typeof table

/** A file of the site, ready to be sent. `br` and `gzip` only where they are smaller than the body. */
export interface Asset {
  name: AssetName
  hash: string
  mediaType: string
  body: Buffer
  br?: Buffer
  gzip?: Buffer
}

const loaded = new Map<string, Asset>()

/** The address of a file: it holds the content's hash, so that it may be kept for ever. */
export function assetPath(name: AssetName): string {
  return `/assets/${loadAsset(name).hash}/${name}`
}

/** The file of that name, whatever its hash; null when the site has none. */
export function findAsset(name: string): Asset | null {
  return Object.hasOwn(table, name) ? loadAsset(name as AssetName) : null
}

function loadAsset(name: AssetName): Asset {
  let asset = loaded.get(name)
  if (!asset) {
    asset = readAsset(name)
    loaded.set(name, asset)
  }
  return asset
}

function readAsset(name: AssetName): Asset {
  const { files, mediaType } = table[name]
  const content = Buffer.concat(files.map(file => readFileSync(file)))
  const body = name.endsWith('.css') ? Buffer.from(withFontPaths(content.toString('utf8'))) : content
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
  const asset: Asset = { name, hash, mediaType, body }
  if (!/^(text|image\/svg)/.test(mediaType)) return asset
  const br = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  const gzip = gzipSync(body, { level: 9 })
  return { ...asset, ...(br.length < body.length && { br }), ...(gzip.length < body.length && { gzip }) }
}

function withFontPaths(css: string): string {
  return css.replaceAll(
    /url\((['"])([a-z-]+\.woff2)\1\)/g,
    (_, quote: string, name: AssetName) => `url(${quote}${assetPath(name)}${quote})`,
  )
}

function font(subset: string): Kind {
  return {
    files: [require.resolve(`@fontsource-variable/golos-text/files/golos-text-${subset}-wght-normal.woff2`)],
    mediaType: 'font/woff2',
  }
}

function own(mediaType: string, ...names: string[]): Kind {
  return { files: names.map(name => fileURLToPath(new URL(`./assets/${name}`, import.meta.url))), mediaType }
}
