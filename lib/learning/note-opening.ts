import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { searchLogOf } from './search-log.ts'

/** Notes that somebody who searched opened one of the results. Throws not_found (channel, answer), unauthenticated or forbidden where the actor may not read it. */
export async function noteOpening(
  istok: Istok,
  actor: Actor,
  { caller, channel, locale, query, slug }: { caller: string; channel: string; locale: string; query: string; slug: string },
): Promise<void> {
  if (!isChannelKind(channel)) throw new IstokError('not_found', `There is no channel "${channel}"`)
  requireChannel(actor, channels[channel])
  const answer = await readRendition(istok, { channel, locale, slug, profile: null })
  if (answer.kind !== 'found') throw new IstokError('not_found', `There is no answer "${slug}"`)
  const { articleId } = JSON.parse(answer.reply.body.toString()) as { articleId: string }
  searchLogOf(istok).note({ caller, channel, locale, query, outcome: 'opened', articleId })
}
