import { type FieldError, IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type StoredOrganisation, storedOrganisation } from './stored-organisation.ts'

/** Who the organisation is and how its pages look. */
export interface OrganisationSettings {
  name: Record<string, string>
  /** Id of a PNG or WebP picture. */
  logo: string | null
  /** #rrggbb; its contrast is corrected where it is shown. */
  accent: string | null
  /** IANA name. */
  timeZone: string
  /** The first is the default. */
  locales: string[]
}

/** The settings with their version, which is 0 before the first change. */
export type VersionedOrganisation = OrganisationSettings & { version: number }

/** The stored settings, completed from the environment. */
export function completed(stored: StoredOrganisation, env: Istok['env']): VersionedOrganisation {
  const { name = {}, logo = null, accent = null, timeZone = env.timeZone, locales = env.locales, version = 0 } = stored
  return { name, logo, accent, timeZone, locales, version }
}

/** What holds now. */
export function organisationNow({ database, env }: Istok): VersionedOrganisation {
  return completed(storedOrganisation(database.reader.orm), env)
}

/** Passes when every field is usable. Throws invalid with the places named. */
export function requireOrganisationFields({ name, accent, timeZone, locales }: OrganisationSettings): void {
  const errors: FieldError[] = []
  const refuse = (pointer: string, message: string, reason: string, values?: Record<string, number>) =>
    errors.push({ pointer, message, reason, ...(values && { arguments: values }) })
  if (locales.length === 0 || locales.length > 20) refuse('/locales', 'names 1 to 20 languages', 'between', { minimum: 1, maximum: 20 })
  locales.forEach((locale, index) => {
    if (!/^[a-z]{2}$/.test(locale)) refuse(`/locales/${index}`, 'is a language code, e.g. ru', 'not-a-language')
    else if (locales.indexOf(locale) !== index) refuse(`/locales/${index}`, 'is named twice', 'twice')
  })
  for (const [locale, text] of Object.entries(name)) {
    if (!/^[a-z]{2}$/.test(locale)) refuse('/name', 'has a language code for each name', 'not-a-language')
    else if (text.trim() === '' || text.length > 80)
      refuse(`/name/${locale}`, 'has 1 to 80 characters', 'length', { minimum: 1, maximum: 80 })
    else if (/\p{Cc}/u.test(text)) refuse(`/name/${locale}`, 'is one line', 'one-line')
  }
  if (accent !== null && !/^#[0-9a-f]{6}$/i.test(accent)) refuse('/accent', 'is a colour like #06606a', 'colour')
  if (!isTimeZone(timeZone)) refuse('/timeZone', 'is an IANA time zone, e.g. Europe/Moscow', 'time-zone')
  if (errors.length > 0) throw new IstokError('invalid', 'The organisation cannot be saved like this', { errors })
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name)
  } catch {
    return false
  }
}
