import { escapePointer } from '#lib/document/escape-pointer.ts'

/** An object (its names so far and the one that is being read) or an array (the index that is being read). */
type Level = { names: Set<string>; at: string } | { names: null; at: number }

const mark = /[{}[\],"]/g

/**
 * The JSON pointer of the first member that its object has twice; null when there is none. `text` is JSON. Readers differ in which of the two they believe
 * (RFC 8259 §4), so what one of them checked may not be what the next one does.
 */
export function findRepeatedMember(text: string): string | null {
  const levels: Level[] = []
  mark.lastIndex = 0
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const level = levels.at(-1)
    const [character] = match
    if (character === '{') levels.push({ names: new Set(), at: '' })
    else if (character === '[') levels.push({ names: null, at: 0 })
    else if (character === '}' || character === ']') levels.pop()
    else if (character === '"') {
      const end = endOfString(text, match.index)
      mark.lastIndex = end
      if (!level?.names || !isName(text, end)) continue
      level.at = JSON.parse(text.slice(match.index, end)) as string
      if (level.names.has(level.at)) return levels.map(({ at }) => `/${escapePointer(at)}`).join('')
      level.names.add(level.at)
    } else if (level?.names === null) level.at += 1
  }
  return null
}

/** Behind the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1
    if (slashes % 2 === 0) return end + 1
  }
  return text.length
}

function isName(text: string, end: number): boolean {
  let at = end
  while (/\s/.test(text.charAt(at))) at += 1
  return text.charAt(at) === ':'
}
