import { eq, isNull } from 'drizzle-orm'
import { article, translation } from '#db/schema/content.ts'
import { tokenise } from '#lib/search/analyser/tokens.ts'
import type { Istok } from '../istok.ts'
import { importLimits } from './import-limits.ts'
import type { ImportReport } from './import-report.ts'
import type { PlannedArticle } from './plan-articles.ts'

/** Share of words that two titles have in common from which on they ask the same (own rule). */
const threshold = 0.75
/** A word that tells more titles than this apart from others says nothing of one. */
const common = 3_000

interface Entry {
  owner: string
  locale: string
  id: string | null
  file: string | null
  text: string
  keys: ReadonlySet<string>
}

/** Lists titles and questions of an import that are said in the same words by another article, of the base or of the import. Lets other requests be served in between. */
export async function findDuplicates(istok: Istok, planned: readonly PlannedArticle[], report: ImportReport): Promise<void> {
  if (planned.length === 0) return
  const imported = new Set(planned.flatMap(({ id }) => id ?? []))
  const rows = istok.database.reader.orm
    .select({ id: article.id, locale: translation.locale, title: translation.title, questions: translation.questions })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .where(isNull(article.deletedAt))
    .all()
  const known = rows
    .filter(({ id }) => !imported.has(id))
    .flatMap(({ id, locale, title, questions }) => [title, ...questions].map(text => entryOf({ owner: id, locale, id, file: null, text })))
  const files = planned.flatMap(({ sourceId, translations }) =>
    translations.map(({ path, file }) =>
      [file.title, ...file.questions].map(text => entryOf({ owner: sourceId, locale: file.locale, id: null, file: path, text })),
    ),
  )
  const index = openIndex([...known, ...files.flat()])
  for (const entry of known) index.add(entry)
  let started = performance.now()
  for (const own of files) {
    if (report.duplicates.length >= importLimits.findings) return
    for (const entry of own) if (tell(entry, index.closest(entry), report)) break
    for (const entry of own) index.add(entry)
    if (performance.now() - started < 8) continue
    await new Promise(resolve => setImmediate(resolve))
    started = performance.now()
  }
}

function entryOf(said: Omit<Entry, 'keys'>): Entry {
  return { ...said, keys: keysOf(said.text) }
}

/** The words of a text that say something. */
export function keysOf(text: string): Set<string> {
  return new Set(tokenise(text).flatMap(({ key, empty, joined }) => (empty || joined ? [] : key)))
}

/**
 * Finds the entry with the most words in common. Two titles that share `threshold` of their words share one of the rarest words of each, as many as the threshold
 * leaves out and one more: only by these are entries kept and looked up. `all`: every entry that will come, for how rare a word is.
 */
function openIndex(all: readonly Entry[]) {
  const counts = new Map<string, number>()
  for (const { keys } of all) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const rarity = (key: string) => counts.get(key) ?? 0
  const telling = ({ keys }: Entry) => {
    const sorted = [...keys].sort((one, other) => rarity(one) - rarity(other) || (one < other ? -1 : 1))
    return sorted.slice(0, keys.size - Math.ceil(threshold * keys.size) + 1)
  }
  const byKey = new Map<string, Entry[]>()
  return {
    add(entry: Entry): void {
      for (const key of telling(entry)) {
        const list = byKey.get(key)
        if (!list) byKey.set(key, [entry])
        else if (list.length < common) list.push(entry)
      }
    },
    closest(asked: Entry): { entry: Entry; score: number } | null {
      const candidates = new Set(telling(asked).flatMap(key => byKey.get(key) ?? []))
      let best: { entry: Entry; score: number } | null = null
      for (const entry of candidates) {
        if (entry.owner === asked.owner || entry.locale !== asked.locale) continue
        const score = likeness(asked.keys, entry.keys)
        if (score >= threshold && score > (best?.score ?? 0)) best = { entry, score }
      }
      return best
    },
  }
}

/** The share of the words of both that both have. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [less, more] = one.size < other.size ? [one, other] : [other, one]
  if (less.size < threshold * more.size) return 0
  let shared = 0
  for (const key of less) if (more.has(key)) shared += 1
  return shared / (one.size + other.size - shared)
}

function tell({ file, text }: Entry, found: { entry: Entry; score: number } | null, report: ImportReport): boolean {
  if (!found) return false
  const { entry, score } = found
  report.duplicates.push({
    file: file ?? '',
    text,
    like: { id: entry.id, file: entry.file, text: entry.text },
    score: Math.round(score * 100) / 100,
  })
  return true
}
