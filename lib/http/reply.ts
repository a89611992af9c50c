import { formatInstant } from '../clock.ts'
import type { Istok } from '../istok.ts'

/** Earlier numbers are no instants: 1973 in milliseconds since the epoch. */
const earliest = 1e11

/** A JSON reply. Instants (numbers under `at` and `…At`) become ISO 8601 in the organisation's zone. */
export function jsonReply(istok: Istok, value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(value, (name, member: unknown) =>
    typeof member === 'number' && member > earliest && /(?:^a|A)t$|^valid(?:From|To|Until)$/.test(name)
      ? formatInstant(member, istok.env.timeZone)
      : member,
  )
  return new Response(text, {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  })
}

/** A JSON reply of a value without instants, for what is asked often: looking at every member costs as much as writing them all. */
export function plainJsonReply(value: unknown, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(value)
  const length = String(Buffer.byteLength(text))
  return new Response(text, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', 'Content-Length': length, ...headers },
  })
}

/** 204, for what has nothing to say. */
export function emptyReply(headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store', ...headers } })
}
