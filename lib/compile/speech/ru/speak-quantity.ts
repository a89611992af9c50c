import { agree } from './agreement.ts'
import { distributiveCase, scales, spellCardinal, spellDistributive } from './cardinals.ts'
import { decimalForm, spellBound, spellCounted, spellDecimal, trimFraction } from './decimals.ts'
import { spellDigits } from './digits.ts'
import { governedRangeCase } from './government.ts'
import { accusative, type Case, genitive, type Noun, nominative, prepositional } from './grammar.ts'
import { type Currency, currencies, currencyMarks, spellMoney } from './money.ts'
import { knownForms, percent, perUnit, unitNouns } from './nouns.ts'
import { askedCase, matchAt, passFullStop, rememberNumber, type Scan } from './scan.ts'
import { dottedAmount } from './speak-code.ts'

const space = '[ \\u00a0\\u2009\\u202f]'
const number = `(\\d{1,3}(?:${space}\\d{3}(?!\\d))+|\\d+)(?:[.,](\\d{1,12})(?![\\d]))?`
const quantity = new RegExp(number, 'y')
const rangeTail = new RegExp(`${space}?[–—-]${space}?${number}(?!\\d|[-–]\\d)`, 'y')
const alternation = (keys: Iterable<string>) =>
  [...keys]
    .sort((left, right) => right.length - left.length)
    .map(key => key.replace(/[.$*+?()[\]{}|\\/²]/g, '\\$&').replaceAll(' ', `${space}`))
    .join('|')
const scaleTail = new RegExp(`${space}?(тыс|млн|млрд|трлн)(?![а-яё])\\.?`, 'iy')
const currencyTail = new RegExp(
  `${space}?(?:(${alternation(currencyMarks.keys())})(?![а-яёa-z])|(рубл)(?:ь|я|ю|ём|ем|е|и|ей|ям|ями|ях)(?![а-яё]))`,
  'iy',
)
const unitTail = new RegExp(`${space}?(${alternation(unitNouns.keys())})(?![а-яёa-z0-9])`, 'y')
const perTail = new RegExp(`${space}?/${space}?(${alternation(perUnit.keys())})(?![а-яё])(\\.?)`, 'iy')
const nounTail = new RegExp(`${space}(?:([а-яё]{2,30}[ыи]х)${space})?([а-яё]{2,12})(?![а-яё])`, 'iy')
/** "в 5 % случаев": a share of many. */
const shareOf = new RegExp(`${space}(?!годовых)[а-яё]{2,20}(?:ов|ев|ей|ий|аев)(?![а-яё])`, 'iy')
/** "от 0,5 до 1 %" */
const untilNumber = new RegExp(`${space}до${space}\\d`, 'y')
const scaleNouns = new Map([
  ['тыс', scales[3]!.noun],
  ['млн', scales[2]!.noun],
  ['млрд', scales[1]!.noun],
  ['трлн', scales[0]!.noun],
])

export interface Amount {
  value: number
  fraction: string
}

/** What stands after a number: thousands, a currency, a unit, or nothing that the compiler declines. */
interface Tail {
  scale: Noun | null
  currency: Currency | null
  unit: Noun | null
  end: number
  /** Whether the tail was abbreviated, so that its full stop is not the end of a sentence. */
  stop: boolean
}

const amountOf = (whole: string, fraction: string | undefined): Amount => ({
  value: Number(whole.replace(/\D/g, '')),
  fraction: fraction ?? '',
})

/** A quantity with its unit, currency or noun, and ranges of them, at a digit. `mark` is a currency sign that stood before it. */
export function speakQuantity(scan: Scan, mark: string | null = null): void {
  const [from, start] = readAmount(scan)
  let end = start
  const second = matchAt(rangeTail, scan.text, end)
  const to = second !== null && !second[1]!.startsWith('0') ? amountOf(second[1]!, second[2]) : null
  const isRange =
    to !== null &&
    to.value < 1e15 &&
    (to.value > from.value || (to.value === from.value && to.fraction > from.fraction)) &&
    !gluedToLetter.test(scan.text.charAt(scan.at - 1))
  if (isRange) end = rangeTail.lastIndex
  const tail = readTail(scan, end, mark)
  if (isRange && to !== null) speakRange(scan, from, to, tail)
  else if (!speakLongRange(scan, from, tail)) speakSingle(scan, from, tail)
}

/** The number at the scan's position and where it ends: "1 500,50", "1.500.000 ₽", "1500-00 руб.", "1½". */
function readAmount(scan: Scan): [Amount, number] {
  const dotted = matchAt(dottedAmount, scan.text, scan.at)
  if (dotted !== null) {
    const [whole = '', fraction] = dotted[0].split(',')
    return [amountOf(whole, fraction), dottedAmount.lastIndex]
  }
  const match = matchAt(quantity, scan.text, scan.at)!
  const end = quantity.lastIndex
  const amount = amountOf(match[1]!, match[2])
  const part = match[2] === undefined ? writtenParts[scan.text.charAt(end)] : undefined
  if (part !== undefined) return [{ ...amount, fraction: part }, end + 1]
  const kopecks = match[2] === undefined ? matchAt(hyphenKopecks, scan.text, end) : null
  return kopecks !== null && Number(kopecks[1]) < amount.value
    ? [{ ...amount, fraction: kopecks[1]! }, hyphenKopecks.lastIndex]
    : [amount, end]
}
/** "1½ часа" */
const writtenParts: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' }
/** "1500-00 руб." */
const hyphenKopecks = new RegExp(`-(\\d{2})(?=${space}?(?:руб|₽|р\\.))`, 'y')
/** "CVV2 — 3 цифры" is no range. */
const gluedToLetter = /[a-zа-яё]/i

/** "30 тыс. – 5 млн ₽", "500 ₽ – 1 000 ₽": a range whose ends have units of their own. Returns whether it has spoken. */
function speakLongRange(scan: Scan, from: Amount, tail: Tail): boolean {
  const asked = askedCase(scan)
  if (asked !== null && (asked !== accusative || governedRangeCase(scan.before) !== null)) return false
  if ((tail.scale === null && tail.currency === null && tail.unit === null) || scan.before === 'по') return false
  const joint = matchAt(rangeTail, scan.text, tail.stop && scan.text.charCodeAt(tail.end) === 46 ? tail.end + 1 : tail.end)
  if (joint === null) return false
  const to = amountOf(joint[1]!, joint[2])
  const last = readTail(scan, rangeTail.lastIndex, null)
  const isAlike = tail.currency === null && tail.unit === null ? true : tail.currency === last.currency && tail.unit === last.unit
  if (!isAlike || (last.scale === null && last.currency === null && last.unit === null)) return false
  if (magnitude(to, last) <= magnitude(from, tail)) return false
  if (tail.scale === last.scale && tail.currency === last.currency && tail.unit === last.unit) {
    speakRange(scan, from, to, last)
    return true
  }
  scan.out.word(`от ${spellWithTail(from, tail, genitive, false)} до ${spellWithTail(to, last, genitive, false)}`)
  finishTail(scan, last, genitive)
  return true
}

function magnitude({ value, fraction }: Amount, { scale }: Tail): number {
  return Number(`${value}.${fraction}`) * (scales.find(entry => entry.noun === scale)?.value ?? 1)
}

/** "5 000 (пять тысяч) рублей": the number said in words is said once. */
const inWords =
  /[ \u00a0]?\((?:(?:ноль|од[ин]|дв|тр|четыр|пят|шест|сем|сорок|вос|девя|десят|ст[ао]|тысяч|миллион|миллиард)[а-яё]{0,12}[ \u00a0]?){1,12}\)/iy

function readTail(scan: Scan, at: number, mark: string | null): Tail {
  const start = matchAt(inWords, scan.text, at) === null ? at : inWords.lastIndex
  const tail: Tail = { scale: null, currency: null, unit: null, end: start, stop: false }
  const scale = matchAt(scaleTail, scan.text, start)
  if (scale !== null) {
    tail.scale = scaleNouns.get(scale[1]!.toLowerCase())!
    tail.end = scaleTail.lastIndex
  }
  if (mark !== null) {
    tail.currency = currencies.get(currencyMarks.get(mark)!)!
    return tail
  }
  const currency = matchAt(currencyTail, scan.text, tail.end)
  if (currency !== null) {
    const key = currency[2] === undefined ? currency[1]!.toLowerCase().replace(/[\u00a0\u2009\u202f]/g, ' ') : 'руб'
    tail.currency = currencies.get(currencyMarks.get(key)!)!
    tail.end = currencyTail.lastIndex
    tail.stop = currency[2] === undefined
    return tail
  }
  const unit = matchAt(unitTail, scan.text, tail.end)
  // "ст. 14 ч. 2" names a part, not hours; "Office 365 см. в статье" has no centimetres.
  const isOther =
    (unit?.[1] === 'ч' && scan.before.startsWith('стат')) ||
    (unit?.[1] === 'см' && matchAt(seeBelow, scan.text, unitTail.lastIndex) !== null)
  if (unit !== null && !isOther) {
    tail.unit = unitNouns.get(unit[1]!.replace(/[\u00a0\u2009\u202f]/g, ' '))!
    tail.end = unitTail.lastIndex
    tail.stop = unit[1] !== '%'
  }
  return tail
}

const priceOf = new Set(['стоимость', 'стоимости', 'стоимостью', 'цена', 'цене', 'цены', 'цену'])
const seeBelow =
  /\.[ \u00a0](?:в|во|на|по|также|тут|здесь|ниже|выше|раздел|стать|страниц|таблиц|рис|табл|стр|пункт|приложен|инструкц|ссылк|подробн|п\.|["«])/y

const latinName = /^[a-z\u00c0-\u024f'’‑-]{3,}$/

function speakSingle(scan: Scan, amount: Amount, tail: Tail): void {
  const distributive = scan.before === 'по'
  const asked = distributive ? null : askedCase(scan)
  let inCase: Case = asked ?? nominative
  // "Стоимость 1 г золота", but "Стоимость 100 ₽".
  if (tail.unit !== null && tail.unit !== percent && asked === null && priceOf.has(scan.before)) inCase = genitive
  if (tail.unit === percent && scan.before === 'в' && matchAt(shareOf, scan.text, tail.end) !== null) inCase = prepositional
  if (tail.scale !== null || tail.currency !== null || tail.unit !== null) {
    scan.out.word(spellWithTail(amount, tail, inCase, distributive))
    finishTail(scan, tail, inCase)
    return
  }
  const { value, fraction } = amount
  if (fraction !== '') {
    speakDecimalNoun(scan, amount, inCase, tail.end)
    return
  }
  // "в Microsoft 365 группах": a number behind a Latin word belongs to the name and counts nothing.
  const agreement = agree(scan.text, tail.end, value, asked)
  if (latinName.test(scan.before)) Object.assign(agreement, { inCase: nominative, animate: false })
  if (distributive && agreement.inCase === nominative) agreement.inCase = distributiveCase(value)
  inCase = agreement.inCase
  const accusativeCount = distributive && inCase === accusative
  scan.out.word(
    accusativeCount ? spellDistributive(value, agreement.gender) : spellCardinal(value, inCase, agreement.gender, agreement.animate),
  )
  scan.at = tail.end
  rememberNumber(scan, inCase)
}

function spellWithTail(amount: Amount, tail: Tail, inCase: Case, distributive: boolean): string {
  const { value, fraction } = amount
  const count = distributive ? distributiveCase(value) : inCase
  if (tail.scale !== null) {
    const head = spellCounted(value, fraction, tail.scale, count)
    const of = tail.currency?.whole ?? tail.unit
    return of === null || of === undefined ? head : `${head} ${of.many[genitive]}`
  }
  if (tail.currency !== null) return spellMoney(value, fraction, tail.currency, count, distributive)
  const unit = tail.unit!
  if (!distributive || fraction !== '') return spellCounted(value, fraction, unit, count)
  return `${spellDistributive(value, unit.gender)} ${decimalForm(value, fraction, unit, count)}`
}

/** A decimal before a word: a known noun is put into the form that the decimal asks for ("5,5 часа" → "пять с половиной часов"). */
function speakDecimalNoun(scan: Scan, amount: Amount, inCase: Case, end: number): void {
  const { value, fraction } = amount
  const digits = trimFraction(fraction)
  scan.at = end
  if (digits.length > 6) {
    scan.out.word(`${spellCardinal(value)} точка ${spellDigits(fraction)}`)
    rememberNumber(scan, nominative)
    return
  }
  const following = matchAt(nounTail, scan.text, end)
  const reading = following === null ? undefined : knownForms.get(following[2]!.toLowerCase())?.[0]
  if (reading === undefined)
    scan.out.word((matchAt(untilNumber, scan.text, end) === null ? spellDecimal : spellBound)(value, fraction, inCase, 'm'))
  else {
    const adjective = following![1]
    scan.out.word(
      adjective === undefined
        ? spellCounted(value, fraction, reading.noun, inCase)
        : `${spellBound(value, fraction, inCase, reading.noun.gender)} ${adjective} ${decimalForm(value, fraction, reading.noun, inCase)}`,
    )
    scan.at = nounTail.lastIndex
  }
  rememberNumber(scan, inCase)
}

/** "5–7 дней" → "от пяти до семи дней"; after a preposition that rules a case of its own "два-три дня". */
function speakRange(scan: Scan, from: Amount, to: Amount, tail: Tail): void {
  const asked = askedCase(scan)
  const between = asked === null ? scan.before !== 'по' : asked === accusative && governedRangeCase(scan.before) === null
  const unit = tail.scale ?? tail.currency?.whole ?? tail.unit
  const inCase: Case = between ? genitive : (asked ?? accusative)
  if (unit !== null) {
    const noun = decimalForm(to.value, to.fraction, unit, inCase)
    const of = tail.scale === null ? '' : ` ${(tail.currency?.whole ?? tail.unit)?.many[genitive] ?? ''}`
    scan.out.word(`${spellRange(from, to, inCase, unit, between)} ${noun}${of.trimEnd()}`)
    finishTail(scan, tail, inCase)
    return
  }
  scan.at = tail.end
  speakRangeNoun(scan, from, to, inCase, between)
  rememberNumber(scan, inCase)
}

function speakRangeNoun(scan: Scan, from: Amount, to: Amount, inCase: Case, between: boolean): void {
  const following = matchAt(nounTail, scan.text, scan.at)
  const reading = following === null ? undefined : knownForms.get(following[2]!.toLowerCase())?.[0]
  if (reading !== undefined) {
    scan.out.word(spellRange(from, to, inCase, reading.noun, between))
    if (following![1] !== undefined) scan.out.word(following![1])
    scan.out.word(decimalForm(to.value, to.fraction, reading.noun, inCase))
    scan.at = nounTail.lastIndex
    return
  }
  const agreement = agree(scan.text, scan.at, to.value, between ? null : inCase)
  const first = agree(scan.text, scan.at, 2, null)
  const fits = between && following !== null && /[бвгджзклмнпрстфхцчшщьй]$/.test(following[2]!)
  const gender = agreement.gender === 'm' ? first.gender : agreement.gender
  const noun = { gender, one: [], many: [] }
  scan.out.word(spellRange(from, to, fits ? genitive : between ? agreement.inCase : inCase, noun, fits))
}

function spellRange(from: Amount, to: Amount, inCase: Case, noun: Noun, between: boolean): string {
  const left = spellBound(from.value, from.fraction, inCase, noun.gender)
  const right = spellDecimal(to.value, to.fraction, inCase, noun.gender)
  return between ? `от ${left} до ${right}` : joinRange(left, right)
}

/** "два-три", but "двадцать пять — тридцать": a hyphen joins single words only. */
export function joinRange(left: string, right: string): string {
  return left.includes(' ') || right.includes(' ') ? `${left} — ${right}` : `${left}-${right}`
}

function finishTail(scan: Scan, tail: Tail, inCase: Case): void {
  rememberNumber(scan, inCase)
  scan.at = tail.stop ? passFullStop(scan, tail.end, true) : tail.end
  const per = matchAt(perTail, scan.text, scan.at)
  if (per === null) return
  scan.out.word(perUnit.get(per[1]!) ?? perUnit.get(per[1]!.toLowerCase()) ?? `за ${per[1]}`)
  scan.at = per[2] === '' ? perTail.lastIndex : passFullStop(scan, perTail.lastIndex - 1, true)
}
