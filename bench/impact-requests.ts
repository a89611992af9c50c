import { system } from '#lib/access/actor.ts'
import { createTag } from '#lib/authoring/create-tag.ts'
import { saveTranslation } from '#lib/authoring/save-translation.ts'
import type { Istok } from '#lib/istok.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { benchDocument, benchShortAnswer } from './articles.ts'
import type { Asked } from './list-requests.ts'

/** Articles in which the picture stands. */
const pictured = 500
const [picture, other] = [0, 1].map(index => index.toString(16).padStart(32, '0'))

/** Puts one picture into as many articles as the largest house has it in, and publishes them; the tag of all articles gets a row. */
export async function fillPictures(istok: Istok, ids: readonly string[]): Promise<void> {
  await createTag(istok, system, { slug: 'bench', title: {} })
  const articles = ids.slice(1000, 1000 + pictured)
  for (const [index, articleId] of articles.entries()) {
    const document = benchDocument(index, 1_000_000)
    const image = { type: 'image' as const, attrs: { src: `media:${picture}`, alt: 'Знак банка' } }
    const content = { title: `Правило с картинкой ${index}`, shortAnswer: benchShortAnswer, questions: [], variations: {} }
    const whole = { ...content, document: { ...document, content: [...document.content, image] } }
    await saveTranslation(istok, system, { articleId, locale: 'ru', expectedVersion: 1, content: whole })
  }
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
}

/** What is asked before something is changed that stands in hundreds or thousands of articles. */
export const impacts: Asked[] = [
  ['/api/v1/categories/below/impact', { parent: null }],
  ['/api/v1/categories/top/impact', { title: { ru: 'Иначе' } }],
  ['/api/v1/categories/below/impact', { into: 'category-1' }],
  ['/api/v1/tags/bench/impact', { slug: 'otherwise' }],
  ['/api/v1/tags/bench/impact', { into: 'tag-1' }],
  ['/api/v1/tags/bench/impact', { remove: true }],
  [`/api/v1/media/${picture}/impact`, { into: other }],
  [`/api/v1/media/${picture}/impact`, { alts: { ru: 'Знак' } }],
  ['/api/v1/facts/fee/impact', { type: 'percent', title: { ru: 'fee' }, values: [{ value: '2' }] }],
  ['/api/v1/synonyms/impact', { id: null, entry: { locale: 'ru', terms: ['перевод', 'отправка'] } }],
  ['/api/v1/synonyms/impact', { id: 's-1', entry: null }],
]
