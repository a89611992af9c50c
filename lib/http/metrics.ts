import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { memoryOf } from '#lib/delivery/memory.ts'
import { readFigures } from '#lib/health/read-figures.ts'
import { readBacklog } from '#lib/health/read-readiness.ts'
import { readReplica } from '#lib/health/read-replica.ts'
import type { Wire } from './wire.ts'

/** Everything that /metrics says. */
export interface Metrics {
  contentType: string
  render(): Promise<string>
}

/** The metrics of one server: requests (counted by the request log), process and event loop (prom-client), outbox, and what the delivery knows. */
export function openMetrics(wire: Wire): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `istok_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  gauge('outbox_waiting', 'Rows of the outbox that wait to be sent.', () => readBacklog(wire.istok).waiting)
  gauge('outbox_oldest_seconds', 'Age of the oldest waiting row of the outbox.', () => readBacklog(wire.istok).oldestSeconds)
  if (wire.istok.env.meiliUrl !== undefined) {
    const replica = () => readReplica(wire.istok)
    gauge('search_replica_answers', 'Whether questions go to Meilisearch: 1 or 0.', () => (replica()?.answers ? 1 : 0))
    gauge('search_replica_waiting', 'Changes that Meilisearch does not have yet.', () => replica()?.waiting ?? 0)
    gauge('search_replica_oldest_seconds', 'Age of the oldest of them.', () => replica()?.oldestSeconds ?? 0)
    gauge('search_replica_dead', 'Changes that Meilisearch refuses.', () => replica()?.dead ?? 0)
  }
  gauge('release', 'Number of the newest release.', () => readFigures(wire.istok).release)
  gauge('feed_seq', 'Number of the newest change in the feed.', () => readFigures(wire.istok).feedSeq)
  gauge('database_bytes', 'Size of the database file.', () => readFigures(wire.istok).databaseBytes)
  gauge('wal_bytes', 'Size of the write-ahead log.', () => readFigures(wire.istok).walBytes)
  gauge('memory_answers', 'Answers kept ready in memory.', () => memoryOf(wire.istok).counts().answers)
  gauge('memory_replies', 'Lists and pages kept ready in memory.', () => memoryOf(wire.istok).counts().replies)
  gauge('memory_bytes', 'Bytes of ready replies in memory.', () => memoryOf(wire.istok).counts().bytes)
  gauge('memory_hits', 'Requests answered from ready bytes since the start, without the router.', () => wire.log.readyReplies)
  return { contentType: registry.contentType, render: async () => wire.log.render() + (await registry.metrics()) }
}
