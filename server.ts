import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/** Starts Istok: one process, one port. `--dev` compiles the studio's pages as they are asked for. A bad variable ends the start with one line. */
const started = performance.now()
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) fail(`Node ${process.versions.node} is too old: Istok needs Node 24; start it with npm run start, which brings its own`)

keepCompiled(process.env.ISTOK_DATA_DIR ?? 'data')

try {
  // The environment first: what is wrong with it is said before the rest is loaded.
  const { readEnvironment } = await import('#lib/env.ts')
  const env = readEnvironment()
  const { startServer } = await import('#lib/http/start-server.ts')
  const { welcome } = await import('#lib/http/welcome.ts')
  const server = await startServer(env, { root: import.meta.dirname, dev: process.argv.includes('--dev') })
  const { istok, address } = server
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`Istok answers at ${istok.env.publicUrl} (${address}, role ${env.role}, ready in ${seconds} s)`)
  console.log(welcome(server))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void server.stop().then(
        () => process.exit(0),
        error => fail(error instanceof Error ? error.message : String(error)),
      )
    })
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}

/** Modules that are compiled once are not compiled again at the next start, nor in threads: a third of the processor time of a start. The first start has no directory yet. */
function keepCompiled(dataDir: string): void {
  if (process.env.NODE_COMPILE_CACHE !== undefined || !existsSync(dataDir)) return
  const directory = join(dataDir, 'compiled')
  process.env.NODE_COMPILE_CACHE = directory
  enableCompileCache(directory)
}

function fail(message: string): never {
  console.error(`istok: ${message.split('\n', 1)[0]}`)
  process.exit(1)
}
