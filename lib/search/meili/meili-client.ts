import type { MeiliDocument } from './documents.ts'
import { askMeili, MeiliFault, type MeiliTarget } from './request.ts'

export type TaskStatus = 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled'
export interface MeiliTask {
  uid: number
  status: TaskStatus
  indexUid: string | null
  error: { code: string; type: string; message: string } | null
}

/** What of Meilisearch is used. Every writing method returns the number of its task, whose outcome alone says whether anything happened. Throws MeiliFault. */
export interface MeiliClient {
  version(): Promise<string>
  hasIndex(uid: string): Promise<boolean>
  listIndexes(): Promise<string[]>
  settings(uid: string): Promise<Record<string, unknown>>
  count(uid: string): Promise<number>
  /** Ids and hashes, a page at a time. */
  page(uid: string, offset: number, limit: number): Promise<{ id: string; h: string }[]>
  task(uid: number): Promise<MeiliTask>
  createIndex(uid: string): Promise<number>
  deleteIndex(uid: string): Promise<number>
  changeSettings(uid: string, settings: object): Promise<number>
  put(uid: string, documents: MeiliDocument[]): Promise<number>
  remove(uid: string, ids: string[]): Promise<number>
  swap(first: string, second: string): Promise<number>
}

/** Milliseconds: for what is answered at once, and for what carries documents. Shorter than the lease of the one who sends. */
const quick = 5000
const slow = 20_000

/** Methods over the admin key `target` and, for documents, over `writer`. */
export function meiliClient(target: MeiliTarget, writer: MeiliTarget = target): MeiliClient {
  const get = (path: string) => askMeili(target, { method: 'GET', path, timeout: quick })
  const change = async (to: MeiliTarget, method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => {
    const { taskUid } = (await askMeili(to, { method, path, body, timeout: slow })) as { taskUid?: unknown }
    if (typeof taskUid !== 'number') throw new MeiliFault('gateway', `${method} ${path}: an answer without a task`)
    return taskUid
  }
  const index = (uid: string) => `/indexes/${encodeURIComponent(uid)}`
  return {
    async version() {
      return String(((await get('/version')) as { pkgVersion?: unknown }).pkgVersion)
    },
    async hasIndex(uid) {
      try {
        await get(index(uid))
        return true
      } catch (error) {
        if (error instanceof MeiliFault && error.code === 'index_not_found') return false
        throw error
      }
    },
    async listIndexes() {
      const { results } = (await get('/indexes?limit=1000')) as { results: { uid: string }[] }
      return results.map(({ uid }) => uid)
    },
    async settings(uid) {
      return (await get(`${index(uid)}/settings`)) as Record<string, unknown>
    },
    async count(uid) {
      return ((await get(`${index(uid)}/stats`)) as { numberOfDocuments: number }).numberOfDocuments
    },
    async page(uid, offset, limit) {
      const body = { offset, limit, fields: ['id', 'h'] }
      const { results } = (await askMeili(writer, { method: 'POST', path: `${index(uid)}/documents/fetch`, body, timeout: slow })) as {
        results: { id: string; h: string }[]
      }
      return results
    },
    async task(uid) {
      return (await get(`/tasks/${uid}`)) as MeiliTask
    },
    createIndex: uid => change(target, 'POST', '/indexes', { uid, primaryKey: 'id' }),
    deleteIndex: uid => change(target, 'DELETE', index(uid)),
    changeSettings: (uid, settings) => change(target, 'PATCH', `${index(uid)}/settings`, settings),
    put: (uid, documents) => change(writer, 'POST', `${index(uid)}/documents?primaryKey=id`, documents),
    remove: (uid, ids) => change(writer, 'POST', `${index(uid)}/documents/delete-batch`, ids),
    swap: (first, second) => change(target, 'POST', '/swap-indexes', [{ indexes: [first, second] }]),
  }
}
