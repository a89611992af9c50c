import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { rehearse } from '#lib/answering/rehearse.ts'
import { startWarming } from '#lib/answering/start-warming.ts'
import { failInterruptedImports } from '#lib/exchange/fail-interrupted-imports.ts'
import type { ImportReport } from '#lib/exchange/import-report.ts'
import { loadDemo } from '#lib/exchange/load-demo.ts'
import { startForgetting } from '#lib/learning/forget-old.ts'
import { searchLogOf } from '#lib/learning/search-log.ts'
import { openReleaseThread } from '#lib/release/make-release.ts'
import { startScheduler } from '#lib/release/start-scheduler.ts'
import { startSearch } from '#lib/search/start-search.ts'
import type { Environment } from '../env.ts'
import { type Istok, openIstok, startUpkeep } from '../istok.ts'
import { shareIstok } from '../shared-istok.ts'
import { buildApp, openWire } from './app.ts'
import { openServer } from './open-server.ts'
import { openStudio } from './studio.ts'
import type { Wire } from './wire.ts'

/** A started process. */
export interface Started {
  istok: Istok
  /** Where it answers, e.g. http://127.0.0.1:3000. */
  address: string
  /** What the first start loaded; null: nothing. */
  demo: ImportReport | null
  /** Resolves when the studio is there, or will not come. */
  studio: Promise<void>
  /** Ends it: /readyz says so first, requests in flight are answered, streams end, the log of the database is emptied into its file. At most ten seconds. */
  stop(): Promise<void>
}

/** Milliseconds in which a balancer may notice that the process is going before it refuses connections; and until connections are cut. */
const notice = 300
const patience = 8000

/** Opens everything that `env.role` asks for and listens. Throws an Error with one line when the data directory, the secret or the port cannot be used. */
export async function startServer(env: Environment, { root, dev }: { root: string; dev: boolean }): Promise<Started> {
  const istok = openIstok(env)
  shareIstok(istok)
  await failInterruptedImports(istok)
  const demo = env.role === 'wire' ? null : await loadDemo(istok, join(root, 'content'))
  const wire = openWire(istok)
  const studio = env.role === 'all' || env.role === 'studio' ? openStudio(wire, root, dev) : undefined
  const server = openServer(wire, buildApp(wire), studio)
  if (env.role !== 'worker') await rehearse(istok)
  try {
    await listen(server, env)
  } catch (error) {
    istok.database.close()
    throw error
  }
  const stopCheckpoints = startUpkeep(istok)
  const stopReleaseThread = openReleaseThread(istok)
  const stopScheduler = env.role === 'all' || env.role === 'worker' ? startScheduler(istok) : async () => undefined
  const stopSearch = startSearch(istok)
  const stopWarming = startWarming(istok)
  const stopForgetting = env.role === 'all' || env.role === 'worker' ? startForgetting(istok) : () => undefined
  const stopLearning = async () => {
    stopWarming()
    stopForgetting()
    await searchLogOf(istok).flush(true)
  }
  const loading = studio?.start() ?? Promise.resolve()
  let stopping: Promise<void> | undefined
  return {
    istok,
    demo,
    address: `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${env.port}`,
    studio: loading,
    stop() {
      stopping ??= stopServer(wire, server, [
        stopLearning,
        stopScheduler,
        stopSearch,
        stopReleaseThread,
        stopCheckpoints,
        async () => studio?.stop(),
      ])
      return stopping
    },
  }
}

/** Listens; port 0 becomes the port that the system gave, in the public address too. */
function listen(server: Server, env: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? `port ${env.port} is taken: set PORT to another one` : error.message
      reject(new Error(reason, { cause: error }))
    })
    server.listen(env.port, env.host, () => {
      const { port } = server.address() as AddressInfo
      if (env.port === 0) {
        env.port = port
        env.publicUrl = env.publicUrl.replace(/:0$/, `:${port}`)
      }
      resolve()
    })
  })
}

async function stopServer(wire: Wire, server: Server, others: (() => Promise<unknown>)[]): Promise<void> {
  const { istok, state, log } = wire
  state.stopping.abort()
  await pause(notice)
  const closed = new Promise(resolve => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const cut = setTimeout(() => server.closeAllConnections(), patience)
  await closed
  clearInterval(idle)
  clearTimeout(cut)
  await Promise.race([Promise.allSettled(others.map(stop => stop())), pause(1000)])
  await istok.database.queue
  log.flush()
  istok.log.flush()
  istok.database.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  istok.database.close()
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
