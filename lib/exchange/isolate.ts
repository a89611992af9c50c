import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/write.ts'
import { type FieldError, type IstokError, isIstokError } from '../errors.ts'
import { type Finding, refused } from '../findings.ts'

/**
 * Does one entry of an import within the transaction of many: what it wrote is undone when it is refused, the others stay. Returns the refusal, null when
 * it went well. Throws what is not a refusal.
 */
export async function isolate(tx: Transaction, work: () => Promise<void>): Promise<Finding | null> {
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
    return refused(faultsOf(error))
  }
}

/** The faults of a refusal; one that names no place is a fault of the whole. */
export function faultsOf({ code, message, details }: IstokError): FieldError[] {
  if (details.errors && details.errors.length > 0) return details.errors
  const reason = details.reason ?? (code === 'forbidden' ? 'not-permitted' : 'wrong-form')
  return [{ pointer: '', message, reason, ...(details.arguments && { arguments: details.arguments }) }]
}
