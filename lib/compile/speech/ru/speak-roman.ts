import { accusative, type Case, dative, genitive, instrumental, nominative, prepositional } from './grammar.ts'
import { type Agreement, spellOrdinal } from './ordinals.ts'
import { matchAt, rememberNumber, type Scan } from './scan.ts'

const numeral = '[IVX]{1,5}'
/** "II квартал", "I и II группы", "I–III кварталы". */
const counted = new RegExp(
  `(${numeral})((?:(?: и | или |, ?| ?[–—-] ?)${numeral})*)[ \\u00a0](квартал|полугоди|век|этап|групп|степен|част|глав|тип|уров|этаж|раздел)([а-яё]{0,4})`,
  'y',
)
/** "Пётр I", "улица Александра II". */
const ruler = /([А-ЯЁ][а-яё]{2,12})[ \u00a0]$/
const bare = new RegExp(`(${numeral})(?![A-Za-z\\d])`, 'y')
const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }
const maleNames = /^(?:Пётр|Петр|Никола|Александр|Павел|Павл|Иван|Алексе|Фёдор|Федор|Карл|Генрих|Людовик|Филипп|Георг|Иоанн|Василий|Васили)/
const femaleNames = /^(?:Екатерин|Елизавет|Виктори)/

/** A Roman numeral as an ordinal that agrees with the noun behind it or the name before it. Returns whether it has spoken. */
export function speakRoman(scan: Scan): boolean {
  const match = matchAt(counted, scan.text, scan.at)
  if (match !== null) {
    write(scan, match[1]!, ...agreementOf(match[3]!, match[4]!))
    const dash = /^ ?[–—-] ?/.exec(match[2]!)
    if (dash === null) return true
    scan.out.word('— ')
    scan.at += dash[0].length
    return true
  }
  const alone = matchAt(bare, scan.text, scan.at)
  const name = alone === null ? null : ruler.exec(scan.text.slice(Math.max(0, scan.at - 14), scan.at))
  if (alone === null || name === null) return false
  if (maleNames.test(name[1]!)) return write(scan, alone[1]!, 'm', maleCases[name[1]!.slice(-1)] ?? nominative)
  return femaleNames.test(name[1]!) && write(scan, alone[1]!, 'f', femaleCases[name[1]!.slice(-1)] ?? nominative)
}
const maleCases: Readonly<Record<string, Case>> = { а: genitive, я: genitive, у: dative, ю: dative, м: instrumental, е: prepositional }
const femaleCases: Readonly<Record<string, Case>> = { ы: genitive, и: genitive, е: dative, у: accusative, ю: accusative, й: instrumental }

/** Gender and case by the ending of the noun: "группы" is a genitive, "полугодии" a prepositional. */
function agreementOf(stem: string, ending: string): [Agreement, Case] {
  if (stem === 'полугоди') return ['n', neuterEndings[ending] ?? nominative]
  if (stem === 'степен' || stem === 'част') return ['f', ending === 'и' ? genitive : ending === 'ью' ? instrumental : nominative]
  if (stem === 'групп' || stem === 'глав') return ['f', feminineEndings[ending] ?? nominative]
  return ['m', masculineEndings[ending] ?? nominative]
}
const neuterEndings: Readonly<Record<string, Case>> = { я: genitive, ю: dative, ем: instrumental, и: prepositional }
const feminineEndings: Readonly<Record<string, Case>> = { ы: genitive, е: prepositional, у: accusative, ой: instrumental }
const masculineEndings: Readonly<Record<string, Case>> = {
  а: genitive,
  ня: genitive,
  у: dative,
  ню: dative,
  ом: instrumental,
  нем: instrumental,
  е: prepositional,
  не: prepositional,
}

function write(scan: Scan, written: string, agreement: Agreement, inCase: Case): true {
  let value = 0
  for (let at = 0; at < written.length; at++) {
    const digit = values[written[at]!]!
    value += digit < (values[written[at + 1] ?? ''] ?? 0) ? -digit : digit
  }
  scan.out.word(spellOrdinal(value, inCase, agreement))
  scan.at += written.length
  rememberNumber(scan, inCase)
  return true
}
