import type { Istok } from '../../istok.ts'
import { searchOf } from '../open-search.ts'
import { checkTables } from './check-terms.ts'
import { rebuildTerms } from './rebuild-terms.ts'

/** Looks whether SQLite finds the stored index whole, and makes it anew from what the channels say where it does not. Returns the faults that were found. */
export async function mendTerms(istok: Istok): Promise<string[]> {
  const faults = await checkTables(istok.database)
  if (faults.length === 0) return faults
  istok.log.error({ faults }, 'The stored search index is damaged and is being made anew')
  await rebuildTerms(istok.database)
  searchOf(istok).rebuild()
  return faults
}
