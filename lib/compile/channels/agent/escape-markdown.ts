const url = /(?:https?:\/\/|www\.)[^\s<]*/gi
const special = /[\\`*_[\]<>&~|#]/
const anywhere = /[\\`*[\]<~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu
const lineStart = /^([#>+\-=|:]|\d+(?=[.)](?:\s|$)))/

/** Text that Markdown (CommonMark with GFM) reads back as the same text. A bare address stays as it is: GFM links it. */
export function escapeMarkdown(text: string): string {
  if (!special.test(text)) return text
  if (!text.includes('://') && !/www\./i.test(text)) return text.replace(anywhere, '\\$&')
  let out = ''
  let from = 0
  for (const match of text.matchAll(url)) {
    out += text.slice(from, match.index).replace(anywhere, '\\$&') + match[0]
    from = match.index + match[0].length
  }
  return out + text.slice(from).replace(anywhere, '\\$&')
}

/** A line of Markdown text whose first characters do not begin a heading, list, quote, table or underline. */
export function escapeLineStart(line: string): string {
  const match = lineStart.exec(line)
  if (!match) return line
  const length = match[0].length
  return /\d/.test(match[0]) ? `${match[0]}\\${line.slice(length)}` : `\\${line}`
}

/** A code span around any text: the fence is longer than every run of backticks in it. */
export function codeSpan(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  const padding =
    text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '') ? ' ' : ''
  return fence + padding + text + padding + fence
}
