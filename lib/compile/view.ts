import type { Document } from '#lib/document/types.ts'
import { channels } from './channels.ts'
import { flattenBlocks } from './lines/flatten.ts'
import { type Line, runsText } from './lines/line.ts'
import { resolveDocument } from './resolve/resolve-document.ts'
import { articlePath } from './resolve/resolve-link.ts'
import { resolveRuns } from './resolve/resolve-runs.ts'
import { startResolving } from './resolve/resolve-state.ts'
import type { ResolvedBlock, ResolvedDocument, Run } from './resolve/resolved.ts'
import { quickCleanLine } from './text/clean.ts'
import type { ChannelKind, Loss, Resolution, SaidFact, Source } from './types.ts'

/** What one channel may see of a source, looked up and filtered, before a word of it is rendered. */
export interface View {
  source: Source
  resolution: Resolution
  channel: ChannelKind
  locale: string
  title: string
  /** Absolute address of the article's page. */
  canonicalUrl: string
  /** The author's wording for this channel took the place of the document. */
  isVariation: boolean
  short: Run[]
  shortText: string
  shortFacts: Map<string, SaidFact>
  /** Whether the short answer goes before the body: not when the body opens with it or is a variation. */
  hasLead: boolean
  blocks: ResolvedBlock[]
  /** Of the document that a variation replaces; the same as `blocks` without one. */
  baseBlocks: ResolvedBlock[]
  facts: Map<string, SaidFact>
  losses: Loss[]
  cache: ViewCache
}

/** What channels of one compilation share, so that nothing that looks the same in several of them is made twice. */
export interface ViewCache {
  /** By document (short answers: by source) and reach: "all", an audience or a channel. */
  resolved: Map<Document | Source, Partial<Record<string, ResolvedDocument>>>
  lines: Map<ResolvedBlock[], Line[]>
  typed: Map<ResolvedBlock[], Loss[]>
}

/** An empty cache for one source and resolution. */
export function newViewCache(): ViewCache {
  return { resolved: new Map(), lines: new Map(), typed: new Map() }
}

/** Opens a source for one channel. The losses found so far are in `view.losses`; renderers add theirs. */
export function openView(source: Source, resolution: Resolution, channel: ChannelKind, cache: ViewCache): View {
  const variation = Object.hasOwn(source.variations, channel) ? source.variations[channel] : undefined
  const open = (document: Document, root: string) =>
    fromCache(cache, document, channel, () => resolveDocument(document, root, startResolving(source, resolution, channel)))
  const base = open(source.document, '')
  const body = variation ? open(variation, `/variations/${channel}`) : base
  const short = fromCache(cache, source, channel, () => resolveShortAnswer(source, resolution, channel))
  const [paragraph] = short.blocks
  const runs = paragraph?.type === 'paragraph' ? paragraph.runs : []
  const shortText = runsText(runs).replaceAll('\n', ' ').trim()
  return {
    source,
    resolution,
    channel,
    locale: source.locale,
    title: quickCleanLine(source.title),
    canonicalUrl: resolution.publicUrl + articlePath(source.locale, source.slug),
    isVariation: variation !== undefined,
    short: runs,
    shortText,
    shortFacts: short.facts,
    hasLead: variation === undefined && shortText !== '' && !opensWith(body.blocks, shortText),
    blocks: body.blocks,
    baseBlocks: base.blocks,
    facts: body.facts,
    losses: [...short.losses, ...body.losses],
    cache,
  }
}

function fromCache(cache: ViewCache, key: Document | Source, channel: ChannelKind, resolve: () => ResolvedDocument): ResolvedDocument {
  let entries = cache.resolved.get(key)
  if (!entries) {
    entries = {}
    cache.resolved.set(key, entries)
  }
  const { audience } = channels[channel]
  const known = entries.all ?? entries[audience]
  if (known) return known
  const resolved = resolve()
  if (resolved.dependsOn === 'nothing') entries.all = resolved
  else if (resolved.dependsOn === 'audience') entries[audience] = resolved
  return resolved
}

function resolveShortAnswer(source: Source, resolution: Resolution, channel: ChannelKind): ResolvedDocument {
  const state = startResolving(source, resolution, channel)
  const runs = resolveRuns(source.shortAnswer, index => `/shortAnswer/${index}`, state)
  const { facts, losses, dependsOn } = state
  return { blocks: [{ type: 'paragraph', path: '/shortAnswer', runs }], facts, losses, dependsOn }
}

/** Shorter ones may stand under a heading by chance: "Free of charge." */
const longEnough = 40

/**
 * Whether the first paragraph begins with these words; the full stop of the short answer may be missing there. The paragraph may have a heading
 * when the words are many.
 */
function opensWith(blocks: readonly ResolvedBlock[], text: string): boolean {
  const first = text.length < longEnough ? blocks[0] : blocks.find(block => block.type !== 'heading')
  if (first?.type !== 'paragraph') return false
  const words = text.replace(/[.!?…]+$/, '')
  const opening = runsText(first.runs).replaceAll('\n', ' ').trimStart()
  return opening.startsWith(words) && !/^(?:[\p{L}\p{N}]|[.,]\d)/u.test(opening.slice(words.length, words.length + 2))
}

/** The body with the short answer before it where that is due. */
export function withLead(view: View): ResolvedBlock[] {
  return view.hasLead ? [{ type: 'paragraph', path: '/shortAnswer', runs: view.short }, ...view.blocks] : view.blocks
}

/** The body with its short answer as lines; internal blocks left out. */
export function linesOf(view: View): Line[] {
  const known = view.cache.lines.get(view.blocks)
  if (known) return known
  const lines = flattenBlocks(withLead(view), { locale: view.locale, publicUrl: view.resolution.publicUrl })
  view.cache.lines.set(view.blocks, lines)
  return lines
}

/** The facts that body and short answer say; of the short answer only where it is said. */
export function saidFacts(view: View, saysShortAnswer: boolean): Record<string, SaidFact> {
  return Object.fromEntries(saysShortAnswer ? [...view.shortFacts, ...view.facts] : view.facts)
}
