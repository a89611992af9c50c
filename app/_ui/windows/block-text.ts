/** Characters of an excerpt. */
const length = 60

/** The beginning of the text inside any node; facts stand as their key. */
export function blockText(node: unknown): string {
  const text = collect(node).replaceAll(/\s+/g, ' ').trim()
  return text.length > length ? `${text.slice(0, length).trimEnd()}…` : text
}

function collect(node: unknown): string {
  if (Array.isArray(node)) return node.map(collect).join(' ')
  if (typeof node !== 'object' || node === null) return ''
  const { type, text, content, attrs } = node as { type?: string; text?: unknown; content?: unknown; attrs?: Record<string, unknown> }
  if (typeof text === 'string') return text
  if (type === 'fact') return `{${String(attrs?.key ?? '')}}`
  return collect(content)
}
