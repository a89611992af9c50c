import { asc, eq, gte, min, sql } from 'drizzle-orm'
import { apiKey } from '#db/schema/access.ts'
import { ack } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { formatInstant } from '../clock.ts'
import type { Istok } from '../istok.ts'

/** A consumer that serves a release, or a later one. */
export interface AcknowledgementView {
  /** The name of the key that said so, else its id. */
  consumer: string
  channel: string
  /** The release that it named first, this one or a later one. */
  release: number
  /** ISO 8601 in the organisation's zone. */
  at: string
}

/** Who has said that it serves release `number` or a later one, the first first. Throws forbidden. */
export async function listAcknowledgements(istok: Istok, actor: Actor, number: number): Promise<AcknowledgementView[]> {
  requireScope(actor, 'read:internal')
  const at = min(ack.at)
  const rows = await istok.database.reader.orm
    .select({ consumer: ack.consumer, name: apiKey.name, channel: ack.channel, release: ack.release, at })
    .from(ack)
    .leftJoin(apiKey, eq(sql`'key:' || ${apiKey.id}`, ack.consumer))
    .where(gte(ack.release, number))
    .groupBy(ack.consumer, ack.channel)
    .orderBy(asc(at))
    .limit(200)
  return rows.map(({ name, ...row }) => ({
    ...row,
    consumer: name ?? row.consumer,
    at: formatInstant(row.at ?? 0, istok.env.timeZone),
  }))
}
