import { and, desc, eq } from 'drizzle-orm'
import { ack, release } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireBinding, requireScope } from '#lib/access/policies.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

export interface Acknowledgement {
  channel: string
  release: number
  /** What the consumer serves, by slug. */
  hashes: Record<string, string> | null
}

/** Notes which release a consumer of a channel says it serves; that tells it nothing, so the scope `ack` is enough. Repeating the same statement only renews its time. Throws forbidden; invalid when the release does not exist. */
export async function acknowledgeRelease(istok: Istok, actor: Actor, { channel, release: number, hashes }: Acknowledgement): Promise<void> {
  requireScope(actor, 'ack')
  requireBinding(actor, channel)
  await write(istok.database, async tx => {
    const [known] = await tx.orm.select({ number: release.number }).from(release).where(eq(release.number, number))
    if (!known) {
      const message = `must be a release that exists; there is no release ${number}`
      throw new IstokError('invalid', `release ${message}`, {
        errors: [{ pointer: '/release', message, reason: 'missing', arguments: { value: number } }],
      })
    }
    const [newest] = await tx.orm
      .select()
      .from(ack)
      .where(and(eq(ack.channel, channel), eq(ack.consumer, actor.id)))
      .orderBy(desc(ack.at), desc(ack.id))
      .limit(1)
    if (newest?.release === number && JSON.stringify(newest.hashes) === JSON.stringify(hashes)) {
      await tx.orm.update(ack).set({ at: tx.now }).where(eq(ack.id, newest.id))
      return
    }
    await tx.orm.insert(ack).values({ consumer: actor.id, channel, release: number, hashes, at: tx.now })
  })
}
