/** For tests: a strict reader of our own pages. It shares nothing with the templates. */

const tags = new Set(
  `html head meta title script link body a header footer main nav article section aside div p span h1 h2 h3 h4 ul ol li dl dt dd time data strong em u s code
  pre blockquote figure img table caption thead tbody tr th td hr br details summary button form fieldset legend label input output svg path circle rect line g
  use symbol defs ellipse polyline polygon noscript`.split(/\s+/),
)
const addresses = new Set(['href', 'src', 'action', 'poster', 'cite'])
const forbidden = /^(?:on|style$|srcdoc$|formaction$|xlink|srcset$|ping$|background$|data$|is$|popovertarget)/
const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" }

/** Everything in a page that a page of ours never has. Empty: no script but our own files, no handler, no address that runs code, nothing unquoted. */
export function faultsInPage(page: string): string[] {
  const faults: string[] = []
  const tag = /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z_:][\w:.-]*(?:="[^"<]*")?)*)\s*\/?>/y
  let at = /^<!doctype html>/i.exec(page)?.[0].length ?? 0
  const say = (what: string) => void faults.push(`${what}: ${page.slice(Math.max(0, at - 30), at + 90)}`)
  while (at < page.length) {
    const next = page.indexOf('<', at)
    faults.push(...faultsInText(page.slice(at, next < 0 ? page.length : next)))
    if (next < 0) break
    at = next
    tag.lastIndex = at
    const [whole = '<', slash, name = '', attributes = ''] = tag.exec(page) ?? []
    if (whole === '<') say('a bare <')
    else if (!tags.has(name)) say(`element ${name}`)
    else if (!slash) for (const fault of faultsInAttributes(name, attributes)) say(fault)
    at += whole.length
    if (slash || name !== 'script') continue
    const end = page.indexOf('</script>', at)
    const code = page.slice(at, end)
    if (attributes.includes('application/ld+json')) checkData(code, say)
    else if (code !== '') say('inline script')
    at = end
  }
  return faults
}

function faultsInText(text: string): string[] {
  return text.includes('>') ? [`a bare >: ${text.slice(0, 90)}`] : []
}

function checkData(code: string, say: (what: string) => void): void {
  if (/[<\u2028\u2029]/.test(code)) say('data that can leave its script element')
  try {
    JSON.parse(code)
  } catch {
    say('data that is no JSON')
  }
}

function faultsInAttributes(tag: string, attributes: string): string[] {
  const faults: string[] = []
  for (const [, name = '', value = ''] of attributes.matchAll(/([A-Za-z_:][\w:.-]*)(?:="([^"]*)")?/g)) {
    if (forbidden.test(name)) faults.push(`attribute ${name}`)
    if (addresses.has(name) && !isHarmless(decode(value))) faults.push(`address ${value}`)
    if (tag === 'meta' && name === 'http-equiv') faults.push('http-equiv')
    if (tag === 'script' && name === 'src' && !/^\/(?:assets|developers\/assets)\//.test(value)) faults.push(`script ${value}`)
  }
  if (tag === 'script' && !/\ssrc="|application\/ld\+json/.test(attributes)) faults.push('script without address')
  return faults
}

/** Whether a link may lead there: the web, mail, telephone, a place of this site. */
export function isHarmless(address: string): boolean {
  return /^(?:https?:\/\/[^/]|mailto:|tel:|\/(?!\/)|#)/.test(address) && !/[\p{Cc} ]/u.test(address)
}

function decode(text: string): string {
  return text.replaceAll(/&(?:lt|gt|amp|quot|#39);/g, entity => entities[entity] ?? entity)
}
