import type { Only } from '#lib/document/types.ts'
import { channels, isChannelKind } from '../channels.ts'
import { dependOn, type ResolveState } from './resolve-state.ts'

/** Whether a reader of this channel may see what an `only` holds. A channel that nobody knows is reported and matches nothing. */
export function isVisible(node: Only, path: string, state: ResolveState): boolean {
  dependOn(state, node.attrs.audience === 'internal' ? 'audience' : 'channel')
  if (node.attrs.audience === 'internal') return state.readsInternal
  const named = node.attrs.channels ?? []
  for (const channel of named) if (!isChannelKind(channel)) state.lose('channel-unknown', path, 'only', channel)
  return named.includes(state.channel)
}

/** Whether no customer ever reads this: it is for staff, or for channels of staff only. Such content is marked and never copied to a customer. */
export function isForStaff(node: Only): boolean {
  if (node.attrs.audience === 'internal') return true
  return (node.attrs.channels ?? []).every(channel => isChannelKind(channel) && channels[channel].audience === 'internal')
}
