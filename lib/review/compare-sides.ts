import { channelKinds } from '#lib/compile/channels.ts'
import type { ChannelKind, Loss } from '#lib/compile/types.ts'
import { type Compared, type ContentDifference, compareContents } from '#lib/difference/compare-contents.ts'
import { compareLines, countChanges } from '#lib/difference/compare-lines.ts'
import type { LineDifference } from '#lib/difference/types.ts'
import type { Side } from './read-side.ts'

/** What became of what one channel says. `absent`: it says nothing of this article, before or after. */
export interface ChannelDifference {
  kind: ChannelKind
  state: 'same' | 'changed' | 'added' | 'removed' | 'absent'
  lines: LineDifference[]
  added: number
  removed: number
  losses: Loss[]
}

/** Two states of a translation side by side: the document and what comes with it, each channel's text, and the facts with both values. */
export interface StateDifference {
  content: ContentDifference
  channels: ChannelDifference[]
  facts: { key: string; before: string | null; after: string | null }[]
}

/** Compares two states of a translation. */
export function compareSides(before: { content: Compared | null; side: Side }, after: { content: Compared; side: Side }): StateDifference {
  const keys = [...new Set([...before.side.facts.keys(), ...after.side.facts.keys()])].sort()
  return {
    content: compareContents(before.content, after.content),
    channels: channelKinds.map(kind => compareChannel(kind, before.side, after.side)),
    facts: keys.map(key => ({ key, before: before.side.facts.get(key) ?? null, after: after.side.facts.get(key) ?? null })),
  }
}

function compareChannel(kind: ChannelKind, before: Side, after: Side): ChannelDifference {
  const [old, fresh] = [before.texts.get(kind) ?? null, after.texts.get(kind) ?? null]
  const lines = compareLines(old, fresh)
  const state =
    old === null && fresh === null ? 'absent' : old === null ? 'added' : fresh === null ? 'removed' : old === fresh ? 'same' : 'changed'
  return { kind, state, lines, ...countChanges(lines), losses: after.losses.get(kind) ?? [] }
}
