/** A piece of finished XML; only `element` makes it, so that everything in it is escaped. */
export class Xml {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** An element with attributes and with text or elements in it. All text is escaped; characters that XML 1.0 does not have are left out. */
export function element(name: string, attributes: Record<string, string> = {}, ...children: (string | Xml)[]): Xml {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const body = children.map(child => (child instanceof Xml ? child.text : escapeXml(child)))
  return new Xml(body.length === 0 ? `<${name}${head.join('')}/>` : `<${name}${head.join('')}>${body.join('')}</${name}>`)
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"']/g, character => escapes[character] ?? character)
}
