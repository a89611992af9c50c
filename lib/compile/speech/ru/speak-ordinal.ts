import { spellCardinal } from './cardinals.ts'
import { spellFraction } from './decimals.ts'
import { spellGroup } from './digits.ts'
import { type Case, dative, genitive, instrumental, nominative, prepositional } from './grammar.ts'
import { type Agreement, spellCombining, spellOrdinal } from './ordinals.ts'
import { askedCase, matchAt, rememberNumber, type Scan } from './scan.ts'
import { restoreYo } from './yo.ts'

const suffixed = /(\d{1,6})[-‑](й|ый|ой|я|ая|е|ое|ые|го|ого|му|ому|м|ом|ым|ю|ую|х|ых|ми|ыми|ти|мя|тью)(?![а-яё])/iy
const percentAdjective = /(\d{1,4})[ \u00a0]?%[-‑]н([а-яё]{2,3})(?![а-яё])/iy
const compound = /(\d{1,4})[-‑]([а-яё]{4,40})/y
/** "4-х значный": written apart, said as one word. */
const wordApart = /(\d{1,3})[-‑](?:х|ти|и)[ \u00a0]((?:значн|дневн|летн|месячн|часов|этажн)[а-яё]{1,6})(?![а-яё])/iy
const fraction = /(\d{1,3})\/(\d{1,4})(?![\d/])/y
const dayNumber = /([1-9]|[12]\d|3[01])(?=[ \u00a0](?:(?:по|до)[ \u00a0]\d{1,2}[ \u00a0])?числ(а|о|у|е|ом)(?![а-яё]))/y
const dayCases: Readonly<Record<string, Case>> = { о: nominative, а: genitive, у: dative, ом: instrumental, е: prepositional }
const nextWord = /[ \u00a0]([а-яё]{1,40})/iy
const floor = /([1-9]\d?)(?=[ \u00a0](этаж|квартал|подъезд|полугоди)(е|у|ом|а|ю|и|я|ем|)(?![а-яё]))/iy
const streetBefore =
  /(?:ул|пр|пер|пл|просп|наб|ш|пр-т|пр-кт|б-р|шоссе|улица|улице|проспект|проспекте|переулок|переулке|площадь)\.?[ \u00a0][^.;:!?\d]{2,30},[ \u00a0]$/i
const houses = new Set(['дом', 'доме', 'дома', 'корпус', 'строение', 'квартира', 'номер', '№', 'этаж', 'этаже', 'офис', 'кабинет', 'каб'])
/** Parts that are named: halves to tenths, hundredths, and one of any number ("пени — 1/300 ключевой ставки"). */
const isPart = (numerator: number, denominator: number) => numerator === 1 || denominator <= 10 || denominator === 100

/** "1-й", "2-го", "3-дневный", "100%-ный", "1/3", "24/7". Returns whether it has spoken. */
export function speakOrdinal(scan: Scan): boolean {
  const apart = matchAt(wordApart, scan.text, scan.at)
  if (apart !== null) return write(scan, wordApart.lastIndex, spellCombining(Number(apart[1])) + apart[2])
  const match = matchAt(suffixed, scan.text, scan.at)
  if (match !== null)
    return write(scan, suffixed.lastIndex, withSuffix(scan, Number(match[1]), match[2]!.toLowerCase(), suffixed.lastIndex))
  const dayOfMonth = matchAt(dayNumber, scan.text, scan.at)
  if (dayOfMonth !== null)
    return write(
      scan,
      scan.at + dayOfMonth[1]!.length,
      spellOrdinal(Number(dayOfMonth[1]), scan.before === 'с' ? genitive : dayCases[dayOfMonth[2]!]!, 'n'),
    )
  const storey = matchAt(floor, scan.text, scan.at)
  if (storey !== null && speakFloor(scan, Number(storey[1]), storey[2]!.toLowerCase(), storey[3]!.toLowerCase())) return true
  const percent = matchAt(percentAdjective, scan.text, scan.at)
  if (percent !== null) return write(scan, percentAdjective.lastIndex, `${spellCombining(Number(percent[1]))}процентн${percent[2]}`)
  const glued = matchAt(compound, scan.text, scan.at)
  if (glued !== null) return write(scan, compound.lastIndex, withAdjective(Number(glued[1]), restoreYo(glued[2]!)))
  const slash = matchAt(fraction, scan.text, scan.at)
  return slash !== null && write(scan, fraction.lastIndex, withSlash(scan, slash[1]!, slash[2]!))
}

/** "2 этаж", "на 3 этаже", "с 2 квартала": a singular noun after a number is counted by its place. Returns whether it has spoken. */
function speakFloor(scan: Scan, value: number, stem: string, ending: string): boolean {
  const isNeuter = stem === 'полугоди'
  const asked = askedCase(scan)
  const endsAlike = ending === 'а' || ending === 'я'
  if (endsAlike && asked !== genitive) return false
  const inCase = endsAlike ? genitive : (isNeuter ? neuterCases : masculineCases)[ending]
  return inCase !== undefined && write(scan, scan.at + String(value).length, spellOrdinal(value, inCase, isNeuter ? 'n' : 'm'))
}
const masculineCases: Readonly<Record<string, Case>> = { '': nominative, е: prepositional, у: dative, ом: instrumental }
const neuterCases: Readonly<Record<string, Case>> = { е: nominative, и: prepositional, ю: dative, ем: instrumental }

function isHouse(scan: Scan): boolean {
  return houses.has(scan.before) || (scan.before === '' && streetBefore.test(scan.text.slice(Math.max(0, scan.at - 45), scan.at)))
}

/** "3-дневный" → "трёхдневный"; a banknote of 5000 roubles is "пятитысячная". */
function withAdjective(value: number, adjective: string): string {
  const note = value % 1000 === 0 && value < 1e6 ? /^рублёв([а-яё]{2,3})$/.exec(adjective) : null
  if (note === null || value === 0) return spellCombining(value) + adjective
  return `${value === 1000 ? '' : spellCombining(value / 1000)}тысячн${note[1]}`
}

function withSlash(scan: Scan, left: string, right: string): string {
  const numerator = Number(left)
  const denominator = Number(right)
  if (numerator === 24 && denominator === 7) return roundTheClock(scan)
  if (numerator === denominator && numerator === 50) return 'пятьдесят на пятьдесят'
  const isDate = left.startsWith('0') || right.startsWith('0')
  if (isDate || numerator === 0 || numerator >= denominator || !isPart(numerator, denominator) || isHouse(scan)) {
    return `${spellGroup(left)} дробь ${spellGroup(right)}`
  }
  return spellFraction(numerator, denominator, askedCase(scan) ?? nominative)
}

/** "работает 24/7" → "круглосуточно"; as the name of a mode it is read as written. */
function roundTheClock(scan: Scan): string {
  if (/^(?:режим|график|формат|принцип|сервис)/.test(scan.before)) return 'двадцать четыре на семь'
  return /круглосуточно[\s(,]*$/i.test(scan.text.slice(Math.max(0, scan.at - 18), scan.at)) ? 'без выходных' : 'круглосуточно'
}

function withSuffix(scan: Scan, value: number, suffix: string, end: number): string {
  const next = matchAt(nextWord, scan.text, end)?.[1]?.toLowerCase() ?? ''
  const last = value % 10
  const counts = suffix === 'ти' || (suffix === 'ми' && (last === 7 || last === 8)) || (suffix === 'х' && last >= 2 && last <= 4)
  if (counts && !next.startsWith('год')) return spellCardinal(value, genitive)
  if (suffix === 'мя' || suffix === 'тью' || (suffix === 'ю' && /[ая]ми$/.test(next))) return spellCardinal(value, instrumental)
  const [inCase, agreement] = readSuffix(suffix, next, scan.before)
  return spellOrdinal(value, inCase, agreement)
}

function readSuffix(suffix: string, next: string, before: string): [Case, Agreement] {
  if (suffix === 'я' || suffix === 'ая') return [nominative, 'f']
  if (suffix === 'ю' || suffix === 'ую') return [3, 'f']
  if (suffix === 'го' || suffix === 'ого') return [genitive, 'm']
  if (suffix === 'му' || suffix === 'ому') return [dative, 'm']
  if (suffix === 'ом') return [prepositional, 'm']
  if (suffix === 'х' || suffix === 'ых') return [genitive, 'p']
  if (suffix === 'ми' || suffix === 'ыми') return [instrumental, 'p']
  if (suffix === 'ые') return [nominative, 'p']
  if (suffix === 'е' || suffix === 'ое') return [nominative, next === 'годы' || next.endsWith('ые') ? 'p' : 'n']
  if (suffix === 'м' || suffix === 'ым') {
    if (/[ая]м$/.test(next)) return [dative, 'p']
    return [before === 'в' || before === 'во' || before === 'на' || before === 'о' || before === 'при' ? prepositional : instrumental, 'm']
  }
  return /[ие]$|ой$|ей$/.test(next) ? [genitive, 'f'] : [nominative, 'm']
}

function write(scan: Scan, end: number, words: string): true {
  scan.out.word(words)
  scan.at = end
  rememberNumber(scan, nominative)
  return true
}
