import type { Istok } from '../istok.ts'
import { storedOrganisation } from './stored-organisation.ts'

/** Puts the stored time zone and locales in the place of the environment's. Called at the start, and in a running process whenever the setting has changed. */
export function applyOrganisation({ database, env }: Istok): void {
  const { timeZone, locales } = storedOrganisation(database.reader.orm)
  if (timeZone !== undefined) env.timeZone = timeZone
  if (locales !== undefined && locales.length > 0) env.locales = locales
}
