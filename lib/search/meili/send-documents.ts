import type { Database } from '#db/open.ts'
import type { LiveKey } from '../stored/read-live-terms.ts'
import { audiences } from '../stored/write-terms.ts'
import { documentId, isSendable, type MeiliDocument, outboxKeyOf, readDocuments } from './documents.ts'
import type { MeiliClient, MeiliTask } from './meili-client.ts'
import { MeiliFault } from './request.ts'

/** What those who send share. */
export interface Sending {
  database: Database
  client: MeiliClient
  /** Waits until the task has ended. Throws where that cannot be learnt. */
  wait(task: number): Promise<MeiliTask>
  /** Prolongs the right to be the only one who sends; false: another one has it. */
  owns(): Promise<boolean>
}

/** Throws ReplicaFault `lease` for whoever comes back after a pause in which another one took over: what it has read may be older than what was sent since. */
export async function mustOwn({ owns }: Pick<Sending, 'owns'>): Promise<void> {
  if (!(await owns())) throw new ReplicaFault('lease', 'Another process sends now')
}

/** A translation that Meilisearch does not take, by its outbox key, with the reason. */
export type Refused = Map<string, string>

/** A failure that concerns the server, the way to it or who may send, not what was sent. */
export class ReplicaFault extends Error {
  readonly reason: 'index' | 'wiped' | 'canceled' | 'internal' | 'lease'

  constructor(reason: ReplicaFault['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

/** Bytes of one request; Meilisearch takes 100 MB, a proxy before it may take less. */
const mostBytes = 4 * 1024 * 1024

/**
 * Sends the current state of translations to an index and waits until Meilisearch has taken it over: documents where somebody says them, removals where nobody
 * does. Returns those that it refuses: a batch that fails is halved until the one is found. Throws MeiliFault or ReplicaFault for everything else.
 */
export async function sendTranslations(sending: Sending, index: string, keys: readonly LiveKey[]): Promise<Refused> {
  const refused: Refused = new Map()
  const good = keys.filter(key => {
    if (isSendable(documentId(key, 'internal'))) return true
    refused.set(outboxKeyOf(key), 'Meilisearch takes ids of Latin letters, digits, - and _ only')
    return false
  })
  const read = good.map(key => ({ key, documents: readDocuments(sending.database, key) }))
  const gone = read.flatMap(({ key, documents }) =>
    audiences.map(audience => documentId(key, audience)).filter(id => !documents.some(document => document.id === id)),
  )
  for (const part of partsOf(read)) await put(sending, index, part, refused)
  if (gone.length > 0) await mustOwn(sending)
  if (gone.length > 0) await carried(sending, await sending.client.remove(index, gone))
  return refused
}

interface Read {
  key: LiveKey
  documents: MeiliDocument[]
}

function partsOf(read: readonly Read[]): Read[][] {
  const parts: Read[][] = []
  let room = 0
  for (const one of read) {
    if (one.documents.length === 0) continue
    const size = JSON.stringify(one.documents).length * 2
    if (size > room) {
      parts.push([])
      room = mostBytes
    }
    parts.at(-1)!.push(one)
    room -= size
  }
  return parts
}

async function put(sending: Sending, index: string, part: readonly Read[], refused: Refused): Promise<void> {
  const documents = part.flatMap(one => one.documents)
  if (documents.length === 0) return
  await mustOwn(sending)
  const reason = await tryPut(sending, index, documents)
  if (reason === null) return
  const [first] = part
  if (part.length === 1 && first) {
    refused.set(outboxKeyOf(first.key), reason)
    return
  }
  const middle = Math.ceil(part.length / 2)
  await put(sending, index, part.slice(0, middle), refused)
  await put(sending, index, part.slice(middle), refused)
}

/** null: taken over; else why these documents are refused. */
async function tryPut(sending: Sending, index: string, documents: MeiliDocument[]): Promise<string | null> {
  try {
    await carried(sending, await sending.client.put(index, documents))
    return null
  } catch (error) {
    if (error instanceof RefusedDocuments) return error.message
    if (error instanceof MeiliFault && !error.passes && isAboutDocuments(error)) return error.message
    throw error
  }
}

/** Refusals of what was sent: too large, or not to be read. Keys, rights and missing indexes are not among them. */
function isAboutDocuments({ status, code }: MeiliFault): boolean {
  return status === 413 || ((status === 400 || status === 422) && /document|payload|primary_key/.test(code))
}

class RefusedDocuments extends Error {}

/** Waits for a task to succeed. */
async function carried({ wait }: Sending, uid: number): Promise<void> {
  const { status, error } = await wait(uid)
  if (status === 'succeeded') return
  const text = error ? `${error.code}: ${error.message}` : status
  if (status === 'canceled') throw new ReplicaFault('canceled', `Task ${uid} was canceled`)
  if (error?.code === 'index_not_found') throw new ReplicaFault('index', text)
  if (error?.type === 'invalid_request') throw new RefusedDocuments(text.slice(0, 400))
  throw new ReplicaFault('internal', text)
}

/** Waits for a task that is not about documents. */
export async function finish({ wait }: Pick<Sending, 'wait'>, uid: number): Promise<void> {
  const { status, error } = await wait(uid)
  if (status === 'succeeded' || error?.code === 'index_already_exists') return
  throw new ReplicaFault(
    error?.code === 'index_not_found' ? 'index' : 'internal',
    `Task ${uid} ${status}: ${error?.code ?? ''} ${error?.message ?? ''}`,
  )
}
