import type { Actor } from '#lib/access/actor.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { readChanges } from '#lib/delivery/read-changes.ts'
import { IstokError } from '../errors.ts'
import { authenticate } from './authenticate.ts'
import type { Wire } from './wire.ts'

/** Milliseconds between signs of life; proxies give up after 30 s or more. API.md: at most 25 s. */
const heartbeat = 15_000
/** Streams that one caller, and all together, may hold open. */
const perCaller = 50
const inAll = 2000

const open = new WeakMap<Wire, Map<string, number>>()

/**
 * The changes of a channel after `cursor` as server-sent events, and those to come, until the caller leaves, loses the right or the process stops. Throws
 * what readChanges throws before the first byte; rate_limited when the caller holds too many streams.
 */
export async function streamChanges(wire: Wire, actor: Actor, channel: string, cursor: string | null, request: Request): Promise<Response> {
  await readChanges(wire.istok, { channel, after: cursor, limit: 1 })
  const leave = enter(wire, actor)
  const memory = memoryOf(wire.istok)
  const release = String(memory.release)
  let end = leave
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const session = openSession(wire, channel, cursor, controller, () => end())
      const unsubscribe = memory.subscribe(session.pump)
      const timer = setInterval(
        () => void keepAlive(wire, actor, request).then(stays => (stays ? session.say(': heartbeat\n\n') : end())),
        heartbeat,
      ).unref()
      const { signal } = wire.state.stopping
      end = () => {
        end = () => undefined
        leave()
        unsubscribe()
        clearInterval(timer)
        signal.removeEventListener('abort', stop)
        session.close()
      }
      const stop = () => end()
      signal.addEventListener('abort', stop)
      session.say('retry: 3000\n: changes follow\n\n')
      session.pump()
    },
    cancel: () => end(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-store',
      'X-Accel-Buffering': 'no',
      'Istok-Release': release,
    },
  })
}

function enter(wire: Wire, actor: Actor): () => void {
  const counts = open.get(wire) ?? new Map<string, number>()
  open.set(wire, counts)
  const mine = counts.get(actor.id) ?? 0
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (mine >= perCaller || all >= inAll)
    throw new IstokError('rate_limited', 'Too many open streams: share one among your readers', { headers: { 'Retry-After': '10' } })
  counts.set(actor.id, mine + 1)
  return () => {
    const left = (counts.get(actor.id) ?? 1) - 1
    if (left > 0) counts.set(actor.id, left)
    else counts.delete(actor.id)
  }
}

/** Whether whoever opened the stream still is who he was: a revoked key must not go on listening. */
async function keepAlive(wire: Wire, actor: Actor, request: Request): Promise<boolean> {
  const now = await authenticate(wire.istok, request).catch(() => null)
  return now?.id === actor.id
}

/** Writes the events of one stream; `fail` is called when the feed cannot be read any more. */
function openSession(
  wire: Wire,
  channel: string,
  cursor: string | null,
  controller: ReadableStreamDefaultController<Uint8Array>,
  fail: () => void,
) {
  const encoder = new TextEncoder()
  let after = cursor
  let closed = false
  let pumping = false
  let again = false
  return { say, pump, close }

  function say(text: string): void {
    if (!closed) controller.enqueue(encoder.encode(text))
  }

  /** Sends everything after the cursor; a call while it sends makes it look once more. */
  function pump(): void {
    again = true
    if (pumping) return
    pumping = true
    void send()
      .catch((error: unknown) => {
        wire.istok.log.warn({ err: error }, 'a stream of changes ended early')
        fail()
      })
      .finally(() => {
        pumping = false
      })
  }

  async function send(): Promise<void> {
    while (again && !closed) {
      again = false
      const page = await readChanges(wire.istok, { channel, after, limit: 200 })
      for (const item of page.items) say(`id: ${item.seq}\nevent: release\ndata: ${JSON.stringify(item)}\n\n`)
      after = page.nextCursor
      again ||= page.hasMore
      while (!closed && (controller.desiredSize ?? 1) < -1000) await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  function close(): void {
    if (closed) return
    closed = true
    try {
      controller.close()
    } catch {
      // the caller has left already
    }
  }
}
