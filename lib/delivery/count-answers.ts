import { and, count, eq } from 'drizzle-orm'
import { head } from '#db/schema/releases.ts'
import type { Istok } from '../istok.ts'

/** How many answers a channel has in a language now. The caller checks the right to read the channel. */
export function countAnswers({ database }: Istok, { channel, locale }: { channel: string; locale: string }): number {
  const place = and(eq(head.channel, channel), eq(head.locale, locale))
  return database.reader.orm.select({ answers: count() }).from(head).where(place).get()?.answers ?? 0
}
