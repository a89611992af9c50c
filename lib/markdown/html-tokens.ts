export type HtmlToken =
  | { type: 'text'; text: string }
  | { type: 'open' | 'close'; name: string; source: string; attributes: Record<string, string> }
  | { type: 'comment' }

const tag = /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:\s(?:"[^"]*"|'[^']*'|[^"'<>])*)?)\/?>/y
const attribute = /([A-Za-z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
}

/** Splits HTML into tags, comments and decoded text. Not a validating parser: what is no tag is text. Linear time. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  let text = ''
  let position = 0
  const flush = () => {
    if (text !== '') tokens.push({ type: 'text', text: decodeEntities(text) })
    text = ''
  }
  while (position < html.length) {
    const bracket = html.indexOf('<', position)
    text += html.slice(position, bracket === -1 ? html.length : bracket)
    if (bracket === -1) break
    const end = endOfComment(html, bracket)
    tag.lastIndex = bracket
    const match = end === null ? tag.exec(html) : null
    if (end !== null) {
      flush()
      tokens.push({ type: 'comment' })
      position = end
    } else if (match !== null) {
      flush()
      const type = match[1] === '/' ? 'close' : 'open'
      tokens.push({ type, name: (match[2] ?? '').toLowerCase(), source: match[0], attributes: readAttributes(match[3] ?? '') })
      position = tag.lastIndex
    } else {
      text += '<'
      position = bracket + 1
    }
  }
  flush()
  return tokens
}

/** An unfinished comment hides the rest, as it does in browsers. */
function endOfComment(html: string, start: number): number | null {
  const next = html[start + 1]
  if (html.startsWith('<!--', start)) {
    const end = html.indexOf('-->', start + 4)
    return end === -1 ? html.length : end + 3
  }
  if (next !== '!' && next !== '?') return null
  const end = html.indexOf('>', start)
  return end === -1 ? html.length : end + 1
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const [, name, double, single, bare] of source.matchAll(attribute)) {
    attributes[(name ?? '').toLowerCase()] = decodeEntities(double ?? single ?? bare ?? '')
  }
  return attributes
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/g, (source, decimal, hexadecimal, name) => {
    if (name !== undefined) return entities[name] ?? source
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
  })
}
