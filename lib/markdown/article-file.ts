import { localeSchema } from '#lib/document/locale.ts'
import { oldPath } from '#lib/document/plain-path.ts'
import { slugFromTitle } from '#lib/document/slug.ts'
import { slugSchema } from '#lib/document/slug-schema.ts'
import type { Audience, Document, Inline } from '#lib/document/types.ts'
import { finding } from '../findings.ts'
import { deriveShortAnswer } from './derive-short-answer.ts'
import { type FrontMatter, readFrontMatter, writeFrontMatter } from './front-matter.ts'
import { MarkdownError } from './markdown-error.ts'
import { parseArticleBody, parseInlineMarkdown, parseMarkdown } from './parse-markdown.ts'
import { serializeInlineMarkdown, serializeMarkdown } from './serialize-markdown.ts'
import type { MarkdownCallbacks, MarkdownWarning } from './tree-context.ts'

/** One translation of one article as a file holds it. */
export interface ArticleFile {
  title: string
  slug: string
  locale: string
  category: string | null
  tags: string[]
  audience: Audience
  /** null: every channel. */
  channels: string[] | null
  shortAnswer: Inline[]
  questions: string[]
  /** By channel kind. */
  variations: Record<string, Document>
  document: Document
  reviewEveryDays: number | null
  owner: string | null
  sourceId: string | null
  /** Where it was before: former slugs, and paths of another site, which begin with "/". */
  aliases: string[]
  /** Front matter of other systems, kept. */
  metadata: Record<string, unknown>
}

export interface ArticleFileCallbacks extends MarkdownCallbacks {
  /** When neither the file nor its folder names one; "ru" unless told. */
  defaultLocale?: string
}

/**
 * Reads an article's file. What the front matter does not say is taken from elsewhere: the title from the first heading (which then leaves the
 * body) or the file's name, the slug from the file's name, the locale from the folder, the short answer from the first paragraph (a warning
 * of the kind `derived` says so). Throws MarkdownError when the file is refused as a whole.
 */
export function parseArticleFile(
  path: string,
  text: string,
  callbacks: ArticleFileCallbacks = {},
): ArticleFile & { warnings: MarkdownWarning[] } {
  const { data, body, bodyLine, warnings, ...read } = readFrontMatter(text)
  const { aliases, metadata } = formerPlaces(data.aliases ?? [], read.metadata)
  const name =
    path
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.(md|markdown|mdx)$/i, '') ?? ''
  const parsed = shiftLines(bodyLine - 1, () => parseArticleBody(body, callbacks, data.title ?? null))
  for (const warning of parsed.warnings) warnings.push({ ...warning, line: warning.line + bodyLine - 1 })
  const title = data.title ?? parsed.title ?? titleFromName(name, warnings)
  const variations: Record<string, Document> = {}
  for (const [kind, markdown] of Object.entries(data.variations ?? {})) {
    const variation = parseMarkdown(markdown, callbacks)
    variations[kind] = variation.document
    for (const warning of variation.warnings) warnings.push({ ...warning, line: 1, variation: kind })
  }
  return {
    title,
    slug: data.slug ?? slugFromName(name, title),
    locale: data.locale ?? localeFromPath(path) ?? callbacks.defaultLocale ?? 'ru',
    category: data.category ?? null,
    tags: data.tags ?? [],
    audience: data.audience ?? 'public',
    channels: data.channels ?? null,
    shortAnswer: readShortAnswer(data, parsed.document, warnings),
    questions: data.questions ?? [],
    variations,
    document: parsed.document,
    reviewEveryDays: data.reviewEveryDays ?? null,
    owner: data.owner ?? null,
    sourceId: data.sourceId ?? null,
    aliases,
    metadata,
    warnings,
  }
}

/** Hugo says `aliases`, Jekyll `redirect_from`; for Obsidian aliases are other titles, which stay metadata. */
function formerPlaces(said: readonly string[], metadata: Record<string, unknown>): Pick<ArticleFile, 'aliases' | 'metadata'> {
  const { redirect_from: jekyll, ...others } = metadata
  const paths = [jekyll].flat().filter(path => typeof path === 'string')
  const aliases: string[] = []
  const rest: string[] = []
  for (const alias of [...said, ...paths]) {
    const path = /^(\/|https?:)/i.test(alias) ? oldPath(alias) : null
    if (path !== null || slugSchema.safeParse(alias).success) aliases.push(path ?? alias)
    else rest.push(alias)
  }
  return { aliases: [...new Set(aliases)], metadata: rest.length > 0 ? { ...others, 'original.aliases': rest } : others }
}

/** The file of an article; parseArticleFile gives back the same article without a warning, and equal articles give equal text. */
export function serializeArticleFile(article: ArticleFile): string {
  const variations = Object.entries(article.variations).map(([kind, document]) => [kind, serializeMarkdown(document)] as const)
  const data: FrontMatter = {
    title: article.title,
    slug: article.slug,
    locale: article.locale,
    category: article.category ?? undefined,
    tags: article.tags.length > 0 ? article.tags : undefined,
    audience: article.audience,
    channels: article.channels ?? undefined,
    // Written even when empty: otherwise reading would derive one.
    shortAnswer: serializeInlineMarkdown(article.shortAnswer),
    questions: article.questions.length > 0 ? article.questions : undefined,
    variations: variations.length > 0 ? Object.fromEntries(variations) : undefined,
    reviewEveryDays: article.reviewEveryDays ?? undefined,
    owner: article.owner ?? undefined,
    sourceId: article.sourceId ?? undefined,
    aliases: article.aliases.length > 0 ? article.aliases : undefined,
  }
  const body = serializeMarkdown(article.document)
  return `${writeFrontMatter(data, article.metadata)}${body === '' ? '' : `\n${body}`}`
}

function readShortAnswer(data: FrontMatter, document: Document, warnings: MarkdownWarning[]): Inline[] {
  if (data.shortAnswer !== undefined) return parseInlineMarkdown(data.shortAnswer, warnings)
  warnings.push({ line: 1, kind: 'derived', ...finding('short-answer-derived') })
  return deriveShortAnswer(document)
}

function titleFromName(name: string, warnings: MarkdownWarning[]): string {
  warnings.push({ line: 1, kind: 'derived', ...finding('title-derived') })
  return name.replace(/[-_]+/g, ' ').trim() || 'Untitled'
}

function slugFromName(name: string, title: string): string {
  // The page of a folder is called by what it says.
  if (/^(readme|index)$/i.test(name)) return slugFromTitle(title)
  const slug = slugFromTitle(name, '')
  return slugSchema.safeParse(slug).success ? slug : slugFromTitle(title)
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** The innermost folder that is named like a language ("faq" and "img" are none). */
function localeFromPath(path: string): string | null {
  const folders = path.split(/[\\/]/).slice(0, -1).reverse()
  return folders.find(folder => localeSchema.safeParse(folder).success && languages.of(folder) !== undefined) ?? null
}

/** Errors name the line of the file, not of its body. */
function shiftLines<Result>(lines: number, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof MarkdownError) || error.line === null) throw error
    throw new MarkdownError(error.code, error.finding, error.line + lines)
  }
}
