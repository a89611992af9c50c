import { hash } from 'node:crypto'
import type { Database } from '#db/open.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import type { Audience } from '#lib/document/types.ts'
import { tokenise } from '../analyser/tokens.ts'
import { type LiveKey, readLiveAnswer } from '../stored/read-live-terms.ts'
import { type SaidAnswer, type StoredField, termsOf } from '../stored/terms.ts'
import { audiences } from '../stored/write-terms.ts'
import { schemaHash } from './settings.ts'

/** What is sent of a translation for one audience. Nothing in it is shown: `displayedAttributes` are ids only. */
export interface MeiliDocument {
  id: string
  articleId: string
  locale: string
  audience: Audience
  channels: string[]
  category: string
  tags: string[]
  /** Hash over everything that is searched or filtered by. */
  h: string
  title: string
  questions: string[]
  [keys: `${string}_keys`]: string
  codes: string
}

/** Under what key a translation stands in the outbox. */
export function outboxKeyOf({ articleId, locale }: LiveKey): string {
  return `${articleId} ${locale}`
}

export function readOutboxKey(key: string): LiveKey {
  const [articleId = '', locale = ''] = key.split(' ')
  return { articleId, locale }
}

/** The id of a translation's document for an audience. */
export function documentId({ articleId, locale }: LiveKey, audience: Audience): string {
  return `${articleId}-${locale}-${audience}`
}

/** Ids that Meilisearch takes; another one would fail its whole batch. */
export function isSendable(id: string): boolean {
  return /^[A-Za-z0-9_-]{1,200}$/.test(id)
}

/** The documents of a translation as it is now; none: nobody says it. */
export function readDocuments(database: Database, key: LiveKey): MeiliDocument[] {
  const said = readLiveAnswer(database, key)
  const place = readPlaces(database, key).get(outboxKeyOf(key))
  if (!said || !place) return []
  const terms = termsOf(said)
  return audiences.flatMap(audience => {
    const found = terms[audience]
    if (!found) return []
    const keys = Object.fromEntries(
      (['title', 'questions', 'short', 'tags', 'body'] as const satisfies StoredField[]).map(field => [`${field}_keys`, found.keys[field]]),
    )
    const mine = channelsFor(place.channels, audience)
    return [
      {
        ...{ id: documentId(key, audience), ...key, audience, channels: mine, category: place.category, tags: place.tags },
        h: documentHash(found.hash, mine, place),
        ...typedWords(said, terms.public !== null && audience === 'internal'),
        ...keys,
        codes: found.keys.codes,
      } as MeiliDocument,
    ]
  })
}

/** The words of title and questions as they are written, folded; an internal row beside a public one has only what it adds. */
function typedWords({ title, questions }: SaidAnswer, addsOnly: boolean): { title: string; questions: string[] } {
  if (addsOnly) return { title: '', questions: [] }
  const folded = (text: string) =>
    tokenise(text)
      .map(token => token.surface)
      .join(' ')
  return { title: folded(title), questions: questions.map(folded) }
}

/** A public row is found through every channel; what only internal channels say, through those. */
function channelsFor(all: readonly string[], audience: Audience): string[] {
  return all.filter(channel => isChannelKind(channel) && (audience === 'public' || channels[channel].audience === 'internal'))
}

interface Place {
  channels: string[]
  category: string
  tags: string[]
}

function documentHash(terms: string, mine: readonly string[], { category, tags }: Place): string {
  return hash('sha1', JSON.stringify([schemaHash, terms, mine, category, tags]), 'base64url')
}

/** Id and hash of every document that there must be, by id. */
export function expectedDocuments(database: Database): Map<string, { h: string; key: LiveKey }> {
  const places = readPlaces(database, null)
  const rows = database.reader.sqlite
    .prepare('SELECT article_id AS articleId, locale, audience, hash FROM search_answer')
    .all() as (LiveKey & { audience: Audience; hash: string })[]
  const expected = new Map<string, { h: string; key: LiveKey }>()
  for (const { articleId, locale, audience, hash: terms } of rows) {
    const key = { articleId, locale }
    const place = places.get(outboxKeyOf(key))
    if (place) expected.set(documentId(key, audience), { h: documentHash(terms, channelsFor(place.channels, audience), place), key })
  }
  return expected
}

/** Where translations stand, by their outbox key; null: of all. */
function readPlaces({ reader }: Database, key: LiveKey | null): Map<string, Place> {
  const where = key ? 'WHERE article_id = @articleId AND locale = @locale' : ''
  const heads = reader.sqlite
    .prepare(`SELECT article_id AS articleId, locale, channel, category FROM head ${where} ORDER BY article_id, locale, channel`)
    .all(...(key ? [key] : [])) as (LiveKey & { channel: string; category: string | null })[]
  const places = new Map<string, Place>()
  for (const { channel, category, ...at } of heads) {
    const place = places.get(outboxKeyOf(at)) ?? { channels: [], category: category ?? '', tags: [] }
    place.channels.push(channel)
    places.set(outboxKeyOf(at), place)
  }
  const tags = reader.sqlite
    .prepare(`SELECT article_id AS articleId, locale, tag FROM live_tag ${where} ORDER BY tag`)
    .all(...(key ? [key] : [])) as (LiveKey & { tag: string })[]
  for (const { tag, ...at } of tags) places.get(outboxKeyOf(at))?.tags.push(tag)
  return places
}
