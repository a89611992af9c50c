import { and, eq, lt, sql } from 'drizzle-orm'
import { ask, hearing, wording } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import { readAnsweringSettings } from '#lib/answering/answering-settings.ts'
import type { Istok } from '../istok.ts'

const day = 24 * 3_600_000
/** Milliseconds between two looks. */
const interval = 6 * 3_600_000

/** Forgets questions and searches that are older than the organisation keeps them, and open wordings that nobody has used since. Returns how many hearings went. */
export async function forgetOld(istok: Istok): Promise<number> {
  const { keepDays } = readAnsweringSettings(istok)
  return write(istok.database, async tx => {
    const limit = tx.now - keepDays * day
    await tx.orm.delete(ask).where(lt(ask.at, limit))
    const { changes } = await tx.orm.delete(hearing).where(lt(hearing.at, limit))
    const unheard = sql`NOT EXISTS (SELECT 1 FROM hearing h WHERE h.wording_id = ${wording.id})`
    await tx.orm.delete(wording).where(and(eq(wording.state, 'open'), lt(wording.lastAt, limit), unheard))
    return changes
  })
}

/** Forgets at the start and then four times a day. Returns what ends it. */
export function startForgetting(istok: Istok): () => void {
  const forget = () => {
    forgetOld(istok).catch(error => istok.log.error({ err: error }, 'old questions could not be forgotten'))
  }
  const first = setTimeout(forget, 60_000).unref()
  const timer = setInterval(forget, interval).unref()
  return () => {
    clearTimeout(first)
    clearInterval(timer)
  }
}
