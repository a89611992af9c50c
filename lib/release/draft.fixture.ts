import { article, category, translation } from '#db/schema/content.ts'
import { fact, snippet } from '#db/schema/facts.ts'
import { write } from '#db/write.ts'
import type { FactValidity } from '#lib/document/fact-validity.ts'
import type { Audience, Block, Document, Inline } from '#lib/document/types.ts'
import { digest } from '../digest.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'

/** For tests: rows as authoring writes them, without authoring. */

export interface DraftInput {
  id?: string
  slug: string
  locale?: string
  title?: string
  blocks?: Block[]
  shortAnswer?: Inline[]
  questions?: string[]
  variations?: Record<string, Document>
  audience?: Audience
  channels?: string[] | null
  category?: string | null
  tags?: string[]
}

export const text = (value: string): Inline => ({ type: 'text', text: value })
export const factNode = (key: string): Inline => ({ type: 'fact', attrs: { key } })
export const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
export const linkTo = (slug: string, value: string): Inline => ({
  type: 'text',
  text: value,
  marks: [{ type: 'link', attrs: { href: `article:${slug}` } }],
})

/** Puts a draft and returns the article's id. */
export async function putDraft({ database }: Istok, input: DraftInput): Promise<string> {
  const id = input.id ?? newId()
  const { slug, locale = 'ru', audience = 'public', channels = null, tags = [] } = input
  const content = {
    title: input.title ?? `Статья ${slug}`,
    shortAnswer: input.shortAnswer ?? [text('Коротко.')],
    questions: input.questions ?? [],
    document: { type: 'doc' as const, content: input.blocks ?? [paragraph(text('Текст.'))] },
    variations: input.variations ?? {},
  }
  const hash = digest(JSON.stringify(content))
  await write(database, async tx => {
    const categoryId = input.category ?? null
    if (categoryId) {
      const row = { id: categoryId, slug: categoryId, parentId: null, position: 0, title: { ru: categoryId }, description: {}, version: 1 }
      await tx.orm
        .insert(category)
        .values({ ...row, createdAt: tx.now, updatedAt: tx.now })
        .onConflictDoNothing()
    }
    const metadata = { slug, categoryId, tags, audience, channels, updatedAt: tx.now }
    await tx.orm
      .insert(article)
      .values({ id, ...metadata, metadata: {}, version: 1, createdAt: tx.now })
      .onConflictDoUpdate({ target: article.id, set: { ...metadata, version: 2 } })
    await tx.orm
      .insert(translation)
      .values({ articleId: id, locale, ...content, hash, version: 1, updatedAt: tx.now, updatedBy: 'test' })
      .onConflictDoUpdate({ target: [translation.articleId, translation.locale], set: { ...content, hash, version: 2 } })
  })
  return id
}

/** Puts a fact's draft. */
export async function putFact(
  { database }: Istok,
  key: string,
  type: string,
  unit: string | null,
  ...values: (string | FactValidity)[]
): Promise<void> {
  const row = {
    key,
    type,
    unit,
    title: { ru: key },
    values: values.map(value => (typeof value === 'string' ? { value, validFrom: null, validTo: null } : value)),
    updatedBy: 'test',
  }
  await write(database, async tx => {
    await tx.orm
      .insert(fact)
      .values({ ...row, version: 1, updatedAt: tx.now })
      .onConflictDoUpdate({ target: fact.key, set: { ...row, version: 2, updatedAt: tx.now } })
  })
}

/** Puts a snippet's draft. */
export async function putSnippet({ database }: Istok, key: string, documents: Record<string, Document>): Promise<void> {
  const row = { key, title: { ru: key }, documents, updatedBy: 'test' }
  await write(database, async tx => {
    await tx.orm
      .insert(snippet)
      .values({ ...row, version: 1, updatedAt: tx.now })
      .onConflictDoUpdate({ target: snippet.key, set: { ...row, version: 2, updatedAt: tx.now } })
  })
}
