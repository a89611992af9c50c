import { hash } from 'node:crypto'
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
 * The key with which documents are sent: one that cannot create indexes, made from the given key where that may make keys; else the given key itself, which
 * whoever runs Meilisearch has made narrow. Throws MeiliFault where Meilisearch does not answer.
 */
export async function findWriter(target: MeiliTarget, index: string): Promise<MeiliTarget> {
  if (target.key === undefined) return target
  try {
    return { ...target, key: await readKey(target, index) }
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
    const made = (await askMeili(target, { method: 'POST', path: '/keys', body, timeout })) as { key: string }
    return { ...target, key: made.key }
  } catch (error) {
    if (!(error instanceof MeiliFault) || error.kind !== 'status') throw error
    return error.code === 'api_key_already_exists' ? { ...target, key: await readKey(target, index) } : target
  }
}

async function readKey(target: MeiliTarget, index: string): Promise<string> {
  return ((await askMeili(target, { method: 'GET', path: `/keys/${writerUid(index)}`, timeout })) as { key: string }).key
}
