/** Letters of the two alphabets that look alike: a word of one alphabet with a few of the other's is the one word. */
const latinLooks = 'aceopxykmthbABCEHKMOPTXY'
const cyrillicLooks = 'асеорхукмтнвАВСЕНКМОРТХУ'
const toCyrillic = new Map([...latinLooks].map((letter, index) => [letter, cyrillicLooks[index]!]))
const toLatin = new Map([...cyrillicLooks].map((letter, index) => [letter, latinLooks[index]!]))

const plain = /^(?:[a-z0-9]+|[а-я0-9]+)$/
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** A word in the form in which words are compared: NFKC, lower case, ё as е, without accents, soft hyphens and other invisible signs, in one alphabet. */
export function foldWord(word: string): string {
  if (plain.test(word)) return word
  const lower = word.replace(invisible, '').normalize('NFKC').toLowerCase()
  const bare = lower
    .replaceAll('ё', 'е')
    .normalize('NFD')
    .replace(/([^иИ])\p{M}+|(и)(?:(?!\u0306)\p{M})+/gu, '$1$2')
    .normalize('NFC')
  return inOneAlphabet(bare.replaceAll('’', "'"))
}

/** A word that mixes Latin and Cyrillic in the alphabet of the letters that exist only there; as it is where both have such letters. */
export function inOneAlphabet(word: string): string {
  if (!/[a-z]/.test(word) || !/[а-я]/.test(word)) return word
  const latin = [...word].filter(letter => letter >= 'a' && letter <= 'z')
  const cyrillic = [...word].filter(letter => letter >= 'а' && letter <= 'я')
  const latinFits = latin.every(letter => toCyrillic.has(letter))
  const cyrillicFits = cyrillic.every(letter => toLatin.has(letter))
  if (latinFits && (!cyrillicFits || cyrillic.length >= latin.length)) return word.replace(/[a-z]/g, letter => toCyrillic.get(letter)!)
  if (cyrillicFits) return word.replace(/[а-я]/g, letter => toLatin.get(letter)!)
  return word
}
