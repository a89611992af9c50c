import { article, category, translation } from '#db/schema/content.ts'
import { review } from '#db/schema/workflow.ts'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { type ArticleFilter, countArticles, listArticles } from '#lib/authoring/list-articles.ts'
import type { Istok } from '#lib/istok.ts'
import { newId } from '#lib/new-id.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { benchDocument, benchShortAnswer } from './articles.ts'
import { catalogueLists, fillCatalogue } from './catalogue-lists.ts'
import { type Figure, quantile, time } from './figures.ts'
import { fillPictures } from './impact-requests.ts'
import { measureRequests } from './list-requests.ts'
import { openBenchIstok, putArticles, putFact } from './store.ts'

const size = 5000
const runs = 15

/**
 * The lists of the studio at 5,000 articles in two languages, four fifths of them live, filtered and sorted in every way, beside 5,000 facts, snippets, tags, synonyms
 * and pictures: first in this process, then as a browser asks for them.
 */
export async function benchLists(): Promise<Figure[]> {
  const { istok, close } = openBenchIstok()
  try {
    const ids = await fillArticles(istok)
    const filters: [string, ArticleFilter][] = [
      ['all, newest first', {}],
      ['by title', { sort: 'title', language: 'ru' }],
      ['by due date', { sort: 'due' }],
      ['words in titles and questions', { q: 'перевода 49' }],
      ['words that are nowhere', { q: 'нигде такого нет' }],
      ['category with descendants', { category: 'top' }],
      ['status changed', { status: 'changed' }],
      ['status draft', { status: 'draft' }],
      ['in review', { standing: 'in-review' }],
      ['approved', { standing: 'approved' }],
      ['owner', { owner: 'anna' }],
      ['due', { attention: 'due' }],
      ['losses', { attention: 'losses' }],
      ['outdated', { attention: 'outdated' }],
    ]
    const lists = filters.map(([label, filter]): [string, () => Promise<unknown>] => [
      `articles, ${label}: page and count`,
      async () => [await listArticles(istok, system, { ...filter, limit: 50 }), await countArticles(istok, system, filter)],
    ])
    await fillCatalogue(istok)
    await fillPictures(istok, ids)
    const figures: Figure[] = []
    for (const [label, read] of [...lists, ...catalogueLists(istok)]) figures.push(await measure(label, read))
    return [...figures, ...(await measureRequests(istok, ids[0] ?? ''))]
  } finally {
    close()
  }
}

/** Puts the articles, four fifths of them live; returns their ids. */
export async function fillArticles(istok: Istok): Promise<string[]> {
  for (const key of ['fee', 'shared']) await putFact(istok, key, 'percent', null, '1.5')
  const ids = await putArticles(istok, 0, size, 1_000_000)
  await dress(istok, ids)
  await publishRelease(istok, system, {
    note: '',
    articles: ids.slice(0, size * 0.8),
    facts: ['fee', 'shared'],
    snippets: [],
    withdraw: [],
  })
  await changeSome(istok, ids)
  return ids
}

async function measure(label: string, read: () => Promise<unknown>): Promise<Figure> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    await read()
    times.push(performance.now() - started)
  }
  return { label: `${label}, p50 / p95`, value: `${time(quantile(times, 0.5))} / ${time(quantile(times, 0.95))}`, aim: '≤ 200 ms' }
}

/** A second language, categories, owners and intervals. */
async function dress({ database }: Istok, ids: string[]): Promise<void> {
  await write(database, async tx => {
    const at = { createdAt: tx.now, updatedAt: tx.now }
    const [top, below] = ['top', 'below'].map(slug => ({
      id: slug,
      slug,
      position: 0,
      title: { ru: slug },
      description: {},
      version: 1,
      ...at,
    }))
    await tx.orm
      .insert(category)
      .values([{ ...top, parentId: null } as typeof category.$inferInsert, { ...below, parentId: 'top' } as typeof category.$inferInsert])
    for (const [index, id] of ids.entries()) {
      const content = {
        title: `Transfer rule ${index}`,
        shortAnswer: benchShortAnswer,
        questions: [`how much is transfer ${index}`],
        document: benchDocument(index, 1_000_000),
        variations: {},
      }
      await tx.orm
        .insert(translation)
        .values({ articleId: id, locale: 'en', ...content, hash: `sha256-${index}`, version: 1, updatedAt: tx.now, updatedBy: 'bench' })
    }
    tx.orm.update(article).set({ categoryId: 'below', owner: 'anna', reviewEveryDays: 30 }).run()
  })
}

/** Drafts that differ from what is live, and reviews of them. */
async function changeSome({ database }: Istok, ids: string[]): Promise<void> {
  await write(database, async tx => {
    const { sqlite } = database.writer
    sqlite.prepare("UPDATE translation SET hash = hash || 'x' WHERE substr(article_id, -1) IN ('0', '1')").run()
    for (const [index, id] of ids.slice(0, 400).entries()) {
      const content = { title: 't', shortAnswer: [], questions: [], document: { type: 'doc' as const, content: [] }, variations: {} }
      const metadata = { slug: `rule-${index}`, category: 'below', tags: ['bench'], audience: 'public' as const, channels: null }
      const row = {
        id: newId(),
        articleId: id,
        locale: 'ru',
        hash: 'x',
        contentHash: 'x',
        metadata,
        content,
        note: '',
        requestedAt: tx.now,
        requestedBy: 'user:a',
        authors: [],
        contribution: 0,
      }
      await tx.orm.insert(review).values({ ...row, state: index % 2 === 0 ? 'open' : 'approved' })
    }
  })
}
