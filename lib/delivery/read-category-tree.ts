import { and, asc, count, eq } from 'drizzle-orm'
import { category } from '#db/schema/content.ts'
import { head } from '#db/schema/releases.ts'
import { digest } from '../digest.ts'
import type { Istok } from '../istok.ts'
import { memoryOf, type StoredReply } from './memory.ts'

export interface CategoryNode {
  slug: string
  title: string
  description: string
  /** Answers in this category and below it, in this channel and locale. */
  count: number
  children: CategoryNode[]
}

/** The categories in which the channel has something to say, as a tree. Empty ones are not named: their title could be internal. */
export async function readCategories(
  { database }: Istok,
  { channel, locale }: { channel: string; locale: string },
): Promise<CategoryNode[]> {
  const orm = database.reader.orm
  const rows = await orm.select().from(category).orderBy(asc(category.position), asc(category.slug))
  const counted = await orm
    .select({ category: head.category, count: count() })
    .from(head)
    .where(and(eq(head.channel, channel), eq(head.locale, locale)))
    .groupBy(head.category)
  const counts = new Map(counted.map(row => [row.category, row.count]))
  const below = (parentId: string | null): CategoryNode[] =>
    rows
      .filter(row => row.parentId === parentId)
      .map(row => {
        const children = below(row.id)
        const own = counts.get(row.slug) ?? 0
        const total = children.reduce((sum, child) => sum + child.count, own)
        return {
          slug: row.slug,
          title: inLocale(row.title, locale),
          description: inLocale(row.description, locale),
          count: total,
          children,
        }
      })
      .filter(node => node.count > 0)
  return below(null)
}

/** The same as a ready reply `{items}`. The caller checks the right to read the channel. */
export async function readCategoryTree(istok: Istok, request: { channel: string; locale: string }): Promise<StoredReply> {
  const memory = memoryOf(istok)
  const epoch = memory.fresh()
  const key = `categories ${request.channel} ${request.locale}`
  const known = memory.findReply(key)
  if (known) return known
  const text = JSON.stringify({ items: await readCategories(istok, request) })
  const reply = { body: Buffer.from(text), etag: `"${digest(text)}"`, mediaType: 'application/json; charset=utf-8', release: null }
  memory.keepReply(key, reply, epoch)
  return reply
}

function inLocale(texts: Record<string, string>, locale: string): string {
  return texts[locale] ?? Object.values(texts)[0] ?? ''
}
