import { cleanLine } from '#lib/document/clean-text.ts'
import type { Document } from '#lib/document/types.ts'
import { runsText } from './lines/line.ts'
import { resolveDocument } from './resolve/resolve-document.ts'
import { articlePath } from './resolve/resolve-link.ts'
import { resolveRuns } from './resolve/resolve-runs.ts'
import { startResolving } from './resolve/resolve-state.ts'
import type { ResolvedBlock, ResolvedDocument, Run } from './resolve/resolved.ts'
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
  facts: Map<string, SaidFact>
  losses: Loss[]
}

/** What channels of one compilation share: documents that look the same everywhere are resolved once. */
export type ViewCache = Map<Document | Source, ResolvedDocument>

/** Opens a source for one channel. The losses found so far are in `view.losses`; renderers add theirs. */
export function openView(source: Source, resolution: Resolution, channel: ChannelKind, cache: ViewCache): View {
  const variation = Object.hasOwn(source.variations, channel) ? source.variations[channel] : undefined
  const document = variation ?? source.document
  const body = fromCache(cache, document, () =>
    resolveDocument(document, variation ? `/variations/${channel}` : '', startResolving(source, resolution, channel)),
  )
  const short = fromCache(cache, source, () => resolveShortAnswer(source, resolution, channel))
  const [paragraph] = short.blocks
  const runs = paragraph?.type === 'paragraph' ? paragraph.runs : []
  const shortText = runsText(runs).replaceAll('\n', ' ').trim()
  return {
    source,
    resolution,
    channel,
    locale: source.locale,
    title: cleanLine(source.title),
    canonicalUrl: resolution.publicUrl + articlePath(source.locale, source.slug),
    isVariation: variation !== undefined,
    short: runs,
    shortText,
    shortFacts: short.facts,
    hasLead: variation === undefined && shortText !== '' && !opensWith(body.blocks, shortText),
    blocks: body.blocks,
    facts: body.facts,
    losses: [...short.losses, ...body.losses],
  }
}

function fromCache(cache: ViewCache, key: Document | Source, resolve: () => ResolvedDocument): ResolvedDocument {
  const known = cache.get(key)
  if (known) return known
  const resolved = resolve()
  if (resolved.sameInEveryChannel) cache.set(key, resolved)
  return resolved
}

function resolveShortAnswer(source: Source, resolution: Resolution, channel: ChannelKind): ResolvedDocument {
  const state = startResolving(source, resolution, channel)
  const runs = resolveRuns(source.shortAnswer, index => `/shortAnswer/${index}`, state)
  const { facts, losses, sameInEveryChannel } = state
  return { blocks: [{ type: 'paragraph', path: '/shortAnswer', runs }], facts, losses, sameInEveryChannel }
}

function opensWith(blocks: readonly ResolvedBlock[], text: string): boolean {
  const [first] = blocks
  return first?.type === 'paragraph' && runsText(first.runs).trimStart().startsWith(text)
}

/** The body with the short answer before it where that is due. */
export function withLead(view: View): ResolvedBlock[] {
  return view.hasLead ? [{ type: 'paragraph', path: '/shortAnswer', runs: view.short }, ...view.blocks] : view.blocks
}

/** The facts that body and short answer say; of the short answer only where it is said. */
export function saidFacts(view: View, saysShortAnswer: boolean): Record<string, SaidFact> {
  return Object.fromEntries(saysShortAnswer ? [...view.shortFacts, ...view.facts] : view.facts)
}
