import type { Actor } from '#lib/access/actor.ts'
import { createCategory } from '#lib/authoring/create-category.ts'
import { createFact } from '#lib/authoring/create-fact.ts'
import { createSnippet } from '#lib/authoring/create-snippet.ts'
import { storeMedia } from '#lib/authoring/store-media.ts'
import type { Document } from '#lib/document/types.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { factNode, paragraph, text } from '../release/draft.fixture.ts'
import type { Canaries } from './canaries.fixture.ts'
import { putArticle } from './leak-article.fixture.ts'
import type { Hidden } from './plant-canaries.fixture.ts'
import { smallPicture } from './small-picture.fixture.ts'

/** For tests: what a world of the leak proof is made of. */

/**
 * open: public, with hidden blocks. edited: the same, changed in a draft that nobody published, and said otherwise in an earlier release. draft: never published.
 * internal: for staff. limited: in some channels only. withdrawn: was public. closed: was public, is for staff now. renamed: has another slug now.
 */
export const kinds = ['open', 'edited', 'internal', 'open', 'draft', 'limited', 'withdrawn', 'open', 'closed', 'renamed'] as const
export type Kind = (typeof kinds)[number]

export interface Planted {
  kind: Kind
  id: string
  slug: string
  /** Slugs under which it was once said. */
  former: string[]
}

export interface World {
  canaries: Canaries
  articles: Planted[]
  releases: number
  /** Slugs, tags, categories, ids that exist and that nobody outside may know. */
  secrets: { slugs: string[]; tags: string[]; categories: string[]; facts: string[]; snippets: string[]; media: string[] }
  media: string
}

/** A few words: shown in public texts, so that a test can tell that there is something to read. */
export const openWord = 'лужабаби'

/** What stands around the articles: categories, facts, snippets, pictures, each with something hidden, and one article of each audience. */
export async function putSurroundings(istok: Istok, editor: Actor, canaries: Canaries): Promise<{ hidden: Hidden; world: World }> {
  const { secret, secretName } = canaries
  const category = (slug: string, parent: string | null, title: string, description: string) =>
    createCategory(istok, editor, { slug, parent, title: { ru: title }, description: { ru: description } })
  const innerCategory = secretName('slug of an internal category')
  const innerChild = secretName('slug of an internal category below a public one')
  await category('open', null, 'Открыто', 'Для всех')
  await category(innerCategory, null, secret('title of an internal category'), secret('description of an internal category'))
  await category(innerChild, 'open', secret('title of an internal category below a public one'), '')
  const factTitle = () => ({ ru: secret('title of a fact') })
  const textFact = (key: string, value: string) => ({
    key,
    type: 'text' as const,
    unit: null,
    title: factTitle(),
    values: [{ value, validFrom: null, validTo: null }],
  })
  const innerFact = `inner.${secretName('key of a fact')}`
  await createFact(istok, editor, {
    key: 'open.fee',
    type: 'percent',
    unit: null,
    title: factTitle(),
    values: [{ value: '1.5', validFrom: null, validTo: null }],
  })
  await createFact(istok, editor, textFact('open.note', 'открытое значение'))
  await createFact(istok, editor, textFact(innerFact, secret('value of a fact that only internal blocks say')))
  const draftFact = `draft.${secretName('key of an unpublished fact')}`
  await createFact(istok, editor, textFact(draftFact, secret('value of an unpublished fact')))
  const inner = (where: string): Document => ({
    type: 'doc',
    content: [
      paragraph(text('Общий фрагмент.')),
      { type: 'only', attrs: { audience: 'internal' }, content: [paragraph(text(secret(where)), factNode(innerFact))] },
      { type: 'only', attrs: { channels: ['operator'] }, content: [paragraph(text(secret(where)))] },
    ],
  })
  const snippet = (key: string, document: Document) =>
    createSnippet(istok, editor, { key, title: { ru: secret('title of a snippet') }, documents: { ru: document } })
  const innerSnippet = secretName('key of a snippet')
  const draftSnippet = secretName('key of an unpublished snippet')
  await snippet('open-note', inner('internal block of a snippet'))
  await snippet(innerSnippet, { type: 'doc', content: [paragraph(text(secret('snippet that only internal blocks show')))] })
  await snippet(draftSnippet, { type: 'doc', content: [paragraph(text(secret('unpublished snippet')))] })
  const store = async (value: number, fileName: string) => (await storeMedia(istok, editor, { bytes: smallPicture(value), fileName })).id
  const media = await store(1, 'open.png')
  const innerMedia = await store(2, `${secretName('name of a file')}.png`)
  canaries.forbid(innerMedia, 'id of a picture that only internal blocks show')
  const hub = await putArticle(istok, editor, {
    slug: 'hub',
    title: `Узел ${openWord}`,
    document: { type: 'doc', content: [paragraph(text('Узел.')), { type: 'image', attrs: { src: `media:${media}`, alt: 'Картинка' } }] },
  })
  const innerSlug = secretName('slug of an internal article')
  const innerHub = await putArticle(istok, editor, {
    slug: innerSlug,
    audience: 'internal',
    title: secret('title of an internal article'),
    document: { type: 'doc', content: [paragraph(text(secret('internal article')))] },
  })
  canaries.forbid(innerHub, 'id of an internal article')
  await publishRelease(istok, editor, {
    note: secret('release note'),
    articles: [hub, innerHub],
    facts: ['open.fee', 'open.note', innerFact],
    snippets: ['open-note', innerSnippet],
    withdraw: [],
  })
  const secrets = {
    slugs: [innerSlug],
    tags: [],
    categories: [innerCategory, innerChild],
    facts: [innerFact, draftFact],
    snippets: [innerSnippet, draftSnippet],
    media: [innerMedia],
  }
  const articles: Planted[] = [
    { kind: 'open', id: hub, slug: 'hub', former: [] },
    { kind: 'internal', id: innerHub, slug: innerSlug, former: [] },
  ]
  return {
    hidden: { fact: innerFact, snippet: innerSnippet, article: innerSlug, media: innerMedia },
    world: { canaries, articles, releases: 0, secrets, media },
  }
}
