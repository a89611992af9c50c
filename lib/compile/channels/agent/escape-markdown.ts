const address = /(?:https?:\/\/|www\.)[^\s<]*/gi
/** What makes GFM link a bare address. */
const autolink = /(https?)(:)(?=\/\/)|(www)(\.)/gi
const mayLink = /:\/\/|www\./i
const special = /[\\`*_[\]<>&~|#]/
const anywhere = /[\\`*[\]<~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu
const lineStart = /^([#>+\-=|:]|\d+(?=[.)](?:\s|$)))/

/**
 * Text that Markdown (CommonMark with GFM) reads back as the same text. GFM links bare addresses: one that stands alone between spaces stays as
 * it is, any other is kept from becoming a link, because it would swallow what follows. `alone`: nothing stands right after the text.
 */
export function escapeMarkdown(text: string, alone = true): string {
  if (!special.test(text) && !mayLink.test(text)) return text
  if (!mayLink.test(text)) return text.replace(anywhere, '\\$&')
  let out = ''
  let from = 0
  for (const match of text.matchAll(address)) {
    const end = match.index + match[0].length
    const free =
      !special.test(match[0]) &&
      !/[()'"{}]/.test(match[0]) &&
      (end === text.length ? alone : /\s/.test(text.charAt(end))) &&
      /^$|\s/.test(text.charAt(match.index - 1))
    out += text.slice(from, match.index).replace(anywhere, '\\$&')
    out += free ? match[0] : match[0].replace(anywhere, '\\$&').replace(autolink, '$1$3\\$2$4')
    from = end
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
