/** What a number counts. `scale` leads to the dimension's base (seconds, months, roubles…); `group`: what can contradict it. */
export interface AmountUnit {
  group: string
  dimension: string
  scale: number
  /** Where number and unit end, and where a sign before the number begins. */
  end: number
  start?: number
}

interface UnitWords {
  group: string
  dimension: string
  scale: number
  words: string
}

const day = 86_400
const durations: Record<string, readonly [group: string, dimension: string, scale: number]> = {
  second: ['duration second', 'seconds', 1],
  minute: ['duration minute', 'seconds', 60],
  hour: ['duration hour', 'seconds', 3600],
  day: ['duration day', 'seconds', day],
  businessDay: ['duration day', 'working days', 1],
  week: ['duration week', 'seconds', 7 * day],
  month: ['duration month', 'months', 1],
  year: ['duration year', 'months', 12],
}
const currencies: Record<string, string> = {
  RUB: '₽|руб(?:\\.|л[а-яё]+)?|RUB|rou?bles?',
  USD: '\\$|долл(?:\\.|ар[а-яё]*)|USD|dollars?',
  EUR: '€|евро|EUR|euros?',
}
const durationWords: Record<string, string> = {
  businessDay: '(?:рабоч[а-яё]+|банковск[а-яё]+|business|working|banking)[ \\u00a0](?:дн[а-яё]+|день|days?)|раб\\.[ \\u00a0]?дн\\.',
  day: '(?:календарн[а-яё]+[ \\u00a0]|calendar[ \\u00a0])?(?:дн(?:я|ей|ю|ям|ями|ях|ём|ем|и|\\.)|день|сут(?:ки|ок|кам|ками|ках)|days?)',
  hour: 'час(?:а|ов|у|ам|ом|ами|ах)?|hours?|hrs?',
  minute: 'минут[а-яё]*|мин\\.?|minutes?|mins?',
  second: 'секунд[а-яё]*|сек\\.?|seconds?|secs?',
  week: 'недел[а-яё]+|weeks?',
  month: 'месяц[а-яё]*|мес\\.?|months?',
  year: 'год(?:а|у|ом|ы|ам|ами)?|лет|years?',
}
const numberWords: Record<string, string> = {
  gigabyte: 'ГБ|Гб|GB|гигабайт[а-яё]*|gigabytes?',
  megabyte: 'МБ|Мб|MB|мегабайт[а-яё]*|megabytes?',
  kilobyte: 'КБ|Кб|KB|килобайт[а-яё]*|kilobytes?',
  kilometer: 'км|km|километр[а-яё]*|kilomet(?:er|re)s?',
  meter: 'метр(?:а|ов|у|ам|ах)?|met(?:er|re)s?',
  kilogram: 'кг|kg|килограмм[а-яё]*|kilograms?',
  megabitPerSecond: 'Мбит/с|Mbit/s|мегабит[а-яё]* в секунду|megabits? per second',
  piece: 'шт\\.|штук[а-яё]*|pieces?|pcs',
}

const all: UnitWords[] = [
  { group: 'percent', dimension: 'percent', scale: 1, words: '%|процент[а-яё]*|per ?cent' },
  ...Object.entries(currencies).map(([code, words]) => ({ group: `money ${code}`, dimension: code, scale: 1, words })),
  ...Object.entries(durationWords).map(([unit, words]) => ({ ...unitOfDuration(unit), words })),
  ...Object.entries(numberWords).map(([unit, words]) => ({ group: `number ${unit}`, dimension: unit, scale: 1, words })),
]
const multipliers = [
  { scale: 1e3, pattern: /тысяч[а-яё]*|тыс\.?|thousand/iy },
  { scale: 1e6, pattern: /миллион[а-яё]*|млн\.?|million/iy },
  { scale: 1e9, pattern: /млрд\.?|миллиард[а-яё]*|billion/iy },
]
const patterns = all.map(unit => ({ unit, pattern: new RegExp(`(?:${unit.words})(?![\\p{L}\\d])`, 'iuy') }))
/** One look that rules out most numbers before each unit is tried. */
const anyUnit = new RegExp(`(?:${all.map(unit => unit.words).join('|')}|тыс|млн|млрд|миллион|миллиард|thousand|million|billion)`, 'iuy')
const gap = /[ \u00a0\u202f-]?/y
const signBefore = /([₽$€])[ \u00a0]?$/
const signs: Record<string, string> = { '₽': 'RUB', $: 'USD', '€': 'EUR' }

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function unitOfDuration(unit: string): { group: string; dimension: string; scale: number } {
  const [group, dimension, scale] = durations[unit] ?? [`duration ${unit}`, unit, 1]
  return { group, dimension, scale }
}

/** The unit that stands after a number that ends at `at`, with "тыс." and "млн" taken into the scale. null: none that is known. */
export function unitAfter(text: string, at: number): AmountUnit | null {
  let from = skip(gap, text, at)
  anyUnit.lastIndex = from
  if (!anyUnit.test(text)) return null
  let scale = 1
  for (const multiplier of multipliers) {
    const end = skip(multiplier.pattern, text, from)
    if (end === from) continue
    scale = multiplier.scale
    from = skip(gap, text, end)
    break
  }
  for (const { unit, pattern } of patterns) {
    const end = skip(pattern, text, from)
    if (end > from) return { group: unit.group, dimension: unit.dimension, scale: unit.scale * scale, end }
  }
  return null
}

/** A currency sign before a number that begins at `at`: "$1,500". */
export function unitBefore(text: string, at: number): AmountUnit | null {
  const match = signBefore.exec(text.slice(Math.max(0, at - 2), at))
  const code = match ? signs[match[1] ?? ''] : undefined
  if (!match || !code) return null
  return { group: `money ${code}`, dimension: code, scale: 1, start: at - match[0].length, end: at }
}

/** The unit of a fact in the same terms. null: a fact that cannot be compared. */
export function unitOfFact(type: string, unit: string | null): AmountUnit | null {
  if (type === 'percent') return { group: 'percent', dimension: 'percent', scale: 1, end: 0 }
  if (type === 'money') return { group: `money ${unit ?? 'RUB'}`, dimension: unit ?? 'RUB', scale: 1, end: 0 }
  if (type === 'duration' && unit) return { ...unitOfDuration(unit), end: 0 }
  if (type === 'number' && unit) return { group: `number ${unit}`, dimension: unit, scale: 1, end: 0 }
  return null
}
