/** How spellings sound, in Latin letters, longest first: of names as English spells them, and of the same names as one hears and writes them in Cyrillic. */
const latinSounds: readonly (readonly [RegExp, string])[] = [
  [/wh|w/g, 'v'],
  [/ph/g, 'f'],
  [/tch|ch/g, '4'],
  [/sh/g, '8'],
  [/ck|q(?!u)/g, 'k'],
  [/qu/g, 'kv'],
  [/dge|dg|j/g, 'j'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/(?<=[^aeiou])e$/, ''],
  [/e$/, ''],
  [/oo|ou/g, 'u'],
  [/ee|ea|ie|y/g, 'i'],
  [/ai|ei/g, 'a'],
  [/z/g, 's'],
]
const cyrillicSounds: readonly (readonly [RegExp, string])[] = [
  [/дж|ж/g, 'j'],
  [/ай/g, 'i'],
  [/[еэ]й/g, 'a'],
  [/ау/g, 'u'],
  [/[ьъй]/g, ''],
  [/ц/g, 'ts'],
  [/ч/g, '4'],
  [/[шщ]/g, '8'],
  [/ю/g, 'u'],
  [/я/g, 'a'],
  [/[иы]/g, 'i'],
]
const letters = new Map([...'абвгдеёзклмнопрстуфхэ'].map((letter, index) => [letter, 'abvgdeesklmnoprstufhe'[index]!]))

/** A word in either alphabet as it sounds, roughly: a foreign name and its spelling by ear are the same or nearly so. */
export function soundOf(word: string): string {
  let rest = word
  for (const [spelling, sound] of /[а-яё]/.test(word) ? cyrillicSounds : latinSounds) rest = rest.replace(spelling, sound)
  return Array.from(rest, letter => letters.get(letter) ?? letter)
    .join('')
    .replace(/(.)\1+/g, '$1')
}

/** The consonants of a sound: those are heard alike by everybody. */
export function consonantsOf(sound: string): string {
  return sound.replace(/[aeiou]/g, '').replace(/(.)\1+/g, '$1')
}
