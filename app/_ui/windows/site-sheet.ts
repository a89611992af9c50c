const address = '/assets/studio/site.css'
let loading: Promise<CSSStyleSheet> | undefined

/** The public site's style sheet for a shadow root: its root is the host, and the studio's copy of the typeface serves. Loaded once. */
export function siteSheet(): Promise<CSSStyleSheet> {
  loading ??= load().catch(error => {
    loading = undefined
    throw error
  })
  return loading
}

async function load(): Promise<CSSStyleSheet> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  const sheet = new CSSStyleSheet()
  await sheet.replace(forShadowRoot(await response.text()))
  return sheet
}

/** Rewrites rules for the page (`:root`, `html`, `body`) so that they hold inside a shadow root. */
export function forShadowRoot(css: string): string {
  return css
    .replaceAll(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(/:root((?:\[[^\]]*\]|:not\([^)]*\))*)/g, (_, condition: string) => (condition === '' ? ':host' : `:host(${condition})`))
    .replaceAll(/(^|[\s,{}])(?:html|body)(?=[\s,{.[:])/g, '$1.site')
    .replaceAll(/(["'])Golos Text\1/g, "'Golos Text Variable'")
}
