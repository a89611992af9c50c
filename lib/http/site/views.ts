import type { WebsiteContent } from '#lib/compile/types.ts'
import type { Logo } from '#lib/delivery/read-organisation.ts'
import type { Translate } from './translate.ts'

/** One line of a list of answers, as delivery lists them. `updatedAt` is ISO 8601; `shortAnswer` is plain text. */
export interface AnswerSummary {
  slug: string
  title: string
  shortAnswer: string
  category: string | null
  tags: string[]
  hash: string
  updatedAt: string
}

/** A category with the answers it counts, its own and those of its subcategories. */
export interface Category {
  slug: string
  title: string
  description: string
  count: number
  children: Category[]
}

/** The stored website rendition, as delivery hands it out. */
export interface WebsiteRendition {
  slug: string
  articleId: string
  locale: string
  title: string
  release: number
  revision: number
  hash: string
  publishedAt: string
  canonicalUrl: string
  category: string | null
  tags: string[]
  content: WebsiteContent
}

/** What every page of one locale needs. `publicUrl` has no slash at the end; `locales` are the organisation's, the first is the default. */
export interface Frame {
  locale: string
  locales: string[]
  organisation: string
  /** A picture in place of our mark. */
  logo: Logo | null
  /** Address of the style sheet with the organisation's colour. */
  accentStyle: string | null
  publicUrl: string
  timeZone: string
  release: { number: number; publishedAt: string } | null
  t: Translate
}

/** A language version of a page, itself included. */
export interface Alternate {
  locale: string
  path: string
}

export interface HomeView {
  topics: { category: Category; top: AnswerSummary[] }[]
  recent: AnswerSummary[]
  alternates: Alternate[]
}

/** A page of a list of answers: of one category, or of all (`category` null). */
export interface ListView {
  category: Category | null
  parents: Category[]
  answers: AnswerSummary[]
  page: number
  /** null where counting all would cost more than it says. */
  pages: number | null
  hasNext: boolean
  alternates: Alternate[]
}

export interface ArticleView {
  rendition: WebsiteRendition
  /** Plain text; empty when the article has none. */
  shortAnswer: string
  /** From the top down; the last one is the article's own category. */
  categories: Category[]
  related: AnswerSummary[]
  alternates: Alternate[]
  /** The Markdown twin exists. */
  hasMarkdown: boolean
  /** What the reader has just answered; null before. */
  feedback: 'yes' | 'no' | null
}
