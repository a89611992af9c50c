import type { IncomingMessage } from 'node:http'
import { type Actor, anonymous } from '#lib/access/actor.ts'
import { canReadChannel } from '#lib/access/policies.ts'
import type { Channel } from '#lib/compile/channels.ts'
import { authenticateKey } from './authenticate.ts'
import { callerAddress } from './rate-limit.ts'
import type { Wire } from './wire.ts'

/** What of a request's headers matters to the fast paths, read from the raw list: building the object of all of them costs more than the reply. */
export interface Asked {
  authorization: string | undefined
  knownTag: string | undefined
  encoding: string
  forwarded: string | undefined
  hasCookie: boolean
}

/** The one that is being answered: nothing is awaited between reading and sending, so requests never share it, and none is made for each. */
const asked: Asked = { authorization: undefined, knownTag: undefined, encoding: '', forwarded: undefined, hasCookie: false }

/** The headers of the request in hand; what is returned holds until the next call. */
export function readHotHeaders(raw: string[]): Asked {
  asked.authorization = undefined
  asked.knownTag = undefined
  asked.encoding = ''
  asked.forwarded = undefined
  asked.hasCookie = false
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] ?? ''
    if (name.length === 13) {
      const lower = name.toLowerCase()
      if (lower === 'authorization') asked.authorization = raw[index + 1]
      else if (lower === 'if-none-match')
        asked.knownTag = asked.knownTag === undefined ? raw[index + 1] : `${asked.knownTag}, ${raw[index + 1]}`
    } else if (name.length === 15) {
      const lower = name.toLowerCase()
      if (lower === 'accept-encoding') asked.encoding = raw[index + 1] ?? ''
      else if (lower === 'x-forwarded-for')
        asked.forwarded = asked.forwarded === undefined ? raw[index + 1] : `${asked.forwarded}, ${raw[index + 1]}`
    } else if (name.length === 6 && name.toLowerCase() === 'cookie') asked.hasCookie = true
  }
  return asked
}

/** Null when the route has to decide: a session, a key that does not hold, a channel that may not be read. `at`: milliseconds. */
export function whoAsks(wire: Wire, { authorization, hasCookie }: Asked, channel: Channel, at: number): Actor | null {
  if (authorization === undefined) return !hasCookie && canReadChannel(anonymous, channel) ? anonymous : null
  try {
    const actor = authenticateKey(wire.istok, authorization, at)
    return canReadChannel(actor, channel) ? actor : null
  } catch {
    return null
  }
}

/** Under what the caller is counted. */
export function callerOf(request: IncomingMessage, actor: Actor, { forwarded }: Asked): string {
  return actor === anonymous ? callerAddress(request.socket.remoteAddress, forwarded) : actor.id
}
