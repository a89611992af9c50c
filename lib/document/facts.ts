import { z } from 'zod'

/**
 * A fact is a named typed value with validity dates. The spelling of `value` per type:
 * money "1500" or "1500.5" (unit: ISO 4217) · percent "1.5" · number "5", "1.5" (unit optional, see factUnits) ·
 * duration "3" or "1-3" (unit: see durationUnits) · date "2027-01-31" · timeRange "09:00-21:00" ("00:00-24:00" = round the clock) ·
 * phone "+78005553535" or a short number "900" · url "https://…" · text: any.
 * For text and url the value may differ by locale: {"ru": "…", "en": "…"}.
 */
export const factTypes = ['money', 'percent', 'number', 'duration', 'date', 'timeRange', 'phone', 'url', 'text'] as const
export type FactType = (typeof factTypes)[number]

export const durationUnits = ['second', 'minute', 'hour', 'day', 'businessDay', 'week', 'month', 'year'] as const
export type DurationUnit = (typeof durationUnits)[number]

/** Units that a number may carry; the compiler knows their written and spoken forms. */
export const numberUnits = ['piece', 'kilobyte', 'megabyte', 'gigabyte', 'kilometer', 'meter', 'kilogram', 'megabitPerSecond'] as const

export const factKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/, 'lower-case words joined by dots, e.g. fee.transfer')
  .max(80)

/** The value of a fact at one instant, ready to be formatted for a channel. */
export interface FactValue {
  key: string
  type: FactType
  unit: string | null
  value: string | Record<string, string>
}
