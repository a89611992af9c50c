import { channelKinds } from './channels.ts'
import { compileChannel } from './compile-channel.ts'
import type { ChannelKind, Compiled, Loss, Rendition, Resolution, Source } from './types.ts'
import { newViewCache } from './view.ts'

/** Compiles a source for every channel in which it exists; both maps hold exactly those channels. What channels have in common is done once. */
export function compile(source: Source, resolution: Resolution): Compiled {
  const cache = newViewCache()
  const renditions = new Map<ChannelKind, Rendition>()
  const losses = new Map<ChannelKind, Loss[]>()
  for (const channel of channelKinds) {
    const compiled = compileChannel(source, resolution, channel, cache)
    if (!compiled.rendition) continue
    renditions.set(channel, compiled.rendition)
    losses.set(channel, compiled.losses)
  }
  return { renditions, losses }
}
