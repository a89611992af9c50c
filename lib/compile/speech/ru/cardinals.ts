import { accusative, type Case, countedForm, dative, endsInOne, type Gender, masculine, type Noun, nominative, noun } from './grammar.ts'

const soft = (stem: string, oblique = stem) => [`${stem}ь`, `${oblique}и`, `${oblique}и`, `${stem}ь`, `${stem}ью`, `${oblique}и`]
const tens = (stem: string, oblique: string) => {
  const base = `${stem}десят`
  return [base, `${oblique}десяти`, `${oblique}десяти`, base, `${stem}юдесятью`, `${oblique}десяти`]
}
const hundreds = (stem: string, oblique: string) => {
  const base = `${stem}сот`
  return [base, `${oblique}сот`, `${oblique}стам`, base, `${stem}юстами`, `${oblique}стах`]
}
const plain = (base: string, oblique: string) => [base, oblique, oblique, base, oblique, oblique]

/** 0–19 without gender (1 and 2 are in their own tables). */
const units: readonly (readonly string[])[] = [
  ['ноль', 'нуля', 'нулю', 'ноль', 'нулём', 'нуле'],
  [],
  [],
  ['три', 'трёх', 'трём', 'три', 'тремя', 'трёх'],
  ['четыре', 'четырёх', 'четырём', 'четыре', 'четырьмя', 'четырёх'],
  soft('пят'),
  soft('шест'),
  soft('сем'),
  soft('восем', 'восьм'),
  soft('девят'),
  soft('десят'),
  ...['один', 'две', 'три', 'четыр', 'пят', 'шест', 'сем', 'восем', 'девят'].map(stem => soft(`${stem}надцат`)),
]
const tensForms: readonly (readonly string[])[] = [
  [],
  [],
  soft('двадцат'),
  soft('тридцат'),
  plain('сорок', 'сорока'),
  tens('пять', 'пяти'),
  tens('шесть', 'шести'),
  tens('семь', 'семи'),
  tens('восемь', 'восьми'),
  plain('девяносто', 'девяноста'),
]
const hundredForms: readonly (readonly string[])[] = [
  [],
  plain('сто', 'ста'),
  ['двести', 'двухсот', 'двумстам', 'двести', 'двумястами', 'двухстах'],
  ['триста', 'трёхсот', 'трёмстам', 'триста', 'тремястами', 'трёхстах'],
  ['четыреста', 'четырёхсот', 'четырёмстам', 'четыреста', 'четырьмястами', 'четырёхстах'],
  hundreds('пять', 'пяти'),
  hundreds('шесть', 'шести'),
  hundreds('семь', 'семи'),
  hundreds('восемь', 'восьми'),
  hundreds('девять', 'девяти'),
]
const one: Record<Gender, readonly string[]> = {
  m: ['один', 'одного', 'одному', 'один', 'одним', 'одном'],
  f: ['одна', 'одной', 'одной', 'одну', 'одной', 'одной'],
  n: ['одно', 'одного', 'одному', 'одно', 'одним', 'одном'],
  p: ['одни', 'одних', 'одним', 'одни', 'одними', 'одних'],
}
const two = (gender: Gender) => [gender === 'f' ? 'две' : 'два', 'двух', 'двум', gender === 'f' ? 'две' : 'два', 'двумя', 'двух']
const twoForms: Record<Gender, readonly string[]> = { m: two('m'), f: two('f'), n: two('n'), p: two('m') }
/** Two to four of a noun without a singular: "двое суток". */
const collective = ['', '', 'двое', 'трое', 'четверо']

/** Thousand, million, milliard, trillion; declined like any counted noun. */
export const scales: readonly { value: number; noun: Noun }[] = [
  { value: 1e12, noun: masculine('триллион') },
  { value: 1e9, noun: masculine('миллиард') },
  { value: 1e6, noun: masculine('миллион') },
  { value: 1e3, noun: noun('f', 'тысяча тысячи тысяче тысячу тысячей тысяче|тысячи тысяч тысячам тысячи тысячами тысячах') },
]
/** The largest number that is spoken as a number; longer ones are read digit by digit. */
export const largestCardinal = 999_999_999_999_999

function belowThousand(value: number, inCase: Case, gender: Gender, animate: boolean): string {
  let words = ''
  const hundred = Math.trunc(value / 100)
  if (hundred > 0) words = hundredForms[hundred]![inCase]!
  let rest = value % 100
  if (rest >= 20) {
    words += (words === '' ? '' : ' ') + tensForms[Math.trunc(rest / 10)]![inCase]!
    rest %= 10
  }
  if (rest === 0) return words
  // An animate accusative ends like the genitive, but only "один" and, when the number is simple, 2–4 ("двух клиентов", "двадцать два клиента").
  const form = animate && inCase === accusative && (rest === 1 ? gender !== 'f' : rest < 5 && value < 5) ? 1 : inCase
  if (gender === 'p' && rest > 1 && rest < 5 && (inCase === nominative || inCase === accusative))
    return words === '' ? collective[rest]! : `${words} ${collective[rest]}`
  const unit = rest === 1 ? one[gender][form]! : rest === 2 ? twoForms[gender][form]! : units[rest]![form]!
  return words === '' ? unit : `${words} ${unit}`
}

/** A whole number from 0 to 10¹⁵ − 1 in words; gender and animacy concern only its last digit. */
export function spellCardinal(value: number, inCase: Case = nominative, gender: Gender = 'm', animate = false): string {
  if (value === 0) return units[0]![inCase]!
  let words = ''
  let rest = value
  for (const scale of scales) {
    if (rest < scale.value) continue
    const count = Math.trunc(rest / scale.value)
    rest %= scale.value
    const spelled = `${belowThousand(count, inCase, scale.noun.gender, false)} ${countedForm(count, scale.noun, inCase)}`
    words += words === '' ? spelled : ` ${spelled}`
  }
  if (rest === 0) return words
  const last = belowThousand(rest, inCase, gender, animate)
  return words === '' ? last : `${words} ${last}`
}

/** The number after the distributive "по": по одному рублю, по два рубля, по одной тысяче рублей, по одной тысяче пятьсот рублей. */
export function spellDistributive(value: number, gender: Gender): string {
  if (value < 1000) return spellCardinal(value, distributiveCase(value), gender)
  const scale = scales.find(entry => value >= entry.value)!
  const count = Math.trunc(value / scale.value)
  if (count !== 1) return spellCardinal(value, accusative, gender)
  const rest = value % scale.value
  const head = spellCardinal(scale.value, dative)
  return rest === 0 ? head : `${head} ${spellCardinal(rest, accusative, gender)}`
}

/** The case that a distributive "по" asks of the noun: dative after one, otherwise accusative. */
export function distributiveCase(value: number): Case {
  return endsInOne(value) && value < 1000 ? dative : accusative
}

/** "целая" and its forms, needed by decimals. */
export const whole = noun('f', 'целая целой целой целую целой целой|целые целых целым целые целыми целых')
