import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { readBacklog } from '#lib/health/read-readiness.ts'
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
  return { contentType: registry.contentType, render: async () => wire.log.render() + (await registry.metrics()) }
}
