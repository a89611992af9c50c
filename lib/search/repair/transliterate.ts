/**
 * Latin spellings of Cyrillic letters in the schemes that people use (GOST 7.79, passport, chat): longest first. A spelling with several readings is
 * read in every way.
 */
const readings: readonly (readonly [string, readonly string[]])[] = [
  ['shch', ['щ']],
  ['sch', ['щ', 'сч']],
  ['shh', ['щ']],
  ['yo', ['е', 'йо']],
  ['jo', ['е']],
  ['yu', ['ю']],
  ['ju', ['ю']],
  ['iu', ['ю']],
  ['ya', ['я']],
  ['ja', ['я']],
  ['ia', ['я', 'иа']],
  ['ye', ['е', 'ые']],
  ['je', ['е', 'э']],
  ['zh', ['ж']],
  ['kh', ['х']],
  ['ts', ['ц', 'тс']],
  ['tc', ['ц']],
  ['ch', ['ч']],
  ['sh', ['ш']],
  ['iy', ['ий', 'ы']],
  ['yy', ['ый']],
  ['ij', ['ий']],
  ['yj', ['ый']],
  ['ks', ['кс']],
  ['a', ['а']],
  ['b', ['б']],
  ['v', ['в']],
  ['w', ['в', 'ш']],
  ['g', ['г']],
  ['d', ['д']],
  ['e', ['е', 'э']],
  ['z', ['з']],
  ['i', ['и', 'й']],
  ['j', ['й', 'ж']],
  ['k', ['к']],
  ['l', ['л']],
  ['m', ['м']],
  ['n', ['н']],
  ['o', ['о']],
  ['p', ['п']],
  ['r', ['р']],
  ['s', ['с']],
  ['t', ['т']],
  ['u', ['у']],
  ['f', ['ф']],
  ['h', ['х']],
  ['x', ['х', 'кс']],
  ['c', ['ц', 'к', 'с']],
  ['q', ['к', 'я']],
  ['y', ['й', 'ы', 'и']],
  ["'", ['ь', '']],
  ['4', ['ч']],
  ['6', ['ш']],
]
const bySpelling = new Map(readings)

/** The most readings of one word that are looked at. */
const mostReadings = 48

/** What a word in Latin letters may be in Cyrillic ones, the likeliest first; empty where it has other signs. */
export function readTransliteration(word: string): string[] {
  if (!/^[a-z'46]+$/.test(word) || !/[a-z]/.test(word)) return []
  let open = ['']
  for (let at = 0; at < word.length; ) {
    const spelling = [4, 3, 2, 1].map(length => word.slice(at, at + length)).find(part => bySpelling.has(part)) ?? ''
    if (spelling === '') return []
    const letters = bySpelling.get(spelling)!
    open = letters.flatMap(letter => open.map(begun => begun + letter)).slice(0, mostReadings)
    at += spelling.length
  }
  return open
}

const skeletonLetters: readonly (readonly [RegExp, string])[] = [
  [/сч|шч|щ|sch|shch|shh/g, 'W'],
  [/ж|zh/g, 'J'],
  [/ч|ch/g, 'C'],
  [/ш|sh/g, 'W'],
  [/х|kh|h|x/g, 'H'],
  [/ц|тс|ts|tc/g, 'T'],
  [/ю|yu|ju|iu|йу/g, 'U'],
  [/я|ya|ja|ia|йа/g, 'A'],
  [/yo|jo|ye|je|йо|[еэёe]/g, 'E'],
  [/[ьъ'`]/g, ''],
  [/[ийыiyj]+/g, 'I'],
]
const plainLetters = new Map(
  [...'абвгдзклмнопрстуфabvgdzklmnoprstufwqc'].map((letter, index) => [letter, 'ABVGDZKLMNOPRSTUFABVGDZKLMNOPRSTUFVKK'[index]!]),
)

/** What is left of a word in either alphabet when every spelling of a sound is one sign: words that are transliterations of each other have the same. */
export function skeleton(word: string): string {
  let rest = word
  for (const [spelling, sign] of skeletonLetters) rest = rest.replace(spelling, sign)
  return Array.from(rest, letter => plainLetters.get(letter) ?? letter)
    .join('')
    .replace(/(.)\1+/g, '$1')
}
