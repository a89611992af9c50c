import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { errorOf, type Fault, fail, isCarriedOut } from './stub-faults.fixture.ts'
import { type Key, keyFor, type StubTask, wantedAction } from './stub-parts.fixture.ts'
import { searchStub } from './stub-search.fixture.ts'

export interface Asked {
  method: string
  path: string
  body: unknown
}

export interface StubIndex {
  documents: Map<string, Record<string, unknown>>
  settings: Record<string, unknown>
}

/** A Meilisearch in this process, as strict as the real one where it is used here, with failures to a script. */
export interface Stub {
  url: string
  masterKey: string
  indexes: Map<string, StubIndex>
  tasks: StubTask[]
  keys: Key[]
  version: string
  /** Says how a request fails; undefined: it does not. */
  fault: ((asked: Asked) => Fault | undefined) | null
  /** Says how a task ends; undefined: as its work ends. `hold`: not yet. */
  outcome: ((task: StubTask) => 'hold' | 'canceled' | { code: string; type: string } | undefined) | null
  asked: Asked[]
  /** Forgets everything, as a server does whose disk was replaced. */
  wipe(): void
  /** Ends the connections that stand; the next request makes one. */
  cutConnections(): void
  close(): Promise<void>
}

export const defaultSettings = (): Record<string, unknown> => ({
  displayedAttributes: ['*'],
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  stopWords: [],
  synonyms: {},
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  searchCutoffMs: null,
  pagination: { maxTotalHits: 1000 },
})

/** Starts one on a free port of this machine; `port` asks for a certain one. */
export async function startStub(port = 0): Promise<Stub> {
  const stub: Stub = {
    ...{ url: '', masterKey: 'stub-master-key-0123456789', indexes: new Map(), tasks: [], keys: [], version: '1.50.0' },
    ...{ fault: null, outcome: null, asked: [] },
    wipe() {
      stub.indexes.clear()
      stub.tasks = []
      stub.keys = []
    },
    cutConnections: () => server.closeAllConnections(),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const server = createServer((request, response) => void answer(stub, request, response))
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return stub
}

async function answer(stub: Stub, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const { method = 'GET', url: path = '' } = request
  const asked: Asked = { method, path, body: text === '' ? undefined : JSON.parse(text) }
  stub.asked.push(asked)
  const fault = stub.fault?.(asked)
  if (fault !== undefined && !isCarriedOut(fault)) return fail(fault, response)
  const refusal = authorise(stub, request, asked)
  if (refusal) return send(response, refusal.status, errorOf(refusal.code, refusal.type))
  const { status, body } = handle(stub, asked, request.headers.authorization?.slice(7))
  if (fault !== undefined) return fail(fault, response, () => send(response, status, body))
  send(response, status, body)
}

function authorise(stub: Stub, request: IncomingMessage, asked: Asked): { status: number; code: string; type: string } | null {
  if (asked.path === '/health') return null
  const header = request.headers.authorization
  if (header === undefined) return { status: 401, code: 'missing_authorization_header', type: 'auth' }
  const action = wantedAction(asked)
  const key = header.slice(7)
  if (key === stub.masterKey) return null
  const known = stub.keys.find(candidate => candidate.key === key)
  const isAllowed = known && !hasExpired(known) && action !== null && known.actions.some(one => one === action || one === '*')
  return isAllowed ? null : { status: 403, code: 'invalid_api_key', type: 'auth' }
}

const hasExpired = ({ expiresAt }: Key) => expiresAt !== null && Date.parse(expiresAt) <= Date.now()

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

interface Reply {
  status: number
  body: unknown
}

const notFound = (code: string): Reply => ({ status: 404, body: errorOf(code, 'invalid_request') })

function handle(stub: Stub, asked: Asked, key: string | undefined): Reply {
  const { method, path, body } = asked
  const [address = '', query = ''] = path.split('?')
  const route = `${method} ${address.replace(/^\/indexes\/[^/]+/, '/indexes/:uid').replace(/^\/(tasks|keys)\/[^/]+/, '/$1/:uid')}`
  const uid = decodeURIComponent(/^\/(?:indexes|tasks|keys)\/([^/]+)/.exec(address)?.[1] ?? '')
  const index = stub.indexes.get(uid)
  const needed =
    route.includes('/indexes/:uid') && !route.startsWith('POST /indexes/:uid/documents') && method !== 'PATCH' && method !== 'DELETE'
  if (needed && !index) return notFound('index_not_found')
  const enqueue = (type: string, indexUid: string | null, work: () => string | null) => accept(stub, { type, indexUid, work, by: key })
  switch (route) {
    case 'GET /version':
      return { status: 200, body: { commitSha: 'stub', commitDate: 'stub', pkgVersion: stub.version } }
    case 'GET /indexes':
      return {
        status: 200,
        body: { results: Array.from(stub.indexes.keys(), name => ({ uid: name })), offset: 0, limit: 1000, total: stub.indexes.size },
      }
    case 'GET /indexes/:uid':
      return { status: 200, body: { uid, primaryKey: 'id' } }
    case 'GET /indexes/:uid/settings':
      return { status: 200, body: index!.settings }
    case 'GET /indexes/:uid/stats':
      return { status: 200, body: { numberOfDocuments: index!.documents.size, isIndexing: false, fieldDistribution: {} } }
    case 'POST /indexes': {
      const { uid: name } = strict(body, ['uid', 'primaryKey']) as { uid: string }
      return enqueue('indexCreation', name, () => {
        if (stub.indexes.has(name)) return 'index_already_exists'
        stub.indexes.set(name, { documents: new Map(), settings: defaultSettings() })
        return null
      })
    }
    case 'DELETE /indexes/:uid':
      return enqueue('indexDeletion', uid, () => (stub.indexes.delete(uid) ? null : 'index_not_found'))
    case 'PATCH /indexes/:uid/settings':
      strict(body, Object.keys(defaultSettings()))
      return enqueue('settingsUpdate', uid, () => {
        const found = stub.indexes.get(uid)
        if (found) Object.assign(found.settings, structuredClone(body))
        return found ? null : 'index_not_found'
      })
    case 'POST /indexes/:uid/documents':
      if (query !== 'primaryKey=id') throw new Error(`stub: unexpected query ${query}`)
      return enqueue('documentAdditionOrUpdate', uid, () => addDocuments(stub, uid, body as Record<string, unknown>[], key))
    case 'POST /indexes/:uid/documents/delete-batch':
      return enqueue('documentDeletion', uid, () => {
        const found = stub.indexes.get(uid)
        for (const id of body as string[]) found?.documents.delete(id)
        return found ? null : 'index_not_found'
      })
    case 'POST /indexes/:uid/documents/fetch': {
      if (!index) return notFound('index_not_found')
      const { offset, limit, fields } = strict(body, ['offset', 'limit', 'fields']) as { offset: number; limit: number; fields: string[] }
      const page = [...index.documents.values()].slice(offset, offset + limit)
      const results = page.map(document => Object.fromEntries(fields.map(field => [field, document[field]])))
      return { status: 200, body: { results, offset, limit, total: index.documents.size } }
    }
    case 'GET /tasks/:uid': {
      const task = stub.tasks[Number(uid)]
      if (!task) return notFound('task_not_found')
      const { status, error, indexUid, type } = task
      return { status: 200, body: { uid: Number(uid), status, error, indexUid, type } }
    }
    case 'POST /swap-indexes': {
      const [{ indexes: [first, second] = [] } = {}] = body as { indexes?: string[] }[]
      return enqueue('indexSwap', null, () => {
        const [one, two] = [stub.indexes.get(first ?? ''), stub.indexes.get(second ?? '')]
        if (!one || !two) return 'index_not_found'
        stub.indexes.set(first!, two)
        stub.indexes.set(second!, one)
        return null
      })
    }
    case 'POST /multi-search':
      return searchStub(stub.indexes, body)
    case 'GET /keys/:uid': {
      const known = stub.keys.find(candidate => candidate.uid === uid)
      return known ? { status: 200, body: known } : notFound('api_key_not_found')
    }
    case 'DELETE /keys/:uid':
      stub.keys = stub.keys.filter(candidate => candidate.uid !== uid)
      return { status: 204, body: undefined }
    case 'POST /keys': {
      if (stub.keys.some(candidate => candidate.uid === (body as Key).uid))
        return { status: 409, body: errorOf('api_key_already_exists', 'invalid_request') }
      const made = keyFor(strict(body, ['uid', 'name', 'actions', 'indexes', 'expiresAt']) as Omit<Key, 'key'>, randomUUID())
      stub.keys.push(made)
      return { status: 201, body: made }
    }
    default:
      throw new Error(`stub: nothing at ${route}`)
  }
}

/** A document to a missing index makes one, with default settings, where the key may make indexes. */
function addDocuments(stub: Stub, uid: string, documents: Record<string, unknown>[], key: string | undefined): string | null {
  let index = stub.indexes.get(uid)
  if (!index) {
    if (key !== stub.masterKey && !stub.keys.find(one => one.key === key)?.actions.includes('indexes.create')) return 'index_not_found'
    index = { documents: new Map(), settings: defaultSettings() }
    stub.indexes.set(uid, index)
  }
  if (documents.some(({ id }) => typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,511}$/.test(id))) return 'invalid_document_id'
  for (const document of documents) index.documents.set(String(document.id), structuredClone(document))
  return null
}

function accept(
  stub: Stub,
  { type, indexUid, work, by }: Pick<StubTask, 'type' | 'indexUid' | 'by'> & { work: () => string | null },
): Reply {
  const task: StubTask = { uid: stub.tasks.length, type, indexUid, status: 'enqueued', error: null, by, work }
  stub.tasks.push(task)
  setImmediate(() => proceed(stub))
  return { status: 202, body: { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: new Date().toISOString() } }
}

/** Carries out what is enqueued, in its order. */
export function proceed(stub: Stub): void {
  for (const task of stub.tasks) {
    if (task.status !== 'enqueued') continue
    const outcome = stub.outcome?.(task)
    if (outcome === 'hold') return
    if (outcome === 'canceled') task.status = 'canceled'
    else {
      const code = outcome ? outcome.code : task.work()
      task.status = code === null ? 'succeeded' : 'failed'
      task.error = code === null ? null : { code, type: outcome?.type ?? 'invalid_request', message: `stub: ${code}` }
    }
  }
}

/** The body, which must be an object of these members only. */
function strict(body: unknown, members: readonly string[]): Record<string, unknown> {
  for (const name of Object.keys(body as object)) if (!members.includes(name)) throw new Error(`stub: unknown member ${name}`)
  return body as Record<string, unknown>
}
