import { contentLimits } from '#lib/authoring/content.ts'
import { type ArticleFile, parseArticleFile } from '#lib/markdown/article-file.ts'
import { MarkdownError } from '#lib/markdown/markdown-error.ts'
import { type Finding, finding } from '../findings.ts'
import type { Istok } from '../istok.ts'
import type { ConvertedArticle } from './convert/convert-task.ts'
import { type ImportFile, textOf } from './file-content.ts'
import { count, type ImportReport, warn } from './import-report.ts'
import type { LinkTargets } from './link-targets.ts'
import { sourceOfPath } from './source-of-path.ts'
import { readWikiLinks } from './wiki-links.ts'

/** An article file that could be read. `index` is its place among the files of the import, which links to it name. */
export interface ReadArticle {
  index: number
  path: string
  /** Identifies the article from import to import: the front matter's sourceId, else the path. */
  sourceId: string
  file: ArticleFile
  /** Stays a draft whatever the import does. */
  isDraft: boolean
  /** The site on which it was. */
  site?: string | null
}

/** Reads all article files; one that is refused is reported and left out. Lets other requests be served in between. */
export async function readArticles(
  istok: Istok,
  files: readonly ImportFile[],
  drafts: ReadonlySet<ImportFile>,
  targets: LinkTargets,
  report: ImportReport,
): Promise<ReadArticle[]> {
  const read: ReadArticle[] = []
  let started = performance.now()
  for (const [index, file] of files.entries()) {
    const article = readArticle(istok, file, targets, report)
    if (article) {
      const sourceId = article.sourceId ?? sourceOfPath(file.path)
      read.push({ index, path: file.path, sourceId, file: article, isDraft: drafts.has(file) })
    }
    if (performance.now() - started > 8) {
      await new Promise(resolve => setImmediate(resolve))
      started = performance.now()
    }
  }
  return read
}

function readArticle(istok: Istok, file: ImportFile, targets: LinkTargets, report: ImportReport): ArticleFile | null {
  try {
    const defaultLocale = istok.env.locales[0] ?? 'ru'
    const { warnings, ...article } = parseArticleFile(file.path, readWikiLinks(textOf(file), targets.names), {
      ...targets.callbacksFor(file.path),
      defaultLocale,
    })
    for (const { kind: _, ...found } of warnings) warn(report, { file: file.path, level: 'warning', ...found })
    const unknown = Object.keys(article.metadata)
    if (unknown.length > 0) {
      warn(report, { file: file.path, line: 1, level: 'warning', ...finding('kept-metadata', { names: unknown.join(', ').slice(0, 500) }) })
    }
    return fitted(article, found => warn(report, { file: file.path, line: 1, level: 'warning', ...found }))
  } catch (error) {
    if (!(error instanceof MarkdownError)) throw error
    count(report, 'failed')
    warn(report, { file: file.path, ...(error.line !== null && { line: error.line }), level: 'error', ...error.finding })
    return null
  }
}

/** Articles of other formats, as if they had been read from files. */
export function asRead(articles: readonly ConvertedArticle[], report: ImportReport): ReadArticle[] {
  return articles.map(({ file, addresses, ...article }) => ({
    ...article,
    sourceId: file.sourceId ?? sourceOfPath(article.path),
    file: fitted({ ...file, aliases: addresses }, found => warn(report, { file: article.path, level: 'warning', ...found })),
  }))
}

/** Other systems allow longer titles and more questions than an answer has here. */
function fitted(file: ArticleFile, tell: (found: Finding) => void): ArticleFile {
  const questions = file.questions.filter(question => question.length <= contentLimits.question).slice(0, contentLimits.questions)
  if (questions.length < file.questions.length) tell(finding('questions-left-out', { count: file.questions.length - questions.length }))
  if (file.title.length <= contentLimits.title) return { ...file, questions }
  tell(finding('title-cut', { maximum: contentLimits.title }))
  return { ...file, questions, title: `${file.title.slice(0, contentLimits.title - 1).replace(/[\uD800-\uDBFF]$/, '')}…` }
}
