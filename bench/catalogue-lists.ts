import { category, media, synonym, tag } from '#db/schema/content.ts'
import { fact, snippet } from '#db/schema/facts.ts'
import { write } from '#db/write.ts'
import { type Actor, system } from '#lib/access/actor.ts'
import { readArticleRights } from '#lib/authoring/article-rights.ts'
import { countCategoryArticles } from '#lib/authoring/count-category-articles.ts'
import { findPending, pendingKinds } from '#lib/authoring/find-pending.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { listFacts } from '#lib/authoring/list-facts.ts'
import { listMedia } from '#lib/authoring/list-media.ts'
import { listPending } from '#lib/authoring/list-pending.ts'
import { listSnippets } from '#lib/authoring/list-snippets.ts'
import { listSynonyms } from '#lib/authoring/list-synonyms.ts'
import { listTags } from '#lib/authoring/list-tags.ts'
import { listUses } from '#lib/authoring/list-uses.ts'
import { lookUp } from '#lib/authoring/look-up.ts'
import { summarisePending } from '#lib/authoring/summarise-pending.ts'
import type { Istok } from '#lib/istok.ts'
import { listGaps } from '#lib/learning/list-gaps.ts'
import { listReviews } from '#lib/review/list-reviews.ts'

/** Rows of each kind beside the 5,000 articles. */
const size = 5000
const categories = 200

/** Facts, snippets, tags, synonyms, pictures and categories in numbers that no house has. */
export async function fillCatalogue({ database }: Istok): Promise<void> {
  await write(database, async tx => {
    const at = { createdAt: tx.now, updatedAt: tx.now }
    const document = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Общий текст. '.repeat(30) }] }],
    }
    for (let index = 0; index < size; index++) {
      const title = { ru: `Комиссия за перевод номер ${index}`, en: `Transfer fee number ${index}` }
      const changed = { version: 1, updatedAt: tx.now, updatedBy: 'user:bench' }
      const values = [{ value: String(index), validFrom: null, validTo: null }]
      await tx.orm.insert(fact).values({ key: `fee.number-${index}`, type: 'number', unit: null, title, values, ...changed })
      await tx.orm.insert(snippet).values({ key: `block-${index}`, title, documents: { ru: document, en: document }, ...changed })
      await tx.orm.insert(tag).values({ slug: `tag-${index}`, title, createdAt: tx.now })
      await tx.orm.insert(synonym).values({
        id: `s-${index}`,
        locale: 'ru',
        terms: [`слово${index}`, `термин${index}`],
        direction: 'both',
        createdAt: tx.now + index,
      })
      await tx.orm.insert(media).values({
        ...{ id: index.toString(16).padStart(32, '0'), fileName: `Снимок экрана ${index}.png`, mediaType: 'image/png', extension: 'png' },
        ...{ bytes: 1000, width: 10, height: 10, createdAt: tx.now + index, createdBy: 'user:bench' },
      })
    }
    for (let index = 0; index < categories; index++) {
      const row = { id: `c-${index}`, slug: `category-${index}`, parentId: index % 10 === 0 ? null : `c-${index - (index % 10)}` }
      await tx.orm
        .insert(category)
        .values({ ...row, position: index, title: { ru: `Категория ${index}` }, description: {}, version: 1, ...at })
    }
  })
}

/** The lists of the catalogue, of the composer and the pickers, as their pages and routes ask for them. */
export function catalogueLists(istok: Istok): [string, () => Promise<unknown>][] {
  const page = { limit: 50 }
  const word = { ...page, q: 'номер 49' }
  const look = (text: string) => () => lookUp(istok, system, { readings: [text, text], limit: 8 })
  const some = {
    ...system,
    scopes: new Set(['read', 'read:internal'] as const),
    grants: new Map([['below', new Set(['publish', 'write'] as const)]]),
  }
  return [
    [
      'facts and who uses them',
      async () => {
        const { items } = await listFacts(istok, system, page)
        return listUses(
          istok,
          system,
          'fact',
          items.map(({ key }) => key),
        )
      },
    ],
    ['facts by words', () => listFacts(istok, system, word)],
    ['facts by state', () => listFacts(istok, system, { ...page, status: 'withdrawn' })],
    ['snippets', () => listSnippets(istok, system, page)],
    ['snippets by words', () => listSnippets(istok, system, word)],
    ['snippets by state', () => listSnippets(istok, system, { ...page, status: 'withdrawn' })],
    ['tags with uses', () => listTags(istok, system, page)],
    ['tags by words', () => listTags(istok, system, word)],
    ['synonyms', () => listSynonyms(istok, system, page)],
    ['synonyms by words', () => listSynonyms(istok, system, { ...page, q: 'термин49' })],
    ['media', () => listMedia(istok, system, page)],
    ['media by words', () => listMedia(istok, system, { ...page, q: 'экрана 49' })],
    ['categories with uses', async () => [await listCategories(istok, system), await countCategoryArticles(istok, system)]],
    ['reviews that wait', () => listReviews(istok, system, { ...page, view: 'waiting' })],
    ['gaps', () => listGaps(istok, system, page)],
    ['what home says of it', () => summarisePending(istok, system, 5)],
    ['what the composer begins with', () => pendingStart(istok, system)],
    ['what the composer begins with for a publisher of one category', () => pendingStart(istok, some)],
    ['facts in the composer by words', () => findPending(istok, system, { kind: 'facts', q: 'перевод 499', limit: 200 })],
    ['articles in the composer by words', () => findPending(istok, system, { kind: 'articles', q: 'правило 49', limit: 200 })],
    ['everything pending at once', () => listPending(istok, system)],
    [
      'articles and rights of an author of one category',
      async () => {
        const { items } = await listArticles(istok, some, page)
        return readArticleRights(
          istok,
          some,
          items.map(({ id }) => id),
        )
      },
    ],
    ['command palette, a word', look('перевод')],
    ['command palette, several', look('комиссия номер 4999')],
    ['command palette, nothing found', look('нигде такого нет')],
    ['link picker', () => listArticles(istok, system, { limit: 8, q: 'правило 49' })],
  ]
}

async function pendingStart(istok: Istok, actor: Actor): Promise<void> {
  for (const kind of pendingKinds) await findPending(istok, actor, { kind, limit: 200 })
}
