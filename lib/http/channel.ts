import type { Actor } from '#lib/access/actor.ts'
import { canReadChannel, requireChannel } from '#lib/access/policies.ts'
import { type Channel, channels, isChannelKind } from '#lib/compile/channels.ts'
import { IstokError } from '../errors.ts'

/** The channel of this id. Throws not_found naming the ones that exist. */
export function channelOf(id: string): Channel {
  if (isChannelKind(id)) return channels[id]
  const message = `must be one of ${Object.keys(channels).join(', ')}`
  throw new IstokError('not_found', `There is no channel "${id}": it ${message}`, {
    errors: [{ pointer: '/channel', message, reason: 'not-one-of', arguments: { values: Object.keys(channels).join(', ') } }],
  })
}

/** The channel of this id for somebody who wants to read it. Throws not_found, unauthenticated, forbidden. */
export function readableChannel(actor: Actor, id: string): Channel {
  const channel = channelOf(id)
  requireChannel(actor, channel)
  return channel
}

/** Ids of the channels that the actor may read. */
export function readableChannels(actor: Actor): string[] {
  return Object.values(channels)
    .filter(channel => canReadChannel(actor, channel))
    .map(channel => channel.id)
}
