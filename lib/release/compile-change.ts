import { assembleRendition } from '#lib/compile/assemble-rendition.ts'
import { compile } from '#lib/compile/compile.ts'
import type { ChannelKind, Loss, Source } from '#lib/compile/types.ts'
import { changesAfter } from '#lib/document/fact-validity.ts'
import { renditionText } from '#lib/search/rendition-text.ts'
import { noTerms, type TermsByAudience, termsOf } from '#lib/search/stored/terms.ts'
import { digest } from '../digest.ts'
import type { Istok } from '../istok.ts'
import type { Change, PublishedContent, TranslationChange } from './change.ts'
import { findAffected, keyOf, type TranslationKey } from './find-affected.ts'
import { findLiveContent } from './live-state.ts'
import { type NextState, readNextState } from './read-resolution.ts'
import { type ReferenceKeys, referencesOf } from './references-of.ts'

export interface CompiledRow {
  channel: ChannelKind
  hash: string
  /** The reply around its stamp, and its list item, as the bytes that will be stored. */
  before: Buffer
  after: Buffer
  summary: Buffer
  /** Keys of the facts that it says. */
  facts: string[]
  profiles: Buffer | null
}

/** A translation ready to be written: its content and one row per channel; no content: it is withdrawn. */
export interface CompiledTranslation extends TranslationKey {
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

/**
 * Compiles everything that `change` publishes or touches, for every channel, outside any transaction; lets readers be served in between. Also compiles
 * for the coming instants at which a changed fact takes another value, so that a release that would fail at midnight fails now.
 * `only` compiles just these, in the state after the whole change.
 */
export async function compileChange(
  istok: Istok,
  change: Change,
  instant: number,
  only: TranslationChange[] | null = null,
): Promise<CompiledChange> {
  const orm = istok.database.reader.orm
  const state = readNextState(orm, change, instant, istok.env.publicUrl)
  const affected = only ? [] : findAffected(orm, change)
  const compiled: CompiledChange = { translations: [], losses: [] }
  const pause = breather()
  for (const translation of only ?? change.translations) {
    compileTranslation(translation, false, state, istok.env.publicUrl, compiled)
    await pause()
  }
  for (const key of affected) {
    const translation = liveTranslation(istok, key)
    if (translation) compileTranslation(translation, true, state, istok.env.publicUrl, compiled)
    await pause()
  }
  for (const future of comingInstants(change, instant)) {
    const futureState = readNextState(orm, change, future, istok.env.publicUrl)
    for (const translation of compiled.translations) {
      if (translation.content) compiled.losses.push(...futureLosses(translation, translation.content, futureState, future, compiled.losses))
      await pause()
    }
  }
  return compiled
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
  compiled: CompiledChange,
): void {
  const { content, ...rest } = translation
  if (!content) {
    compiled.translations.push({ ...rest, content, isLive, rows: [], references: null, warnings: [], terms: noTerms })
    return
  }
  const source = sourceOf(translation, content)
  const { renditions, losses } = compile(source, state.resolutionFor(content, translation.locale))
  compiled.losses.push(...blocking(source, losses, null))
  const warnings = ofLevel(losses, 'warning')
  const rows: CompiledRow[] = []
  for (const [channel, rendition] of renditions) {
    const assembled = assembleRendition(source, rendition, publicUrl, digest)
    const profiles = assembled.profiles === null ? null : Buffer.from(assembled.profiles)
    const parts = { before: Buffer.from(assembled.before), after: Buffer.from(assembled.after), summary: Buffer.from(assembled.summary) }
    rows.push({ channel, hash: assembled.hash, ...parts, facts: Object.keys(rendition.facts), profiles })
  }
  const { title, questions, metadata } = content
  const said = Array.from(renditions.values(), ({ channel, shortAnswer, content }) => ({
    ...{ channel, shortAnswer },
    text: renditionText(channel, content),
  }))
  const terms = termsOf({ title, questions, tags: metadata.tags, channels: said })
  compiled.translations.push({ ...rest, content, isLive, rows, references: isLive ? null : referencesOf(content), warnings, terms })
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
