/** What stands around a text inside its line of Markdown. */
export interface TextPlace {
  /** Nothing, or a node without text, comes before it on this line. */
  first: boolean
  last: boolean
}

const special = /[\\`*[\]<&~_:@!{|]|www(?=\.)/gi
const wordCharacter = /[\p{L}\p{N}]/u

/** Text with a backslash before each character that Markdown would read as markup at that place; what is not markup there stays readable. */
export function escapeText(text: string, place: TextPlace): string {
  return text.replace(special, (character, offset: number) => {
    const isMarkup = rules[character] ?? rules.www
    if (!isMarkup?.(text, offset, place)) return character
    return character.length > 1 ? `${character}\\` : `\\${character}`
  })
}

type Rule = (text: string, offset: number, place: TextPlace) => boolean
const always: Rule = () => true

const rules: Record<string, Rule> = {
  '\\': always,
  '`': always,
  '*': always,
  '[': always,
  ']': always,
  '<': (text, offset, place) => isEnd(text, offset, place) || /[A-Za-z/!?]/.test(text[offset + 1] ?? ''),
  '&': (text, offset) => /[#A-Za-z]/.test(text[offset + 1] ?? ''),
  // One tilde is text ("~5 минут"), two are a strike.
  '~': (text, offset, place) =>
    text[offset - 1] === '~' || text[offset + 1] === '~' || (offset === 0 && !place.first) || isEnd(text, offset, place),
  _: underscore,
  ':': (text, offset, place) =>
    isEnd(text, offset, place) || beginsDirective(text, offset, place) || /^:\/\//.test(text.slice(offset, offset + 3)),
  // The underscore that ends an emphasis may be read as the name before the @.
  '@': (text, offset, place) =>
    (offset === 0 ? !place.first : /[\w.+-]/.test(text[offset - 1] ?? '')) &&
    (isEnd(text, offset, place) || /\S/.test(text[offset + 1] ?? '')),
  '!': isEnd,
  '{': (_text, offset, place) => offset === 0 && !place.first,
  '|': () => false,
  www: always,
}

/** The last character of a text with more to come: together they might be markup. */
function isEnd(text: string, offset: number, place: TextPlace): boolean {
  return !place.last && offset === text.length - 1
}

/** An underscore between letters or digits is none to Markdown. */
function underscore(text: string, offset: number): boolean {
  let from = offset
  let to = offset
  while (text[from - 1] === '_') from--
  while (text[to + 1] === '_') to++
  return !(wordCharacter.test(text[from - 1] ?? '') && wordCharacter.test(text[to + 1] ?? ''))
}

/** ":u" at the end of a text, before the "[" of a link. */
function beginsDirective(text: string, offset: number, place: TextPlace): boolean {
  return !place.last && /^:(fact|u)$/.test(text.slice(offset, offset + 6))
}

/** The beginning of a line, where lists, headings, quotes, rules, tables, fences and containers begin. */
export function escapeLineStart(line: string): string {
  if (/^(#{1,6}([ \t]|$)|[-+]([ \t]|$)|-[- \t|:]*$|=+[ \t]*$|>|:(?=:)|[:|][-:| \t]*$|\|)/.test(line)) return `\\${line}`
  return line.replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2')
}

/** A row of # at the end of a heading would be read as its closing. */
export function escapeHeadingEnd(line: string): string {
  return line.replace(/(^|[ \t])(#+)$/, (_, before: string, row: string) => `${before}\\${row}`)
}
