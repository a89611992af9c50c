import { parentPort, workerData } from 'node:worker_threads'
import { applyOrganisation } from '#lib/organisation/apply-organisation.ts'
import type { Environment } from '../env.ts'
import { openIstok } from '../istok.ts'
import { compilePart } from './compile-change.ts'
import { newestRelease } from './newest-release.ts'
import type { PartAnswer, PartRequest } from './open-partner.ts'
import { packPart } from './pack-part.ts'
import { changeOf } from './thread-tasks.ts'
import { warmCompiler } from './warm-compiler.ts'

/** The thread that compiles its part of a large release for the release thread; it writes nothing. */
const istok = openIstok(workerData as Environment)

parentPort?.on('message', async (request: PartRequest) => {
  if ('warm' in request) return warmCompiler(istok)
  const part = await compileFor(request).catch(() => null)
  const answer: PartAnswer = { id: request.id, part }
  parentPort?.postMessage(answer, part ? [part.bytes] : [])
})

/** Null when the newest release is not the one that the asker saw. */
async function compileFor({ task, base, instant, claims }: Exclude<PartRequest, { warm: true }>) {
  applyOrganisation(istok)
  const change = await changeOf(istok, task)
  return newestRelease(istok.database.reader.orm).number === base ? packPart(await compilePart(istok, change, instant, claims)) : null
}
