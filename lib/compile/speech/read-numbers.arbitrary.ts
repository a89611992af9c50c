/** Readers that turn spoken numbers back into values, written independently of the tables that speak them; for property tests only. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:ноль|нул[яюе]|нулём)$/, 0],
  [/^(?:од(?:ин|на|но|ного|ной|ному|ну|ним|ном))$/, 1],
  [/^(?:два|две|двух|двум|двумя)$/, 2],
  [/^(?:три|трёх|трём|тремя)$/, 3],
  [/^(?:четыре|четырёх|четырём|четырьмя)$/, 4],
  [/^пят(?:ь|и|ью)$/, 5],
  [/^шест(?:ь|и|ью)$/, 6],
  [/^сем(?:ь|и|ью)$/, 7],
  [/^вос(?:емь|ьми|емью)$/, 8],
  [/^девят(?:ь|и|ью)$/, 9],
  [/^десят(?:ь|и|ью)$/, 10],
  [/^одиннадцат/, 11],
  [/^двенадцат/, 12],
  [/^тринадцат/, 13],
  [/^четырнадцат/, 14],
  [/^пятнадцат/, 15],
  [/^шестнадцат/, 16],
  [/^семнадцат/, 17],
  [/^восемнадцат/, 18],
  [/^девятнадцат/, 19],
  [/^двадцат/, 20],
  [/^тридцат/, 30],
  [/^сорока?$/, 40],
  [/^пят(?:ьдесят|идесяти|ьюдесятью)$/, 50],
  [/^шест(?:ьдесят|идесяти|ьюдесятью)$/, 60],
  [/^сем(?:ьдесят|идесяти|ьюдесятью)$/, 70],
  [/^вос(?:емьдесят|ьмидесяти|емьюдесятью)$/, 80],
  [/^девяност[оа]$/, 90],
  [/^ст[оа]$/, 100],
  [/^(?:двести|двухсот|двумстам|двумястами|двухстах)$/, 200],
  [/^(?:триста|трёхсот|трёмстам|тремястами|трёхстах)$/, 300],
  [/^(?:четыреста|четырёхсот|четырёмстам|четырьмястами|четырёхстах)$/, 400],
  [/^пят(?:ьсот|исот|истам|ьюстами|истах)$/, 500],
  [/^шест(?:ьсот|исот|истам|ьюстами|истах)$/, 600],
  [/^сем(?:ьсот|исот|истам|ьюстами|истах)$/, 700],
  [/^вос(?:емьсот|ьмисот|ьмистам|емьюстами|ьмистах)$/, 800],
  [/^девят(?:ьсот|исот|истам|ьюстами|истах)$/, 900],
]
const scales: readonly (readonly [RegExp, number])[] = [
  [/^тысяч(?:а|и|е|у|ей|ам|ами|ах)?$/, 1e3],
  [/^миллион(?:а|у|ом|е|ы|ов|ам|ами|ах)?$/, 1e6],
  [/^миллиард(?:а|у|ом|е|ы|ов|ам|ами|ах)?$/, 1e9],
  [/^триллион(?:а|у|ом|е|ы|ов|ам|ами|ах)?$/, 1e12],
]
const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const englishScales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

/** The value of Russian number words in any case; NaN when a word is not a number. */
export function readRussian(words: string): number {
  let total = 0
  let group = 0
  for (const word of words.split(' ')) {
    const scale = scales.find(([form]) => form.test(word))
    if (scale !== undefined) {
      total += group * scale[1]
      group = 0
      continue
    }
    const unit = units.find(([form]) => form.test(word))
    if (unit === undefined) return Number.NaN
    group += unit[1]
  }
  return total + group
}

/** The value of English number words; NaN when a word is not a number. */
export function readEnglish(words: string): number {
  let total = 0
  let group = 0
  for (const word of words.split(/[ -]/)) {
    const scale = englishScales[word]
    if (scale !== undefined) {
      total += group * scale
      group = 0
    } else if (word === 'hundred') group *= 100
    else if (english.includes(word)) group += english.indexOf(word)
    else if (englishTens.includes(word)) group += (englishTens.indexOf(word) + 2) * 10
    else return Number.NaN
  }
  return total + group
}
