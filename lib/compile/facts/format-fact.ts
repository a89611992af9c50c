import type { FactValue } from '#lib/document/facts.ts'
import type { SpeechCase } from '#lib/document/types.ts'
import { factValueIn, languageOf } from './fact-value.ts'
import { formatDate } from './format-date.ts'
import { formatNumber, nbsp, separatorsOf } from './format-number.ts'
import { unitShortEn, unitWordEn } from './units-en.ts'
import { unitShortRu, unitWordRu } from './units-ru.ts'

export interface FactForm {
  /** Unset: the usual form, "1,5 %", "1 500 ₽", "3 рабочих дня". short: units abbreviated ("3 раб. дн."). long: written out ("1,5 процента"). */
  form?: 'short' | 'long'
  /** Moves only units that are written out, so that "до 3 рабочих дней" reads right; numbers and signs stay. */
  case?: SpeechCase
}

/** A fact as it is written in a locale, unit included. The same text in every written channel. */
export function formatFact(fact: FactValue, locale: string, options: FactForm = {}): string {
  const value = factValueIn(fact, locale)
  switch (fact.type) {
    case 'money':
      return formatMoney(value, fact.unit ?? 'RUB', locale, options)
    case 'percent':
      return options.form === 'long'
        ? withWord(value, 'percent', locale, options)
        : `${formatNumber(value, locale)}${separatorsOf(locale).beforePercent}%`
    case 'number':
      return fact.unit ? formatMeasure(value, fact.unit, locale, options, 'sign') : formatNumber(value, locale)
    case 'duration':
      return fact.unit ? formatMeasure(value, fact.unit, locale, options, 'word') : value
    case 'date':
      return formatDate(value, locale)
    case 'timeRange':
      return formatTimeRange(value, locale)
    case 'phone':
      return formatPhone(value)
    case 'url':
    case 'text':
      return value
  }
}

function formatMoney(value: string, currency: string, locale: string, options: FactForm): string {
  if (options.form === 'long') return withWord(value, currency, locale, options)
  const amount = formatNumber(value, locale, 2)
  const english = languageOf(locale) === 'en'
  const sign = (english ? unitShortEn(currency) : (unitShortRu(currency, 0) ?? unitShortEn(currency))) ?? currency
  if (!english) return amount + nbsp + sign
  return sign.length === 1 ? sign + amount : sign + nbsp + amount
}

/** `usual` says what an unset form means: a sign for numbers (МБ), a word for durations. */
function formatMeasure(value: string, unit: string, locale: string, options: FactForm, usual: 'sign' | 'word'): string {
  const form = options.form ?? (usual === 'word' ? 'long' : 'short')
  if (form === 'long') return withWord(value, unit, locale, options)
  const short = languageOf(locale) === 'ru' ? unitShortRu(unit, lastAmount(value)) : unitShortEn(unit)
  return formatRange(value, locale) + nbsp + (short ?? unit)
}

function withWord(value: string, unit: string, locale: string, options: FactForm): string {
  const amount = lastAmount(value)
  const word = languageOf(locale) === 'ru' ? unitWordRu(unit, amount, options.case) : unitWordEn(unit, amount)
  return formatRange(value, locale) + nbsp + (word ?? unit)
}

const range = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/

function formatRange(value: string, locale: string): string {
  const match = range.exec(value)
  if (!match) return formatNumber(value, locale)
  return `${formatNumber(match[1] ?? '', locale)}–${formatNumber(match[2] ?? '', locale)}`
}

/** The number that governs the unit: of a range the second one. */
function lastAmount(value: string): number {
  return Number(range.exec(value)?.[2] ?? value)
}

function formatTimeRange(value: string, locale: string): string {
  if (value === '00:00-24:00') return languageOf(locale) === 'ru' ? 'круглосуточно' : 'around the clock'
  return value.replace(/\b0(\d:)/g, '$1').replace('-', '–')
}

const russianPhone = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/

/** "8 800 555-35-35" for toll-free Russian numbers, "+7 495 123-45-67" for the others; what is not Russian stays as it is. */
export function formatPhone(value: string): string {
  const match = russianPhone.exec(value)
  if (!match) return value
  const prefix = match[1] === '800' ? '8' : '+7'
  return `${prefix}${nbsp}${match[1]}${nbsp}${match[2]}-${match[3]}-${match[4]}`
}
