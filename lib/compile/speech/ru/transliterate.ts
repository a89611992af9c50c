const groups: readonly (readonly [string, string])[] = [
  ['tion', 'шн'],
  ['sion', 'жн'],
  ['ture', 'чер'],
  ['ight', 'айт'],
  ['dge', 'дж'],
  ['shch', 'щ'],
  ['sch', 'ш'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ya', 'я'],
  ['yu', 'ю'],
  ['yo', 'ё'],
  ['ye', 'е'],
  ['ph', 'ф'],
  ['th', 'т'],
  ['ck', 'к'],
  ['qu', 'кв'],
  ['oo', 'у'],
  ['ee', 'и'],
  ['ea', 'и'],
  ['ow', 'оу'],
  ['ou', 'оу'],
  ['oi', 'ой'],
  ['oy', 'ой'],
  ['ay', 'эй'],
  ['ey', 'и'],
  ['ew', 'ью'],
  ['ce', 'се'],
  ['ci', 'си'],
  ['cy', 'си'],
  ['wh', 'у'],
]
const byStart = new Map<string, (readonly [string, string])[]>()
for (const group of groups) byStart.set(group[0][0]!, [...(byStart.get(group[0][0]!) ?? []), group])
const single: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  c: 'к',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'дж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  w: 'в',
  x: 'кс',
  y: 'и',
  z: 'з',
  ß: 'сс',
  æ: 'э',
  ø: 'ё',
  ł: 'л',
  đ: 'д',
  ı: 'и',
  þ: 'т',
  ð: 'д',
  œ: 'э',
}

/** A reading of an unknown Latin word in Cyrillic letters: the best guess when a lexicon entry is missing. Letters it does not know disappear. */
export function transliterate(word: string): string {
  const letters = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    // English leaves a final "e" and the second of two like consonants unsaid.
    .replace(/(?<=.{2}[aeiouy])ce$/, 's')
    .replace(/(?<=.{2}[bdfgklmnprstvz])e$/, '')
    .replace(/([bdfgklmnprtvz])\1/g, '$1')
  let spoken = ''
  for (let at = 0; at < letters.length; ) {
    const group = byStart.get(letters[at]!)?.find(([written]) => letters.startsWith(written, at))
    spoken += group === undefined ? (single[letters[at]!] ?? '') : group[1]
    at += group === undefined ? 1 : group[0].length
  }
  return spoken.replace(/^е/, 'э')
}

const homoglyphs: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
}

/** Latin letters typed by mistake inside a Russian word ("cчёт" with a Latin "c") as the Cyrillic letters they look like; null when one has no twin. */
export function asCyrillic(letters: string): string | null {
  let word = ''
  for (const letter of letters) {
    const twin = homoglyphs[letter]
    if (twin === undefined) return null
    word += twin
  }
  return word
}
