import { type Database, openDatabase } from '#db/open.ts'
import { startCheckpoints } from '#db/start-checkpoints.ts'
import { applyOrganisation } from '#lib/organisation/apply-organisation.ts'
import type { Environment } from './env.ts'
import { type Log, openLog } from './log.ts'
import { readSecret } from './secret.ts'

/** What every use case gets first: the opened process. There is one in a running server and one in each test. */
export interface Istok {
  env: Environment
  database: Database
  log: Log
  /** Signs sessions and keys the HMACs. Never logged. */
  secret: string
}

/** Starts what a long-running process does beside its requests: the database's log is emptied where no request waits for it. Returns what stops it. */
export function startUpkeep({ database }: Istok): () => Promise<void> {
  return startCheckpoints(database)
}

/** Opens database, log and secret for `env`; the organisation's own time zone and locales go before the environment's. Throws an Error with one line when the data directory or the secret cannot be used. */
export function openIstok(env: Environment): Istok {
  const database = openDatabase(env.dataDir)
  const istok = { env: { ...env }, database, log: openLog(env.logLevel), secret: env.secret ?? readSecret(env.dataDir) }
  applyOrganisation(istok)
  return istok
}
