import { type AssembledRendition, assembleRendition } from '#lib/compile/assemble-rendition.ts'
import { compile } from '#lib/compile/compile.ts'
import type { ChannelKind, Loss, Source } from '#lib/compile/types.ts'
import { changesAfter } from '#lib/document/fact-validity.ts'
import { renditionText } from '#lib/search/rendition-text.ts'
import { noTerms, type TermsByAudience, termsOf } from '#lib/search/stored/terms.ts'
import { digest } from '../digest.ts'
import { encoder } from '../encoder.ts'
import type { Istok } from '../istok.ts'
import type { Change, PublishedContent, TranslationChange } from './change.ts'
import { findAffected, keyOf, type TranslationKey } from './find-affected.ts'
import { findLiveContent } from './live-state.ts'
import { type NextState, readNextState } from './read-resolution.ts'
import { type ReferenceKeys, referencesOf } from './references-of.ts'

export interface CompiledRow extends AssembledRendition<Buffer> {
  channel: ChannelKind
  /** Keys of the facts that it says. */
  facts: string[]
}

/** A translation ready to be written: one row per channel, and what goes with them. */
export interface CompiledTranslation extends TranslationKey {
  /** null: it is withdrawn. */
  metadata: PublishedContent['metadata'] | null
  /** null: it is withdrawn, or another thread compiled what is live already, and nobody read it here. */
  content: PublishedContent | null
  revision: number | null
  /** The content is what is live now, compiled anew because something that it says changed. */
  isLive: boolean
  draft: TranslationChange['draft']
  rows: CompiledRow[]
  references: ReferenceKeys | null
  /** What search finds it by. */
  terms: TermsByAudience
  /** Losses of level warning, which do not stop a release. */
  warnings: ChannelLoss[]
}

export interface ChannelLoss extends Loss {
  channel: ChannelKind
}

/** A loss of level error, with the article and channel in which it stops the release. */
export interface BlockingLoss extends ChannelLoss {
  articleId: string
  slug: string
  locale: string
  /** The future instant at which it would happen, in milliseconds; null: at once. */
  at: number | null
}

export interface CompiledChange {
  translations: CompiledTranslation[]
  losses: BlockingLoss[]
}

/** Asks another thread to compile of the same change whatever parts it can claim; null when it cannot, or sees another state. */
export type Partner = (instant: number, claims: SharedArrayBuffer) => Promise<CompiledPart[] | null>

/** A piece of what a thread compiled of a change, without the contents: those that are published the asker has too. And the hash of the versions of all drafts that it read. */
export interface CompiledPart {
  /** `at`: its place among all parts. */
  translations: (Omit<CompiledTranslation, 'content' | 'draft'> & { at: number })[]
  losses: BlockingLoss[]
  drafts: string
}

/** From this many translations on it pays to share the work with another thread, how many of them a thread takes at a time, and hands over at a time. */
const worthSharing = 200
const handful = 10
const pieceLength = 50

/**
 * Compiles everything that `change` publishes or touches, for every channel, outside any transaction; lets readers be served in between, and shares a large
 * one with `partner`. Also compiles for the coming instants at which a changed fact takes another value, so that a release that would fail at midnight fails
 * now. `only` compiles just these, in the state after the whole change.
 */
export async function compileChange(
  istok: Istok,
  change: Change,
  instant: number,
  { only = null, partner = null }: { only?: TranslationChange[] | null; partner?: Partner | null } = {},
): Promise<CompiledChange> {
  const parts = only ? only.map(named => ({ named })) : partsOf(istok, change)
  const claims = new SharedArrayBuffer(4)
  const theirs = partner && parts.length >= worthSharing ? partner(instant, claims) : null
  const state = readNextState(istok.database.reader.orm, change, instant, istok.env.publicUrl)
  const losses: BlockingLoss[] = []
  const found: (CompiledTranslation | undefined)[] = await compileParts(istok, parts, claimed(parts.length, claims), state, losses)
  if (theirs) await takeOver(theirs, change, parts, found, losses)
  const left = parts.flatMap((_, at) => (at in found ? [] : [at]))
  Object.assign(found, await compileParts(istok, parts, left, state, losses))
  const compiled = { translations: found.filter(translation => translation !== undefined), losses }
  losses.push(...(await lossesToCome(istok, change, compiled, instant)))
  return compiled
}

/** The parts of a change that this thread claims before the one that asked does, piece by piece: who asked takes over each while the next is compiled. */
export async function* compilePieces(
  istok: Istok,
  change: Change,
  instant: number,
  claims: SharedArrayBuffer,
): AsyncGenerator<CompiledPart, void> {
  const state = readNextState(istok.database.reader.orm, change, instant, istok.env.publicUrl)
  const parts = partsOf(istok, change)
  const drafts = draftsOf(change)
  const which = claimed(parts.length, claims)
  let next = which.next()
  function* ofPiece() {
    for (let count = 0; count < pieceLength && !next.done; count++, next = which.next()) yield next.value
  }
  while (!next.done) {
    const losses: BlockingLoss[] = []
    const compiled = await compileParts(istok, parts, ofPiece(), state, losses)
    const translations = compiled.flatMap((translation, at) => {
      if (!translation) return []
      const { content: _content, draft: _draft, ...made } = translation
      return [{ ...made, at }]
    })
    yield { translations, losses, drafts }
  }
}

/** Places from 0 to `length` that nobody else took, a handful at a time. */
function* claimed(length: number, claims: SharedArrayBuffer): Generator<number> {
  const next = new Int32Array(claims)
  for (let from = Atomics.add(next, 0, handful); from < length; from = Atomics.add(next, 0, handful))
    for (let at = from; at < Math.min(from + handful, length); at++) yield at
}

/** A translation that is compiled: one that the change names, or one that is live and says something that changes. */
type Part = { named: TranslationChange; live?: undefined } | { live: TranslationKey; named?: undefined }

function partsOf({ database }: Istok, change: Change): Part[] {
  return [...change.translations.map(named => ({ named })), ...findAffected(database.reader.orm, change).map(live => ({ live }))]
}

/** The translations at the places `which`, each at its own; undefined: it is no longer live. */
async function compileParts(
  istok: Istok,
  parts: Part[],
  which: Iterable<number>,
  state: NextState,
  losses: BlockingLoss[],
): Promise<(CompiledTranslation | undefined)[]> {
  const found: (CompiledTranslation | undefined)[] = []
  const pause = breather()
  for (const at of which) {
    const translation = contentOf(istok, parts[at])
    found[at] = translation && compileTranslation(translation, parts[at]?.named === undefined, state, istok.env.publicUrl, losses)
    await pause()
  }
  return found
}

/** Adds what another thread compiled, with the contents of what is published; nothing when it did not read the same drafts. */
async function takeOver(
  theirs: Promise<CompiledPart[] | null>,
  change: Change,
  parts: Part[],
  found: (CompiledTranslation | undefined)[],
  losses: BlockingLoss[],
): Promise<void> {
  const pieces = (await theirs) ?? []
  const drafts = draftsOf(change)
  const isSame = (piece: CompiledPart) =>
    piece.drafts === drafts &&
    piece.translations.every(({ at, ...key }) => parts[at] && keyOf(parts[at].named ?? parts[at].live) === keyOf(key))
  if (!pieces.every(isSame)) return
  for (const { at, ...compiled } of pieces.flatMap(({ translations }) => translations)) {
    const named = parts[at]?.named
    found[at] = { ...compiled, content: named?.content ?? null, draft: named?.draft ?? null }
  }
  losses.push(...pieces.flatMap(piece => piece.losses))
}

function contentOf(istok: Istok, part: Part | undefined): TranslationChange | undefined {
  return part && (part.named ?? liveTranslation(istok, part.live) ?? undefined)
}

/** The hash of the versions of everything that a change takes from drafts. */
function draftsOf({ translations, facts, snippets }: Change): string {
  const keys = [...facts, ...snippets].map(({ key, draftVersion }) => [key, draftVersion])
  return digest(JSON.stringify([translations.map(translation => [keyOf(translation), translation.draft]), keys]))
}

async function lossesToCome(istok: Istok, change: Change, compiled: CompiledChange, instant: number): Promise<BlockingLoss[]> {
  const losses: BlockingLoss[] = []
  const pause = breather()
  for (const future of comingInstants(change, instant)) {
    const state = readNextState(istok.database.reader.orm, change, future, istok.env.publicUrl)
    for (const translation of compiled.translations) {
      const content = translation.content ?? (translation.metadata && liveTranslation(istok, translation)?.content)
      if (content) losses.push(...futureLosses(translation, content, state, future, [...compiled.losses, ...losses]))
      await pause()
    }
  }
  return losses
}

function liveTranslation({ database }: Istok, key: TranslationKey): TranslationChange | null {
  const live = findLiveContent(database.reader.orm, key.articleId, key.locale)
  return live && { ...key, content: live, revision: live.revision, draft: null }
}

function compileTranslation(
  translation: TranslationChange,
  isLive: boolean,
  state: NextState,
  publicUrl: string,
  losses: BlockingLoss[],
): CompiledTranslation {
  const { content, ...rest } = translation
  if (!content) return { ...rest, metadata: null, content, isLive, rows: [], references: null, warnings: [], terms: noTerms }
  const source = sourceOf(translation, content)
  const { renditions, losses: found } = compile(source, state.resolutionFor(content, translation.locale))
  losses.push(...blocking(source, found, null))
  const warnings = ofLevel(found, 'warning')
  const rows: CompiledRow[] = []
  for (const [channel, rendition] of renditions) {
    rows.push({ channel, facts: Object.keys(rendition.facts), ...assembleRendition(source, rendition, publicUrl, encoder) })
  }
  const { title, questions, metadata } = content
  const said = Array.from(renditions.values(), ({ channel, shortAnswer, content }) => ({
    ...{ channel, shortAnswer },
    text: renditionText(channel, content),
  }))
  const terms = termsOf({ title, questions, tags: metadata.tags, channels: said })
  return { ...rest, metadata, content, isLive, rows, references: isLive ? null : referencesOf(content), warnings, terms }
}

/** The compiler's view of a translation. */
function sourceOf({ articleId, locale }: TranslationKey, { metadata, ...content }: PublishedContent): Source {
  return { articleId, locale, ...content, ...metadata }
}

function blocking({ articleId, slug, locale }: Source, losses: Map<ChannelKind, Loss[]>, at: number | null): BlockingLoss[] {
  return ofLevel(losses, 'error').map(loss => ({ ...loss, articleId, slug, locale, at }))
}

function ofLevel(losses: Map<ChannelKind, Loss[]>, level: Loss['level']): ChannelLoss[] {
  const found: ChannelLoss[] = []
  for (const [channel, ofChannel] of losses) {
    for (const loss of ofChannel) if (loss.level === level) found.push({ ...loss, channel })
  }
  return found
}

function futureLosses(key: TranslationKey, content: PublishedContent, state: NextState, at: number, known: BlockingLoss[]): BlockingLoss[] {
  const source = sourceOf(key, content)
  const { losses } = compile(source, state.resolutionFor(content, key.locale))
  const already = new Set(known.filter(loss => keyOf(loss) === keyOf(key)).map(lossKey))
  return blocking(source, losses, at).filter(loss => !already.has(lossKey(loss)))
}

function lossKey({ channel, path, reason }: BlockingLoss): string {
  return `${channel} ${path} ${reason}`
}

function comingInstants(change: Change, instant: number): number[] {
  const all = change.facts.flatMap(fact => (fact.content ? changesAfter(fact.content.values, instant) : []))
  return [...new Set(all)].sort((a, b) => a - b)
}

/** Gives the event loop to readers when the work since the last pause took more than eight milliseconds. */
function breather(): () => Promise<void> {
  let started = performance.now()
  return async () => {
    if (performance.now() - started < 8) return
    await new Promise(resolve => setImmediate(resolve))
    started = performance.now()
  }
}
