const bullet = /^\s*[-–—•*▪·]\s+(.*)$/
const numbered = /^\s*\d{1,3}[.)]\s+(.*)$/
const markup = /<(p|br|ul|ol|li|div|b|strong|em|i|a|table|h[1-6])\b[^>]*>/i

/** An answer as a cell holds it, as HTML: what is HTML stays, plain text gets paragraphs by line and lists by what begins its lines. */
export function answerAsHtml(text: string): string {
  if (markup.test(text)) return text
  const parts: string[] = []
  let list: 'ul' | 'ol' | null = null
  const turn = (next: 'ul' | 'ol' | null) => {
    if (list === next) return
    if (list) parts.push(`</${list}>`)
    if (next) parts.push(`<${next}>`)
    list = next
  }
  for (const line of text.split(/\r\n|\r|\n/)) {
    const item = bullet.exec(line)?.[1]
    const step = numbered.exec(line)?.[1]
    if (line.trim() === '') continue
    turn(item === undefined ? (step === undefined ? null : 'ol') : 'ul')
    if (item ?? step) parts.push(`<li>${escapeHtml((item ?? step ?? '').trim())}</li>`)
    else parts.push(`<p>${escapeHtml(line.trim())}</p>`)
  }
  turn(null)
  return parts.join('')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
