/** Text on one line of Markdown that means itself: nothing in it becomes a link, markup, HTML or an entity. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>&]/g, character => (character === '&' ? '&amp;' : `\\${character}`))
}
