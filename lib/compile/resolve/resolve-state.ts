import type { DocumentPath } from '#lib/document/types.ts'
import { channels } from '../channels.ts'
import { describeLoss, type LossReason } from '../loss-reasons.ts'
import type { ChannelKind, Loss, Resolution, SaidFact, Source } from '../types.ts'
import type { FactRun, Link } from './resolved.ts'

/** What decides how a document looks: nothing (all channels see the same), who may read, or the channel itself. */
export type Dependence = 'nothing' | 'audience' | 'channel'

/** Notes that something depends on more than was known. */
export function dependOn(state: ResolveState, on: 'audience' | 'channel'): void {
  if (state.dependsOn !== 'channel') state.dependsOn = on
}

/** What one walk over one document in one channel remembers. */
export interface ResolveState {
  resolution: Resolution
  channel: ChannelKind
  readsInternal: boolean
  locale: string
  facts: Map<string, SaidFact>
  losses: Loss[]
  links: Map<string, Link | null>
  /** Keys of the snippets that the walk stands in. */
  openSnippets: string[]
  headingLevel: number
  headingIds: Set<string>
  dependsOn: Dependence
  lose(reason: LossReason, path: DocumentPath, node: string, detail?: string): void
}

/** A fresh state for one walk. */
export function startResolving(source: Source, resolution: Resolution, channel: ChannelKind): ResolveState {
  const losses: Loss[] = []
  return {
    resolution,
    channel,
    readsInternal: channels[channel].audience === 'internal',
    locale: source.locale,
    facts: new Map(),
    losses,
    links: new Map(),
    openSnippets: [],
    headingLevel: 1,
    headingIds: new Set(),
    dependsOn: 'nothing',
    lose: (reason, path, node, detail) => losses.push(describeLoss(reason, path, node, detail)),
  }
}

/** Remembers that a rendition says this fact. */
export function sayFact(facts: Map<string, SaidFact>, run: Pick<FactRun, 'fact' | 'value'>): void {
  const { key, type, unit } = run.fact
  if (!facts.has(key)) facts.set(key, unit === null ? { type, value: run.value } : { type, value: run.value, unit })
}
