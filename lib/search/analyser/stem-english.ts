/**
 * The key under which the forms of an English word meet: Porter2 (snowballstem.org/algorithms/english/stemmer.html) on a word in lower case. The key is no
 * word: never show it.
 */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word
  const known = exceptions.get(word)
  if (known !== undefined) return known
  let rest = word
    .replace(/^'|'s?'?$/g, '')
    .replace(/^y/, 'Y')
    .replace(/([aeiouy])y/g, '$1Y')
  const one = regionOne(rest)
  const two = regionAfter(rest, one)
  rest = plural(rest)
  if (/^(?:inning|outing|canning|herring|earring|proceed|exceed|succeed)$/.test(rest)) return rest
  rest = past(rest, one)
  rest = rest.replace(/(?<=.[^aeiouy])[yY]$/, 'i')
  rest = replaceIn(rest, one, stepTwo)
  rest = replaceIn(rest, one, stepThree)
  if (rest.length - 5 >= two && rest.endsWith('ative')) rest = rest.slice(0, -5)
  rest = residual(rest, two)
  return lastLetter(rest, one, two).toLowerCase()
}

const exceptions = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['sky', 'sky'],
  ['only', 'onli'],
  ['early', 'earli'],
  ['paid', 'pay'],
  ['sent', 'send'],
  ['lost', 'lose'],
  ['losing', 'lose'],
  ['loses', 'lose'],
  ['bought', 'buy'],
])

function regionOne(word: string): number {
  const special = /^(?:gener|commun|arsen)/.exec(word)
  return special ? special[0].length : regionAfter(word, 0)
}

/** Where the region after the first consonant that follows a vowel begins. */
function regionAfter(word: string, from: number): number {
  const match = /[aeiouy][^aeiouy]/.exec(word.slice(from))
  return match ? from + match.index + 2 : word.length
}

function plural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (/(?:ied|ies)$/.test(word)) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1)
  if (/(?:us|ss)$/.test(word) || !word.endsWith('s')) return word
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word
}

function past(word: string, one: number): string {
  const eed = /(?:eedly|eed)$/.exec(word)
  if (eed) return eed.index >= one ? `${word.slice(0, eed.index)}ee` : word
  const cut = /(?:ingly|edly|ing|ed)$/.exec(word)
  if (!cut || !/[aeiouy]/.test(word.slice(0, cut.index))) return word
  const rest = word.slice(0, cut.index)
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1)
  return one >= rest.length && endsShort(rest) ? `${rest}e` : rest
}

/** A short syllable at the end. */
function endsShort(word: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word)
}

const stepTwo: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ization', 'ize'],
  ['ousness', 'ous'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['tional', 'tion'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ation', 'ate'],
  ['entli', 'ent'],
  ['fulli', 'ful'],
  ['iviti', 'ive'],
  ['ousli', 'ous'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['anci', 'ance'],
  ['ator', 'ate'],
  ['enci', 'ence'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['logi', 'log'],
  ['li', ''],
]

const stepThree: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]

function replaceIn(word: string, region: number, table: readonly (readonly [string, string])[]): string {
  for (const [ending, replacement] of table) {
    if (!word.endsWith(ending)) continue
    const at = word.length - ending.length
    if (at < region || (ending === 'li' && !/[cdeghkmnrt]$/.test(word.slice(0, at)))) return word
    return word.slice(0, at) + replacement
  }
  return word
}

function residual(word: string, two: number): string {
  const match = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|(?<=[st])ion)$/.exec(word)
  return match && match.index >= two ? word.slice(0, match.index) : word
}

function lastLetter(word: string, one: number, two: number): string {
  const at = word.length - 1
  if (word.endsWith('e')) return at >= two || (at >= one && !endsShort(word.slice(0, -1))) ? word.slice(0, -1) : word
  return word.endsWith('ll') && at >= two ? word.slice(0, -1) : word
}
