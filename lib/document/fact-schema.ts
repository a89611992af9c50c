import { z } from 'zod'
import { durationUnits, type FactType, factKeySchema, factTypes, numberUnits } from './facts.ts'
import { isAllowedHref } from './link.ts'
import { localeSchema } from './locale.ts'

/** Values with validity that one fact may have. */
export const factValuesLimit = 200

const textLimit = 2000
/** More digits do not survive a JavaScript number, which the formatters use. */
const digitsLimit = 15
/** The currencies of ISO 4217 that this Node (its ICU) can name and format. */
const currencies = new Set(Intl.supportedValuesOf('currency'))

const valueSchema = z.union(
  [z.string().max(textLimit), z.record(localeSchema, z.string().max(textLimit))],
  `a text of at most ${textLimit} characters, or one per locale`,
)
const instantSchema = z.iso
  .datetime({ offset: true, message: 'an ISO 8601 date with time and offset, e.g. 2027-01-31T00:00:00Z, or null' })
  .nullable()
  .default(null)

/** What an editor sends to save a fact; the rules for `value` and `unit` are those that facts.ts documents. */
export const factInputSchema = z
  .strictObject({
    key: factKeySchema,
    type: z.enum(factTypes),
    unit: z.string().max(40).nullable().default(null),
    title: z.record(localeSchema, z.string().trim().min(1, 'a title must not be empty').max(200, 'at most 200 characters')).default({}),
    values: z
      .array(z.strictObject({ value: valueSchema, validFrom: instantSchema, validTo: instantSchema }))
      .min(1, 'a fact needs a value')
      .max(factValuesLimit, `at most ${factValuesLimit} values`),
  })
  .superRefine((fact, context) => {
    const unitProblem = checkFactUnit(fact.type, fact.unit)
    if (unitProblem !== null)
      context.addIssue({ code: 'custom', path: ['unit'], message: unitProblem, params: { reason: unitReason(fact.type) } })
    for (const [index, { value }] of fact.values.entries()) {
      const problem = checkFactValue(fact.type, value)
      if (problem !== null)
        context.addIssue({ code: 'custom', path: ['values', index, 'value'], message: problem, params: { reason: `value-${fact.type}` } })
    }
    for (const { index, message, reason } of checkValidity(fact.values))
      context.addIssue({ code: 'custom', path: ['values', index, 'validFrom'], message, params: { reason } })
  })
export type FactInput = z.infer<typeof factInputSchema>

/** Why a unit does not go with a type, or null. */
export function checkFactUnit(type: FactType, unit: string | null): string | null {
  if (type === 'money') return unit !== null && currencies.has(unit) ? null : 'money needs a currency code of ISO 4217, e.g. RUB'
  if (type === 'duration')
    return durationUnits.some(known => known === unit) ? null : `a duration needs one of the units ${durationUnits.join(', ')}`
  if (unit === null) return null
  if (type === 'number')
    return numberUnits.some(known => known === unit) ? null : `a number has no unit or one of ${numberUnits.join(', ')}`
  return `${type} has no unit`
}

/** Why a value is not spelled as its type demands (see facts.ts), or null. */
export function checkFactValue(type: FactType, value: string | Record<string, string>): string | null {
  if (typeof value === 'string') return checkText[type](value)
  if (type !== 'text' && type !== 'url') return `${type} has one value for all locales`
  const values = Object.values(value)
  if (values.length === 0) return 'a value in one locale at least'
  return values.map(checkText[type]).find(problem => problem !== null) ?? null
}

const checkText: Record<FactType, (text: string) => string | null> = {
  money: text => checkDecimal(text, /^(0|[1-9]\d*)(\.\d{1,4})?$/, '1500 or 1500.5'),
  percent: text => checkDecimal(text, /^-?(0|[1-9]\d*)(\.\d+)?$/, '1.5'),
  number: text => checkDecimal(text, /^-?(0|[1-9]\d*)(\.\d+)?$/, '5 or 1.5'),
  duration: checkDuration,
  date: checkDate,
  timeRange: checkTimeRange,
  // E.164: "+" and at most 15 digits (ITU-T E.164 §6.2.1); short numbers of operators have 2 to 6.
  phone: text => (/^(\+[1-9]\d{6,14}|\d{2,6})$/.test(text) ? null : 'an international number such as +78005553535, or 2 to 6 digits'),
  url: text =>
    !text.startsWith('article:') && isAllowedHref(text) ? null : 'an address that begins with https://, http://, mailto: or tel:',
  text: text => (text.trim() === '' ? 'must not be empty' : null),
}

function checkDecimal(text: string, spelling: RegExp, example: string): string | null {
  if (!spelling.test(text)) return `digits with a point, e.g. ${example}`
  return text.replace(/\D/g, '').length > digitsLimit ? `at most ${digitsLimit} digits` : null
}

function checkDuration(text: string): string | null {
  const [, from, to] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text) ?? []
  if (from === undefined) return 'a whole number or a range, e.g. 3 or 1-3'
  return to !== undefined && Number(from) >= Number(to) ? 'a range goes from less to more' : null
}

function checkDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return 'a date such as 2027-01-31'
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? null : 'this date is not in the calendar'
}

function checkTimeRange(text: string): string | null {
  const clock = '([01]\\d|2[0-3]):[0-5]\\d'
  if (!new RegExp(`^${clock}-(${clock}|24:00)$`).test(text)) return 'two times such as 09:00-21:00'
  return text.slice(0, 5) === text.slice(6) ? 'begin and end are the same; round the clock is 00:00-24:00' : null
}

interface ValidityProblem {
  index: number
  message: string
  reason: string
}

function unitReason(type: FactType): string {
  return type === 'money' || type === 'duration' || type === 'number' ? `unit-${type}` : 'unit-none'
}

/**
 * Validity runs from `validFrom` (included) to `validTo` (excluded). Where two hold at once the one that began last is said (see fact-validity.ts), so a
 * price without an end may be followed by its successor, and an action may lie upon a usual price; two may not begin at the same instant.
 */
function checkValidity(values: readonly { validFrom: string | null; validTo: string | null }[]): ValidityProblem[] {
  const problems: ValidityProblem[] = []
  const begun = new Set<number>()
  for (const [index, { validFrom, validTo }] of values.entries()) {
    const from = validFrom === null ? Number.NEGATIVE_INFINITY : Date.parse(validFrom)
    const to = validTo === null ? Number.POSITIVE_INFINITY : Date.parse(validTo)
    if (from >= to) problems.push({ index, message: 'validFrom has to be before validTo', reason: 'validity-order' })
    else if (begun.has(from))
      problems.push({ index, message: 'begins at the same instant as another value of this fact', reason: 'validity-same' })
    begun.add(from)
  }
  return problems
}
