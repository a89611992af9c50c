import type { ArticleFile } from '#lib/markdown/article-file.ts'
import type { Finding } from '../../findings.ts'
import type { ImportFile } from '../file-content.ts'
import type { ImportWarning } from '../import-report.ts'

/** What articles may come as beside our Markdown. */
export const convertedFormats = ['html', 'docx', 'csv', 'xlsx', 'zendesk'] as const
export type ConvertedFormat = (typeof convertedFormats)[number]

/** One file to be read as articles; for Zendesk all files of the export together. */
export interface ConvertUnit {
  format: ConvertedFormat
  files: { path: string; content: Uint8Array }[]
  /** The first article's number in links between the files of the import; each further one counts on. */
  base: number
}

/** What readers know of the import around a file. */
export interface ConvertSurroundings {
  locales: readonly string[]
  /** Placeholders of the articles of the import, by path in lower case. */
  targets: ReadonlyMap<string, string>
  /** Ids of the pictures of the import, by path in lower case. */
  pictures: ReadonlyMap<string, string>
}

/** An article read from another format: what a Markdown file would have given. */
export interface ConvertedArticle {
  index: number
  /** The file, and the row or number in it: `faq.csv:12`, `articles.json#360001`. */
  path: string
  file: ArticleFile
  isDraft: boolean
  /** Paths under which it was known elsewhere. */
  addresses: string[]
  /** The site on which it was, so that links to it are known. */
  site?: string | null
}

export interface Converted {
  articles: ConvertedArticle[]
  /** Pictures that stood inside of files. */
  pictures: ImportFile[]
  /** Lists in our own form, e.g. `categories.yaml`. */
  lists: ImportFile[]
  warnings: ImportWarning[]
}

/** What makes one file unreadable; its finding is for the report. */
export class ConvertError extends Error {
  readonly line: number | undefined

  readonly finding: Finding

  constructor(found: Finding, line?: number) {
    super(found.message)
    this.finding = found
    this.line = line
  }
}
