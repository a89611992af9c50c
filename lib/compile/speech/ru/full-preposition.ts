const clusters: Readonly<Record<string, RegExp>> = {
  с: /^(?:ста(?![а-яё])|втор|сред[ыуе])/,
  в: /^втор/,
  к: /^втор/,
  о: /^[аиоуэ]/,
}
const endings: Readonly<Record<string, string>> = { с: 'о', в: 'о', к: 'о', о: 'б' }

/** The letter that a preposition of one letter takes before a word: "с" + "ста" → "о" (со ста), "о" + "одном" → "б"; else nothing. */
export function prepositionEnding(preposition: string, next: string): string {
  const letter = preposition.toLowerCase()
  return clusters[letter]?.test(next) ? endings[letter]! : ''
}
