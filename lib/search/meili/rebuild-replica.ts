import { now } from '../../clock.ts'
import { listLive } from '../stored/read-live-terms.ts'
import { readOutboxKey } from './documents.ts'
import { reconcile } from './reconcile.ts'
import { keysAbove, newestRow, type Rebuild, readReplicaState, writeReplicaState } from './replica-state.ts'
import { finish, mustOwn, ReplicaFault, type Sending, sendTranslations } from './send-documents.ts'
import { differingSettings, schemaHash, wantedSettings } from './settings.ts'

/** Translations of one step. */
const batch = 200

/** Notes that the index is to be built anew; the one that is there serves until then. */
export async function beginRebuild({ database }: Pick<Sending, 'database'>, index: string): Promise<void> {
  const { schema } = readReplicaState(database)
  const rebuild: Rebuild = { target: `${index}_${schemaHash}_${now()}`, after: null, firstRow: newestRow(database), phase: 'fill' }
  await writeReplicaState(database, { schema, rebuild })
}

/**
 * Builds a new index beside the one that serves and swaps them: settings first, then every translation, then once more what was released meanwhile, and once
 * more what the new one is found not to have. `between` runs after each step, so that the serving index stays up to date. Goes on where a crash left off. Throws what sending throws; nothing is swapped then.
 */
export async function rebuildReplica(sending: Sending, index: string, between: () => Promise<void>): Promise<void> {
  const { database, client } = sending
  let { schema, rebuild } = readReplicaState(database)
  const existing = await client.listIndexes()
  if (!rebuild || rebuild.phase === 'swap' || (rebuild.after && !existing.includes(rebuild.target))) {
    await beginRebuild(sending, index)
    ;({ schema, rebuild } = readReplicaState(database))
  }
  if (!rebuild) return
  await mustOwn(sending)
  const { target } = rebuild
  await removeLeftovers(sending, index, target, existing)
  if (!existing.includes(target)) await finish(sending, await client.createIndex(target))
  if (rebuild.after === null) await set(sending, target)
  await fill(sending, { schema, rebuild }, between)
  await writeReplicaState(database, { schema, rebuild: { ...rebuild, phase: 'swap' } })
  await replay(sending, target, rebuild.firstRow)
  const { missing, stale } = await reconcile(sending, target)
  if (missing + stale > 0) await replay(sending, target, rebuild.firstRow)
  await mustOwn(sending)
  if (!(await client.hasIndex(index))) await finish(sending, await client.createIndex(index))
  await finish(sending, await client.swap(index, target))
  await writeReplicaState(database, { schema: schemaHash, rebuild: null })
  await finish(sending, await client.deleteIndex(target))
}

/** Sends every translation. A short page is the last one: what is released after it is replayed, and whoever releases all the time must not keep this going. */
async function fill(
  sending: Sending,
  { schema, rebuild }: { schema: string | null; rebuild: Rebuild },
  between: () => Promise<void>,
): Promise<void> {
  const { database } = sending
  let { after } = rebuild
  for (let isLast = false; !isLast; ) {
    const keys = listLive(database, after, batch)
    isLast = keys.length < batch
    if (keys.length === 0) return
    await sendTranslations(sending, rebuild.target, keys)
    after = keys.at(-1)!
    await writeReplicaState(database, { schema, rebuild: { ...rebuild, after } })
    await between()
  }
}

/** Settings first; an index that does not take them over is not filled, as it would be built anew for ever. */
async function set(sending: Sending, target: string): Promise<void> {
  await finish(sending, await sending.client.changeSettings(target, wantedSettings))
  const different = Object.keys(differingSettings(await sending.client.settings(target)))
  if (different.length > 0) throw new ReplicaFault('internal', `Meilisearch does not take over the settings ${different.join(', ')}`)
}

async function replay(sending: Sending, target: string, firstRow: number): Promise<void> {
  const keys = keysAbove(sending.database, firstRow).map(readOutboxKey)
  for (let from = 0; from < keys.length; from += batch) await sendTranslations(sending, target, keys.slice(from, from + batch))
}

/** Removes indexes of rebuilds that were given up, or that ended before the old one was removed; `target`: the one that is being filled. */
export async function removeLeftovers(
  sending: Pick<Sending, 'client' | 'wait'>,
  index: string,
  target: string | null,
  existing: readonly string[],
): Promise<void> {
  for (const uid of existing) {
    const isOurs = uid.startsWith(`${index}_`) && /^[0-9a-f]{8}_\d+$/.test(uid.slice(index.length + 1))
    if (isOurs && uid !== target) await finish(sending, await sending.client.deleteIndex(uid))
  }
}
