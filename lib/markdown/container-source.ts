import { escapeText } from './escape-text.ts'

/** More colons than anything inside: the parser looks for the closing fence before it knows what the lines in between are. */
export function container(name: string, head: string, body: string): string {
  const longest = (body.match(/:{3,}/g) ?? []).reduce((size, run) => Math.max(size, run.length), 2)
  const fence = ':'.repeat(longest + 1)
  return `${fence}${name}${head}\n${body === '' ? '' : `${body}\n`}${fence}`
}

/** A text in brackets behind the name of a directive; nothing for an empty one. */
export function label(text: string): string {
  return text === '' ? '' : `[${escapeText(text, { first: true, last: true })}]`
}
