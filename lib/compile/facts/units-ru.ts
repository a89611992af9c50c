import type { SpeechCase } from '#lib/document/types.ts'

/** Russian forms of a unit: singular and plural in six cases, and the form after 2, 3, 4 in the nominative ("2 дня"). */
type Cases = readonly [
  nominative: string,
  genitive: string,
  dative: string,
  accusative: string,
  instrumental: string,
  prepositional: string,
]
interface UnitForms {
  one: Cases
  many: Cases
  /** After 2–4; also after a fraction. */
  few: string
  short: string
}

const caseIndex: Record<SpeechCase, 0 | 1 | 2 | 3 | 4 | 5> = {
  nominative: 0,
  genitive: 1,
  dative: 2,
  accusative: 3,
  instrumental: 4,
  prepositional: 5,
}

function forms(one: string, many: string, short: string, few?: string): UnitForms {
  const singular = one.split(' ').map(word => word.replaceAll('_', ' ')) as unknown as Cases
  const plural = many.split(' ').map(word => word.replaceAll('_', ' ')) as unknown as Cases
  return { one: singular, many: plural, short, few: few ?? singular[1] }
}

/** Keys: duration units, number units, ISO 4217 codes, `percent`. */
const units: Record<string, UnitForms> = {
  second: forms('секунда секунды секунде секунду секундой секунде', 'секунды секунд секундам секунды секундами секундах', 'сек.'),
  minute: forms('минута минуты минуте минуту минутой минуте', 'минуты минут минутам минуты минутами минутах', 'мин.'),
  hour: forms('час часа часу час часом часе', 'часы часов часам часы часами часах', 'ч.'),
  day: forms('день дня дню день днём дне', 'дни дней дням дни днями днях', 'дн.'),
  businessDay: forms(
    'рабочий_день рабочего_дня рабочему_дню рабочий_день рабочим_днём рабочем_дне',
    'рабочие_дни рабочих_дней рабочим_дням рабочие_дни рабочими_днями рабочих_днях',
    'раб. дн.',
    'рабочих дня',
  ),
  week: forms('неделя недели неделе неделю неделей неделе', 'недели недель неделям недели неделями неделях', 'нед.'),
  month: forms('месяц месяца месяцу месяц месяцем месяце', 'месяцы месяцев месяцам месяцы месяцами месяцах', 'мес.'),
  year: forms('год года году год годом годе', 'годы лет годам годы годами годах', 'г.'),
  percent: forms('процент процента проценту процент процентом проценте', 'проценты процентов процентам проценты процентами процентах', '%'),
  piece: forms('штука штуки штуке штуку штукой штуке', 'штуки штук штукам штуки штуками штуках', 'шт.'),
  kilobyte: forms(
    'килобайт килобайта килобайту килобайт килобайтом килобайте',
    'килобайты килобайт килобайтам килобайты килобайтами килобайтах',
    'КБ',
  ),
  megabyte: forms(
    'мегабайт мегабайта мегабайту мегабайт мегабайтом мегабайте',
    'мегабайты мегабайт мегабайтам мегабайты мегабайтами мегабайтах',
    'МБ',
  ),
  gigabyte: forms(
    'гигабайт гигабайта гигабайту гигабайт гигабайтом гигабайте',
    'гигабайты гигабайт гигабайтам гигабайты гигабайтами гигабайтах',
    'ГБ',
  ),
  kilometer: forms(
    'километр километра километру километр километром километре',
    'километры километров километрам километры километрами километрах',
    'км',
  ),
  meter: forms('метр метра метру метр метром метре', 'метры метров метрам метры метрами метрах', 'м'),
  kilogram: forms(
    'килограмм килограмма килограмму килограмм килограммом килограмме',
    'килограммы килограммов килограммам килограммы килограммами килограммах',
    'кг',
  ),
  megabitPerSecond: forms(
    'мегабит_в_секунду мегабита_в_секунду мегабиту_в_секунду мегабит_в_секунду мегабитом_в_секунду мегабите_в_секунду',
    'мегабиты_в_секунду мегабит_в_секунду мегабитам_в_секунду мегабиты_в_секунду мегабитами_в_секунду мегабитах_в_секунду',
    'Мбит/с',
  ),
  RUB: forms('рубль рубля рублю рубль рублём рубле', 'рубли рублей рублям рубли рублями рублях', '₽'),
  USD: forms('доллар доллара доллару доллар долларом долларе', 'доллары долларов долларам доллары долларами долларах', '$'),
  EUR: forms('евро евро евро евро евро евро', 'евро евро евро евро евро евро', '€'),
  CNY: forms('юань юаня юаню юань юанем юане', 'юани юаней юаням юани юанями юанях', '¥'),
  KZT: forms('тенге тенге тенге тенге тенге тенге', 'тенге тенге тенге тенге тенге тенге', '₸'),
  BYN: forms(
    'белорусский_рубль белорусского_рубля белорусскому_рублю белорусский_рубль белорусским_рублём белорусском_рубле',
    'белорусские_рубли белорусских_рублей белорусским_рублям белорусские_рубли белорусскими_рублями белорусских_рублях',
    'Br',
    'белорусских рубля',
  ),
}

const rules = new Intl.PluralRules('ru')

/** The unit written out as it stands after `amount` in that case: 3, day, genitive → "дней". null: the unit has no Russian forms. */
export function unitWordRu(unit: string, amount: number, speechCase: SpeechCase = 'nominative'): string | null {
  const forms = Object.hasOwn(units, unit) ? units[unit] : undefined
  if (!forms) return null
  const index = caseIndex[speechCase]
  const plural = rules.select(amount)
  if (!Number.isInteger(amount)) return forms.one[1]
  if (plural === 'one') return forms.one[index]
  if (index !== 0 && index !== 3) return forms.many[index]
  return plural === 'few' ? forms.few : forms.many[1]
}

/** The abbreviation of a unit ("дн.", "МБ"), for years by amount ("г.", "лет"). null: the unit is not known. */
export function unitShortRu(unit: string, amount: number): string | null {
  if (unit === 'year') return Number.isInteger(amount) && rules.select(amount) === 'many' ? 'лет' : 'г.'
  return Object.hasOwn(units, unit) ? (units[unit]?.short ?? null) : null
}
