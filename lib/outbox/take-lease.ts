import { eq } from 'drizzle-orm'
import type { Database } from '#db/open.ts'
import { lease } from '#db/schema/search.ts'
import { write } from '#db/write.ts'

/**
 * Gives `owner` the lease, or makes it last longer, for `milliseconds` from now. Returns its epoch, which grows with every new owner; null while another
 * owner holds it. An end that lies further away than any lease lasts was set before the clock went back, and binds nobody.
 */
export async function takeLease(database: Database, name: string, owner: string, milliseconds: number): Promise<number | null> {
  return write(database, async tx => {
    const [held] = await tx.orm.select().from(lease).where(eq(lease.name, name))
    const isHeld = held && held.expiresAt > tx.now && held.expiresAt <= tx.now + milliseconds
    if (isHeld && held.owner !== owner) return null
    const isNew = held?.owner !== owner
    const row = { name, owner, epoch: (held?.epoch ?? 0) + (isNew ? 1 : 0), expiresAt: tx.now + milliseconds }
    await tx.orm.insert(lease).values(row).onConflictDoUpdate({ target: lease.name, set: row })
    return row.epoch
  })
}

/** Lets another take it at once. */
export async function giveLease(database: Database, name: string, owner: string): Promise<void> {
  await write(database, async tx => {
    const [held] = await tx.orm.select().from(lease).where(eq(lease.name, name))
    if (held?.owner === owner) await tx.orm.update(lease).set({ expiresAt: 0 }).where(eq(lease.name, name))
  })
}
