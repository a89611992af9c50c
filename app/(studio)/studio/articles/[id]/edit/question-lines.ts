/** The questions of a text with one in each line; signs of lists that were pasted with them are taken off. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, '').trim())
    .filter(line => line !== '')
}

/** Questions that stand there more than once, whatever their case and their question mark; each once. */
export function repeatedLines(text: string): string[] {
  const seen = new Set<string>()
  const repeated = new Map<string, string>()
  for (const line of linesOf(text)) {
    const key = line.toLowerCase().replace(/[?!.\s]+$/, '')
    if (seen.has(key)) repeated.set(key, line)
    seen.add(key)
  }
  return [...repeated.values()]
}
