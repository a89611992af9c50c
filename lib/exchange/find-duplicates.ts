import { eq, isNull } from 'drizzle-orm'
import { article, translation } from '#db/schema/content.ts'
import { tokenise } from '#lib/search/analyser/tokens.ts'
import type { Istok } from '../istok.ts'
import { importLimits } from './import-limits.ts'
import type { ImportReport } from './import-report.ts'
import type { PlannedArticle } from './plan-articles.ts'

/** Share of words that two titles have in common from which on they ask the same (own rule). */
const threshold = 0.75
/** Words that more titles than this have say nothing of one. */
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
  const index = new Map<string, Entry[]>()
  const rows = istok.database.reader.orm
    .select({ id: article.id, locale: translation.locale, title: translation.title, questions: translation.questions })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .where(isNull(article.deletedAt))
    .all()
  for (const { id, locale, title, questions } of rows) {
    if (imported.has(id)) continue
    for (const text of [title, ...questions]) addEntry(index, { owner: id, locale, id, file: null, text })
  }
  let started = performance.now()
  for (const { sourceId, translations } of planned) {
    for (const { path, file } of translations) {
      const own = [file.title, ...file.questions].map(text => ({ owner: sourceId, locale: file.locale, id: null, file: path, text }))
      for (const entry of own) if (tell(entry, closest(index, entry), report)) break
      for (const entry of own) addEntry(index, entry)
    }
    if (performance.now() - started < 8) continue
    await new Promise(resolve => setImmediate(resolve))
    started = performance.now()
  }
}

/** The words of a text that say something. */
export function keysOf(text: string): Set<string> {
  return new Set(tokenise(text).flatMap(({ key, empty, joined }) => (empty || joined ? [] : key)))
}

function addEntry(index: Map<string, Entry[]>, said: Omit<Entry, 'keys'>): void {
  const entry = { ...said, keys: keysOf(said.text) }
  for (const key of entry.keys) {
    const list = index.get(key)
    if (!list) index.set(key, [entry])
    else if (list.length < common) list.push(entry)
  }
}

function closest(
  index: ReadonlyMap<string, Entry[]>,
  { owner, locale, text }: Omit<Entry, 'keys'>,
): { entry: Entry; score: number } | null {
  const keys = keysOf(text)
  const shared = new Map<Entry, number>()
  for (const key of keys) for (const entry of index.get(key) ?? []) shared.set(entry, (shared.get(entry) ?? 0) + 1)
  let best: { entry: Entry; score: number } | null = null
  for (const [entry, count] of shared) {
    if (entry.owner === owner || entry.locale !== locale) continue
    const score = count / (keys.size + entry.keys.size - count)
    if (score >= threshold && score > (best?.score ?? 0)) best = { entry, score }
  }
  return best
}

function tell({ file, text }: Omit<Entry, 'keys'>, found: ReturnType<typeof closest>, report: ImportReport): boolean {
  if (!found || report.duplicates.length >= importLimits.findings) return false
  const { entry, score } = found
  report.duplicates.push({
    file: file ?? '',
    text,
    like: { id: entry.id, file: entry.file, text: entry.text },
    score: Math.round(score * 100) / 100,
  })
  return true
}
