import { slugFromTitle } from '#lib/document/slug.ts'
import type { ArticleFile } from '#lib/markdown/article-file.ts'
import { deriveShortAnswer } from '#lib/markdown/derive-short-answer.ts'

/** An article of a foreign format: what is not said is as in a Markdown file without front matter. */
export function newArticle(said: Pick<ArticleFile, 'title' | 'locale' | 'document'> & Partial<ArticleFile>): ArticleFile {
  return {
    slug: slugFromTitle(said.title),
    category: null,
    tags: [],
    audience: 'public',
    channels: null,
    shortAnswer: deriveShortAnswer(said.document),
    questions: [],
    variations: {},
    reviewEveryDays: null,
    owner: null,
    sourceId: null,
    aliases: [],
    metadata: {},
    ...said,
  }
}

/** The language among those of the house that a foreign tag means: "ru" for "ru-RU", "ru_ru". The tag itself when it is none of them. */
export function knownLocale(tag: string, locales: readonly string[]): string {
  const plain = tag.trim().replaceAll('_', '-')
  const lower = plain.toLowerCase()
  const named = spoken.find(([pattern]) => pattern.test(lower))?.[1] ?? lower
  return (
    locales.find(locale => locale.toLowerCase() === named) ?? locales.find(locale => named.split('-')[0] === locale.toLowerCase()) ?? plain
  )
}

const spoken: readonly (readonly [RegExp, string])[] = [
  [/^(русский|russian|рус|rus)$/, 'ru'],
  [/^(english|английский|англ|eng)$/, 'en'],
]
