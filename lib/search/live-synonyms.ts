import { dataVersion } from '#db/data-version.ts'
import type { Istok } from '../istok.ts'
import { readSynonyms, type SynonymRow, type Synonyms } from './analyser/synonyms.ts'

/** The synonyms as they are now, by language. */
export function liveSynonymsOf({ database }: Istok) {
  const all = database.reader.sqlite.prepare('SELECT locale, terms, direction FROM synonym ORDER BY id')
  let version: number | undefined
  let seen = ''
  let serial = 0
  let byLocale = new Map<string, Synonyms>()
  const refresh = () => {
    const versionNow = dataVersion(database)
    if (versionNow === version) return
    version = versionNow
    const text = JSON.stringify(all.all())
    if (text === seen) return
    seen = text
    serial++
    byLocale = new Map()
  }
  return {
    of(locale: string): Synonyms {
      refresh()
      let synonyms = byLocale.get(locale)
      if (!synonyms) {
        const rows = JSON.parse(seen) as { locale: string; terms: string; direction: SynonymRow['direction'] }[]
        const mine = rows.filter(row => row.locale === locale)
        synonyms = readSynonyms(mine.map(row => ({ terms: JSON.parse(row.terms) as string[], direction: row.direction })))
        byLocale.set(locale, synonyms)
      }
      return synonyms
    },
    /** Another number after every change. */
    serial(): number {
      refresh()
      return serial
    },
  }
}
