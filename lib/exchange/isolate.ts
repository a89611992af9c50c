import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/write.ts'
import { isIstokError } from '../errors.ts'

/**
 * Does one entry of an import within the transaction of many: what it wrote is undone when it is refused, the others stay. Returns the refusal as one line, null when
 * it went well. Throws what is not a refusal.
 */
export async function isolate(tx: Transaction, work: () => Promise<void>): Promise<string | null> {
  tx.orm.run(sql`SAVEPOINT entry`)
  try {
    await work()
    tx.orm.run(sql`RELEASE entry`)
    return null
  } catch (error) {
    // A full disk ends the transaction by itself: there is no savepoint left to go back to.
    if (!isIstokError(error) || error.code === 'internal') throw error
    tx.orm.run(sql`ROLLBACK TO entry`)
    tx.orm.run(sql`RELEASE entry`)
    const places = error.details.errors?.map(({ pointer, message }) => `${pointer} ${message}`) ?? []
    return places.length > 0 ? places.slice(0, 5).join('; ') : error.message
  }
}
