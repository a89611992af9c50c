import { hash } from 'node:crypto'
import { now } from '../../clock.ts'
import { askMeili, MeiliFault, type MeiliTarget } from './request.ts'

/** Always the same for an index, so that every start finds the key that an earlier one made: a UUID made of a hash. */
export function writerUid(index: string): string {
  const hex = hash('sha1', `istok writer of ${index}`, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** What sending documents needs. Not `indexes.create`: a document that is sent to a missing index would make one with settings of its own. */
const writerActions = [
  'search',
  'documents.add',
  'documents.delete',
  'documents.get',
  'tasks.get',
  'stats.get',
  'indexes.get',
  'settings.get',
]

const timeout = 5000

/**
 * The key with which documents are sent: one that cannot create indexes, made from the given key where that may make keys, and anew where it has expired; else
 * the given key itself, which whoever runs Meilisearch has made narrow. Throws MeiliFault where Meilisearch does not answer.
 */
export async function findWriter(target: MeiliTarget, index: string): Promise<MeiliTarget> {
  if (target.key === undefined) return target
  try {
    const known = await readKey(target, index)
    if (!hasExpired(known)) return { ...target, key: known.key }
    await askMeili(target, { method: 'DELETE', path: `/keys/${writerUid(index)}`, timeout })
  } catch (error) {
    if (!(error instanceof MeiliFault) || error.kind !== 'status') throw error
    if (error.code !== 'api_key_not_found') return target
  }
  try {
    const body = {
      uid: writerUid(index),
      name: `Istok, documents of ${index}`,
      actions: writerActions,
      indexes: [`${index}*`],
      expiresAt: null,
    }
    const made = (await askMeili(target, { method: 'POST', path: '/keys', body, timeout })) as WriterKey
    return { ...target, key: made.key }
  } catch (error) {
    if (!(error instanceof MeiliFault) || error.kind !== 'status') throw error
    return error.code === 'api_key_already_exists' ? { ...target, key: (await readKey(target, index)).key } : target
  }
}

interface WriterKey {
  key: string
  expiresAt: string | null
}

/** Somebody may have made it with an end; an end cannot be moved. */
function hasExpired({ expiresAt }: WriterKey): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now()
}

async function readKey(target: MeiliTarget, index: string): Promise<WriterKey> {
  return (await askMeili(target, { method: 'GET', path: `/keys/${writerUid(index)}`, timeout })) as WriterKey
}
