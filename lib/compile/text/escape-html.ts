const special = /[&<>"]/
const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text safe between tags and in double-quoted attributes of HTML, XML and Telegram HTML: only `& < > "` are written as named entities. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(/[&<>"]/g, character => names[character] as string) : text
}
