import { parentPort, workerData } from 'node:worker_threads'
import { applyOrganisation } from '#lib/organisation/apply-organisation.ts'
import type { Environment } from '../env.ts'
import { isIstokError } from '../errors.ts'
import { openIstok } from '../istok.ts'
import type { FromThread, ToThread } from './make-release.ts'
import { openPartner } from './open-partner.ts'
import { carryOut, carryOutPreview } from './thread-tasks.ts'
import { warmCompiler } from './warm-compiler.ts'

/** The thread in which a server makes its large releases, one after the other, on connections of its own. Before each transaction it asks the main thread for the turn to write. */
const istok = openIstok(workerData as Environment)
const partner = openPartner(istok)
let grant: (() => void) | undefined
let last: Promise<unknown> = Promise.resolve()

// The server's own thread moves the log into the database; a commit here must not wait for that.
istok.database.writer.sqlite.pragma('wal_autocheckpoint = 0')
// A large release reads thousands of revisions, and each again to write it.
istok.database.reader.sqlite.pragma('cache_size = -32768')

istok.database.gate = async () => {
  await new Promise<void>(resolve => {
    grant = resolve
    say({ turn: 'asked' })
  })
  return () => say({ turn: 'given back' })
}

parentPort?.on('message', (message: ToThread) => {
  if ('granted' in message) return grant?.()
  if ('warm' in message) {
    partner.warm()
    last = last.then(() => warmCompiler(istok))
  } else last = last.then(() => answer(message))
})

async function answer({ id, actor, task }: Extract<ToThread, { id: number }>): Promise<void> {
  try {
    applyOrganisation(istok)
    const done =
      task.kind === 'preview' ? await carryOutPreview(istok, actor, task) : await carryOut(istok, actor, task, partner.partnerFor(task))
    say({ id, done })
  } catch (error) {
    if (!isIstokError(error)) return say({ id, fault: error instanceof Error ? error.message : String(error) })
    const { cause: _, ...details } = error.details
    say({ id, refusal: { code: error.code, message: error.message, details } })
  }
}

function say(message: FromThread): void {
  parentPort?.postMessage(message)
}
