import { and, eq, inArray, ne } from 'drizzle-orm'
import { article, category, translation } from '#db/schema/content.ts'
import { fact, snippet } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { factStatus, snippetStatus } from '#lib/authoring/key-status.ts'
import { translationStatus } from '#lib/authoring/status.ts'
import { describeLoss } from '#lib/compile/loss-reasons.ts'
import { isIstokError } from '../errors.ts'
import { finding } from '../findings.ts'
import type { Istok } from '../istok.ts'
import { type Dependent, findDependents } from './find-dependents.ts'
import { type ImportReport, warn } from './import-report.ts'

/** What an import brought. `paths`: the files of an article by its id. */
export interface Imported {
  paths: Map<string, string[]>
  facts: string[]
  snippets: string[]
}

interface BlockingLoss {
  articleId: string
  locale: string
  channel: string
  path: string
  message: { ru: string; en: string }
}

/** Each attempt leaves out at least one article; more rounds than this mean that something else is wrong. */
const attempts = 20

/**
 * Publishes everything of an import that is not live as it is, in one release. Articles that a channel cannot say are reported and left out; what links to them is
 * tried again without them. Sets `release` and `published` of the report. Throws what publishRelease throws for other reasons.
 */
export async function publishImport(istok: Istok, actor: Actor, imported: Imported, note: string, report: ImportReport): Promise<void> {
  const { publishRelease } = await import('#lib/release/publish-release.ts')
  const { facts, snippets } = await unpublishedKeys(istok, imported)
  let articles = await unpublishedArticles(istok, [...imported.paths.keys()])
  for (let attempt = 1; articles.length + facts.length + snippets.length > 0; attempt += 1) {
    try {
      const released = await publishRelease(istok, actor, { note, articles, facts, snippets, withdraw: [] })
      if (!('number' in released)) throw new Error('an import is published at once')
      report.release = released.number
      report.published = articles.length
      return
    } catch (error) {
      const losses = lossesOf(error)
      const blocked = new Set(losses.map(({ articleId }) => articleId))
      const rest = articles.filter(id => !blocked.has(id))
      if (losses.length === 0 || rest.length === articles.length || attempt === attempts) throw error
      reportLosses(imported, losses, report)
      // What leads to them, through however many others, would fail one by one in as many rounds.
      const dependents = findDependents(istok, rest, [...blocked])
      for (const dependent of dependents) reportDependent(imported, dependent, report)
      const held = new Set(dependents.map(({ articleId }) => articleId))
      articles = rest.filter(id => !held.has(id))
    }
  }
}

function lossesOf(error: unknown): BlockingLoss[] {
  const losses = isIstokError(error) ? error.details.extra?.losses : undefined
  return Array.isArray(losses) ? losses : []
}

function reportLosses({ paths }: Imported, losses: BlockingLoss[], report: ImportReport): void {
  const told = new Set<string>()
  for (const { articleId, locale, channel, path, message } of losses) {
    const files = paths.get(articleId) ?? []
    const file = files.find(name => name.includes(`${locale}/`)) ?? files[0] ?? ''
    const found = finding('not-published', { channel, path, detail: message.en }, { said: message })
    if (told.has(file + found.message)) continue
    told.add(file + found.message)
    warn(report, { file, level: 'error', ...found })
  }
}

function reportDependent({ paths }: Imported, { articleId, target }: Dependent, report: ImportReport): void {
  const { path, message } = describeLoss('link-target-unpublished', '', 'link', target)
  const found = finding('not-published', { channel: 'website', path, detail: message.en }, { said: message })
  for (const file of paths.get(articleId) ?? ['']) warn(report, { file, level: 'error', ...found })
}

/** SQLite takes 32,766 values; the lists of an import may be longer. */
const chunk = 10_000

async function unpublishedArticles({ database }: Istok, ids: string[]): Promise<string[]> {
  const found = new Set<string>()
  for (let from = 0; from < ids.length; from += chunk) {
    const rows = await database.reader.orm
      .selectDistinct({ id: translation.articleId })
      .from(translation)
      .innerJoin(article, eq(article.id, translation.articleId))
      .leftJoin(category, eq(category.id, article.categoryId))
      .where(and(inArray(translation.articleId, ids.slice(from, from + chunk)), ne(translationStatus, 'published')))
    for (const { id } of rows) found.add(id)
  }
  return ids.filter(id => found.has(id))
}

async function unpublishedKeys({ database }: Istok, imported: Imported): Promise<{ facts: string[]; snippets: string[] }> {
  const { orm } = database.reader
  const facts = await orm
    .select({ key: fact.key })
    .from(fact)
    .where(and(inArray(fact.key, imported.facts), ne(factStatus, 'published')))
  const snippets = await orm
    .select({ key: snippet.key })
    .from(snippet)
    .where(and(inArray(snippet.key, imported.snippets), ne(snippetStatus, 'published')))
  return { facts: facts.map(({ key }) => key), snippets: snippets.map(({ key }) => key) }
}
