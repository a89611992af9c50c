const bullet = /^\s*[-–—•*▪·]\s+(.*)$/
const numbered = /^\s*(\d{1,3})[.)]\s+(.*)$/
const markup = /<(p|br|ul|ol|li|div|b|strong|em|i|a|table|h[1-6])\b[^>]*>/i

/** An answer as a cell holds it, as HTML: what is HTML stays, plain text gets paragraphs by line and lists by what begins its lines. */
export function answerAsHtml(text: string): string {
  if (markup.test(text)) return text
  const parts: string[] = []
  let list: 'ul' | 'ol' | null = null
  const turn = (next: 'ul' | 'ol' | null, start = 1) => {
    if (list === next) return
    if (list) parts.push(`</${list}>`)
    if (next) parts.push(start > 1 ? `<${next} start="${start}">` : `<${next}>`)
    list = next
  }
  for (const line of text.split(/\r\n|\r|\n/)) {
    const item = bullet.exec(line)?.[1]
    const [, number, step] = numbered.exec(line) ?? []
    const said = (item ?? step ?? line).trim()
    if (said === '') continue
    turn(item === undefined ? (step === undefined ? null : 'ol') : 'ul', Number(number ?? 1))
    if (item !== undefined || step !== undefined) parts.push(`<li>${escapeHtml(said)}</li>`)
    else parts.push(`<p>${escapeHtml(said)}</p>`)
  }
  turn(null)
  return parts.join('')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
