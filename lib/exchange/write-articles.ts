import { eq } from 'drizzle-orm'
import { tag } from '#db/schema/content.ts'
import { oldAddress, redirect } from '#db/schema/releases.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { ArticleFields } from '#lib/authoring/article-fields.ts'
import { keepFirstMatch } from '#lib/authoring/side-by-side.ts'
import { type ArticleRow, changeArticle, insertArticle, isTakenSlug, readArticleRow } from '#lib/authoring/write-article.ts'
import { findCategory, insertCategory } from '#lib/authoring/write-category.ts'
import { writeTranslation } from '#lib/authoring/write-translation.ts'
import { finding, refused } from '../findings.ts'
import { count, type ImportReport, type ImportWarning, warn } from './import-report.ts'
import { isolate } from './isolate.ts'
import type { PlannedArticle } from './plan-articles.ts'
import type { ReadArticle } from './read-articles.ts'

/** What became of the files of one article, in their order. */
interface Written {
  id: string
  outcomes: ('created' | 'saved' | 'unchanged')[]
  newCategory: boolean
  warnings: ImportWarning[]
}

/** Writes the drafts of some articles of an import, each by itself: one that is refused leaves nothing behind. Returns the ids by source. */
export async function writeArticles(
  tx: Transaction,
  actor: Actor,
  articles: readonly PlannedArticle[],
  report: ImportReport,
  locales: readonly string[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const planned of articles) {
    let written: Written | undefined
    const problem = await isolate(tx, async () => {
      written = await writeArticle(tx, actor, planned, locales)
    })
    if (written && problem === null) {
      ids.set(planned.sourceId, written.id)
      for (const outcome of written.outcomes) count(report, outcome)
      for (const warning of written.warnings) warn(report, warning)
      if (written.newCategory) count(report.others.categories, 'created')
    } else {
      for (const { path } of planned.translations) {
        count(report, 'failed')
        warn(report, { file: path, level: 'error', ...(problem ?? refused([])) })
      }
    }
    report.done += planned.translations.length
    await tx.pause()
  }
  return ids
}

async function writeArticle(tx: Transaction, actor: Actor, planned: PlannedArticle, locales: readonly string[]): Promise<Written> {
  const written: Written = { id: '', outcomes: [], newCategory: false, warnings: [] }
  await keepNames(tx, actor, planned, written)
  const before = planned.id === null ? null : await readArticleRow(tx.orm, planned.id)
  const row = before
    ? await changeArticle(tx, actor, before, keptFields(before, planned, written))
    : await insertArticle(tx, actor, { ...planned.fields, slug: planned.slug })
  written.id = row.id
  for (const translation of planned.translations) {
    const place = { articleId: row.id, locale: translation.file.locale }
    const { outcome } = await writeTranslation(tx, actor, place, translation.file, 'any')
    written.outcomes.push(outcome === 'unchanged' && row !== before ? 'saved' : outcome)
  }
  await keepAddresses(tx, row.id, planned)
  if (written.outcomes.includes('created')) await keepFirstMatch(tx, actor, row.id, locales)
  return written
}

/**
 * Where the article was, elsewhere or here, so that old links to it lead here. An address that two articles claim is that of the later one; a slug stays with the
 * article that has it.
 */
async function keepAddresses(tx: Transaction, articleId: string, { slug, translations }: PlannedArticle): Promise<void> {
  for (const { file } of translations) {
    for (const path of file.aliases) {
      if (!path.startsWith('/')) {
        if (path !== slug && !isTakenSlug(tx.orm, path, articleId))
          await tx.orm.insert(redirect).values({ slug: path, articleId, release: 0 }).onConflictDoNothing()
        continue
      }
      const row = { articleId, locale: file.locale }
      await tx.orm
        .insert(oldAddress)
        .values({ path, ...row, createdAt: tx.now })
        .onConflictDoUpdate({ target: oldAddress.path, set: row })
    }
  }
}

/** A file that is silent about something does not take it away, and never makes public what somebody made internal. */
function keptFields(before: ArticleRow, { fields, slug, translations }: PlannedArticle, written: Written): ArticleFields {
  const kept = before.audience === 'internal' && fields.audience === 'public'
  const [first] = translations
  if (kept && first) written.warnings.push({ file: first.path, level: 'warning', ...finding('stays-internal') })
  return {
    slug,
    category: fields.category ?? undefined,
    tags: fields.tags?.length ? fields.tags : undefined,
    audience: kept ? 'internal' : fields.audience,
    channels: fields.channels ?? undefined,
    owner: fields.owner ?? undefined,
    reviewEveryDays: fields.reviewEveryDays ?? undefined,
    metadata: fields.metadata,
  }
}

/** A category that nobody made yet, and the titles of tags that were not written as slugs. */
async function keepNames(tx: Transaction, actor: Actor, { fields, names, translations }: PlannedArticle, written: Written): Promise<void> {
  const [first] = translations as [ReadArticle, ...ReadArticle[]]
  const { locale } = first.file
  if (fields.category != null && names.category !== null && !(await findCategory(tx.orm, fields.category))) {
    await insertCategory(tx, actor, { slug: fields.category, title: { [locale]: names.category } })
    written.newCategory = true
    written.warnings.push({ file: first.path, level: 'warning', ...finding('category-made', { value: names.category }) })
  }
  for (const [slug, title] of names.tags) {
    const known = await tx.orm.select().from(tag).where(eq(tag.slug, slug)).get()
    if (!known) await tx.orm.insert(tag).values({ slug, title: { [locale]: title }, createdAt: tx.now })
  }
}
