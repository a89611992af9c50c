import { spellCardinal, spellDistributive } from './cardinals.ts'
import { spellCounted, trimFraction } from './decimals.ts'
import { type Case, countedForm, feminine, invariable, masculine, type Noun, noun, withAdjective } from './grammar.ts'
import { kopeck, rouble } from './nouns.ts'

export interface Currency {
  whole: Noun
  /** Hundredth part; null when it is not spoken. */
  part: Noun | null
}

const cent = masculine('цент')
const tyiyn = masculine('тиын')
const dollar = masculine('доллар')
const adjectival = (stem: string, of: Noun): Noun =>
  withAdjective(
    `${stem}ий ${stem}ого ${stem}ому ${stem}ий ${stem}им ${stem}ом`,
    `${stem}ие ${stem}их ${stem}им ${stem}ие ${stem}ими ${stem}их`,
    of,
  )

/** Spoken currencies by ISO 4217 code. */
export const currencies: ReadonlyMap<string, Currency> = new Map([
  ['RUB', { whole: rouble, part: kopeck }],
  ['USD', { whole: dollar, part: cent }],
  ['EUR', { whole: invariable('m', 'евро'), part: cent }],
  ['CNY', { whole: noun('m', 'юань юаня юаню юань юанем юане|юани юаней юаням юани юанями юанях'), part: masculine('фэн', 'фэней') }],
  ['KZT', { whole: invariable('m', 'тенге'), part: tyiyn }],
  ['BYN', { whole: adjectival('белорусск', rouble), part: kopeck }],
  ['GBP', { whole: sterling(), part: noun('m', 'пенс пенса пенсу пенс пенсом пенсе|пенсы пенсов пенсам пенсы пенсами пенсах') }],
  ['CHF', { whole: adjectival('швейцарск', masculine('франк')), part: masculine('сантим') }],
  ['JPY', { whole: feminine('иен'), part: null }],
  [
    'TRY',
    {
      whole: adjectivalFeminine('турецк', feminine('лир')),
      part: noun('m', 'куруш куруша курушу куруш курушем куруше|куруши курушей курушам куруши курушами курушах'),
    },
  ],
  ['AED', { whole: masculine('дирхам'), part: masculine('филс') }],
  ['AMD', { whole: masculine('драм'), part: null }],
  ['AZN', { whole: masculine('манат'), part: masculine('гяпик') }],
  ['GEL', { whole: invariable('m', 'лари'), part: invariable('m', 'тетри') }],
  ['KGS', { whole: masculine('сом'), part: masculine('тыйын') }],
  ['TJS', { whole: invariable('m', 'сомони'), part: masculine('дирам') }],
  ['UZS', { whole: masculine('сум'), part: null }],
  ['INR', { whole: noun('f', 'рупия рупии рупии рупию рупией рупии|рупии рупий рупиям рупии рупиями рупиях'), part: null }],
  ['THB', { whole: masculine('бат'), part: null }],
])

/** How currencies are written in a text beside their codes, without the final full stop, in lower case. */
export const currencyMarks: ReadonlyMap<string, string> = new Map([
  ['₽', 'RUB'],
  ['руб', 'RUB'],
  ['р', 'RUB'],
  ['rur', 'RUB'],
  ['$', 'USD'],
  ['долл', 'USD'],
  ['€', 'EUR'],
  ['¥', 'CNY'],
  ['₸', 'KZT'],
  ['тг', 'KZT'],
  ['br', 'BYN'],
  ['бел. руб', 'BYN'],
  ['£', 'GBP'],
  ['₺', 'TRY'],
  ['֏', 'AMD'],
  ['₼', 'AZN'],
  ['₾', 'GEL'],
  ['₹', 'INR'],
  ['฿', 'THB'],
  ...[...currencies.keys()].map(code => [code.toLowerCase(), code] as const),
])

/** An amount in words: roubles, then kopecks unless they are zero; more than two decimals are read as a decimal number of roubles. */
export function spellMoney(value: number, fraction: string, currency: Currency, inCase: Case, distributive = false): string {
  const digits = trimFraction(fraction)
  if (digits.length > 2 || (digits !== '' && currency.part === null)) {
    return spellCounted(value, digits, currency.whole, inCase)
  }
  const count = distributive ? spellDistributive(value, currency.whole.gender) : spellCardinal(value, inCase, currency.whole.gender)
  const head = `${count} ${countedForm(value, currency.whole, inCase)}`
  if (digits === '') return head
  const parts = Number(digits.padEnd(2, '0'))
  const tail = `${spellCardinal(parts, inCase, currency.part!.gender)} ${countedForm(parts, currency.part!, inCase)}`
  return value === 0 ? tail : `${head} ${tail}`
}

function sterling(): Noun {
  const pound = masculine('фунт')
  const add = (form: string) => `${form} стерлингов`
  return { gender: 'm', one: pound.one.map(add), many: pound.many.map(add) }
}

function adjectivalFeminine(stem: string, of: Noun): Noun {
  return withAdjective(
    `${stem}ая ${stem}ой ${stem}ой ${stem}ую ${stem}ой ${stem}ой`,
    `${stem}ие ${stem}их ${stem}им ${stem}ие ${stem}ими ${stem}их`,
    of,
  )
}
