import type { IncomingMessage } from 'node:http'
import { type Actor, anonymous } from '#lib/access/actor.ts'
import { canReadChannel } from '#lib/access/policies.ts'
import type { Channel } from '#lib/compile/channels.ts'
import { authenticateKey, authenticateKnown } from './authenticate.ts'
import { callerAddress } from './rate-limit.ts'
import type { Wire } from './wire.ts'

/** What of a request's headers matters to the fast paths, read from the raw list: building the object of all of them costs more than the reply. */
export interface Asked {
  authorization: string | undefined
  knownTag: string | undefined
  encoding: string
  forwarded: string | undefined
  /** null: sent more than once. */
  cookie: string | null | undefined
  fetchSite: string | null | undefined
}

/** The one that is being answered: nothing is awaited between reading and sending, so requests never share it, and none is made for each. */
const asked: Asked = {
  authorization: undefined,
  knownTag: undefined,
  encoding: '',
  forwarded: undefined,
  cookie: undefined,
  fetchSite: undefined,
}

/** The headers of the request in hand; what is returned holds until the next call. */
export function readHotHeaders(raw: string[]): Asked {
  asked.authorization = undefined
  asked.knownTag = undefined
  asked.encoding = ''
  asked.forwarded = undefined
  asked.cookie = undefined
  asked.fetchSite = undefined
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
    } else if (name.length === 6 && name.toLowerCase() === 'cookie') asked.cookie = asked.cookie === undefined ? raw[index + 1] : null
    else if (name.length === 14 && name.toLowerCase() === 'sec-fetch-site')
      asked.fetchSite = asked.fetchSite === undefined ? raw[index + 1] : null
  }
  return asked
}

/** Null when the route has to decide: a session, a key that does not hold, a channel that may not be read. `at`: milliseconds. */
export function whoAsks(wire: Wire, { authorization, cookie }: Asked, channel: Channel, at: number): Actor | null {
  if (authorization === undefined) return cookie === undefined && canReadChannel(anonymous, channel) ? anonymous : null
  try {
    const actor = authenticateKey(wire.istok, authorization, at)
    return canReadChannel(actor, channel) ? actor : null
  } catch {
    return null
  }
}

/**
 * The same where there is a cookie, which may be a session: whoever holds it, asked of the database now; anonymous where it is none, or where a foreign page
 * sends it. Null also when the cookie is read for the first time, or no session holds.
 */
export function whoIsSignedIn(wire: Wire, { authorization, cookie, fetchSite }: Asked, channel: Channel): Actor | null {
  if (authorization !== undefined || typeof cookie !== 'string' || fetchSite === null) return null
  const actor = authenticateKnown(wire.istok, cookie, fetchSite)
  return actor !== null && canReadChannel(actor, channel) ? actor : null
}

/** Under what the caller is counted. */
export function callerOf(request: IncomingMessage, actor: Actor, { forwarded }: Asked): string {
  return actor === anonymous ? callerAddress(request.socket.remoteAddress, forwarded) : actor.id
}
