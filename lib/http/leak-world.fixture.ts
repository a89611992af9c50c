import type fc from 'fast-check'
import { type Actor, system } from '#lib/access/actor.ts'
import { saveFact } from '#lib/authoring/save-fact.ts'
import { saveSnippet } from '#lib/authoring/save-snippet.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import type { Document } from '#lib/document/types.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { recompileAll } from '#lib/release/recompile-all.ts'
import { isIstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { paragraph, text } from '../release/draft.fixture.ts'
import { type Canaries, openCanaries } from './canaries.fixture.ts'
import { type Draft, putArticle, putText } from './leak-article.fixture.ts'
import { type Kind, kinds, openWord, putSurroundings, type World } from './leak-surroundings.fixture.ts'
import { type Hidden, plantCanaries } from './plant-canaries.fixture.ts'

/** For tests: an installation whose every hidden place holds a word that may not be read outside. */

const referable = {
  facts: ['open.fee', 'open.note'],
  snippets: ['open-note'],
  articles: ['hub'],
  channels: ['website', 'chatbot', 'ivr', 'operator', 'agent'],
}

/** A document as an editor could write it, and worse. */
export function arbitraryArticle(): fc.Arbitrary<Document> {
  return arbitraryDocument({ ...referable, media: [], texts: [` ${openWord} `], sound: true })
}

/** Fills an empty installation by the ordinary use cases, in several releases. */
export async function openWorld(istok: Istok, documents: Document[]): Promise<World> {
  const canaries = openCanaries()
  const editor: Actor = {
    ...system,
    kind: 'user',
    id: `user:${canaries.secretName('id of an editor')}`,
    name: canaries.secret('name of an editor'),
  }
  const { hidden, world } = await putSurroundings(istok, editor, canaries)
  const planting = { istok, editor, canaries, hidden, world }
  for (const [index, document] of documents.entries()) {
    await plant(planting, plantCanaries(document, canaries, hidden), kinds[index % kinds.length] ?? 'open', index)
  }
  await publishAll(
    planting,
    world.articles.filter(({ kind }) => kind !== 'draft').map(({ id }) => id),
  )
  await changeAfterwards(planting)
  await recompileAll(istok, editor, canaries.secret('release note'))
  world.releases = istok.database.reader.sqlite.prepare('SELECT max(number) FROM release').pluck().get() as number
  return world
}

interface Planting {
  istok: Istok
  editor: Actor
  canaries: Canaries
  hidden: Hidden
  world: World
}

async function plant({ istok, editor, canaries, world }: Planting, document: Document, kind: Kind, index: number): Promise<void> {
  const { secret, secretName, past } = canaries
  const isHidden = kind === 'internal' || kind === 'draft'
  const say = (where: string, open: string) => (isHidden ? secret(`${kind} article, ${where}`) : open)
  const slug = isHidden ? secretName(`slug of a ${kind} article`) : `open-${kind}-${index}`
  const tag = isHidden ? secretName(`tag of a ${kind} article`) : 'open-tag'
  const narrow = canaries.only(['chatbot'])
  const body =
    kind === 'limited'
      ? narrow
      : kind === 'withdrawn' || kind === 'closed' || kind === 'edited'
        ? past(`${kind} article`)
        : say('body', openWord)
  const operator: Document = { type: 'doc', content: [paragraph(text(secret('variation for operators')))] }
  const chatbot: Document = { type: 'doc', content: [paragraph(text(narrow))] }
  const category = isHidden && kind === 'internal' ? world.secrets.categories[index % 2] : 'open'
  const draft: Draft = {
    slug,
    title: say('title', kind === 'withdrawn' || kind === 'closed' || kind === 'limited' ? `Было ${body}` : `Статья ${index}`),
    document: { ...document, content: [paragraph(text(`${body} `)), ...document.content] },
    short: say('short answer', `Коротко ${kind === 'edited' ? body : openWord}.`),
    questions: [say('question', `Как открыть ${index}?`)],
    tags: [tag],
    category: category ?? null,
    audience: kind === 'internal' ? 'internal' : 'public',
    channels: kind === 'limited' ? (['chatbot', 'operator'] as string[]) : null,
    variations: index % 4 === 0 && !isHidden ? { operator, chatbot } : {},
    beside: { owner: secret('owner'), sourceId: secretName('source id'), metadata: { note: secret('metadata') } },
  }
  const id = await putArticle(istok, editor, draft)
  if (isHidden) {
    canaries.forbid(id, `id of a ${kind} article`)
    world.secrets.slugs.push(slug)
    world.secrets.tags.push(tag)
  }
  world.articles.push({ kind, id, slug, former: [] })
}

/** Publishes; what a channel cannot say (a link to what it has not) is taken out, as an editor would have to. */
async function publishAll({ istok, editor, canaries, world }: Planting, articles: string[]): Promise<void> {
  const request = { note: canaries.secret('release note'), facts: [], snippets: [], withdraw: [] }
  try {
    await publishRelease(istok, editor, { ...request, articles })
  } catch (error) {
    if (!isIstokError(error)) throw error
    const losses = (error.details.extra?.losses ?? []) as { articleId: string }[]
    if (losses.length === 0) throw error
    const refused = new Set(losses.map(({ articleId }) => articleId))
    for (const planted of world.articles) {
      if (!refused.has(planted.id)) continue
      planted.kind = 'draft'
    }
    await publishRelease(istok, editor, { ...request, articles: articles.filter(id => !refused.has(id)) })
  }
}

/** Later edits, withdrawals, new names, and drafts of what is live. */
async function changeAfterwards(planting: Planting): Promise<void> {
  const { istok, editor, canaries, world } = planting
  const { secret, secretName } = canaries
  const of = (kind: Kind) => world.articles.filter(planted => planted.kind === kind)
  const publishAgain: string[] = []
  for (const planted of of('edited')) {
    await putText(
      istok,
      editor,
      planted.id,
      { title: 'Новый текст', short: `Коротко ${openWord}`, document: { type: 'doc', content: [paragraph(text(`Теперь ${openWord}`))] } },
      1,
    )
    publishAgain.push(planted.id)
  }
  for (const planted of of('closed')) {
    await updateArticle(istok, editor, {
      id: planted.id,
      fields: { audience: 'internal', slug: secretName('new slug of an article that is internal now') },
    })
    publishAgain.push(planted.id)
  }
  for (const planted of of('renamed')) {
    const slug = `${planted.slug}-new`
    await updateArticle(istok, editor, { id: planted.id, fields: { slug } })
    planted.former.push(planted.slug)
    planted.slug = slug
    publishAgain.push(planted.id)
  }
  const withdraw = of('withdrawn').map(({ id }) => id)
  await publishRelease(istok, editor, { note: secret('release note'), articles: publishAgain, facts: [], snippets: [], withdraw })
  for (const planted of [...of('edited'), ...of('open').filter(({ slug }) => slug !== 'hub'), ...of('renamed')]) {
    const version = planted.kind === 'edited' ? 2 : 1
    await putText(istok, editor, planted.id, draftOf(canaries), version)
    const slug = secretName('slug of a draft')
    world.secrets.slugs.push(slug)
    const tag = secretName('tag of a draft')
    world.secrets.tags.push(tag)
    await updateArticle(istok, editor, { id: planted.id, fields: { slug, tags: [tag], category: world.secrets.categories[0] ?? null } })
  }
  await changeFactsAndSnippets(planting)
}

function draftOf({ secret }: Canaries): Omit<Draft, 'slug'> {
  return {
    title: secret('title of a draft'),
    short: secret('short answer of a draft'),
    questions: [secret('question of a draft')],
    document: { type: 'doc', content: [paragraph(text(secret('draft')))] },
    variations: { chatbot: { type: 'doc', content: [paragraph(text(secret('variation of a draft')))] } },
  }
}

async function changeFactsAndSnippets({ istok, editor, canaries: { secret } }: Planting): Promise<void> {
  const value = { value: secret('new value of a fact'), validFrom: null, validTo: null }
  await saveFact(istok, editor, {
    expectedVersion: 1,
    fact: { key: 'open.note', type: 'text', unit: null, title: { ru: secret('title of a fact') }, values: [value] },
  })
  await saveSnippet(istok, editor, {
    expectedVersion: 1,
    snippet: {
      key: 'open-note',
      title: { ru: secret('title of a snippet') },
      documents: { ru: { type: 'doc', content: [paragraph(text(secret('draft of a snippet')))] } },
    },
  })
}
