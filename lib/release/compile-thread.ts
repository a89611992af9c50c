import { parentPort, workerData } from 'node:worker_threads'
import { applyOrganisation } from '#lib/organisation/apply-organisation.ts'
import type { Environment } from '../env.ts'
import { openIstok } from '../istok.ts'
import { compilePieces } from './compile-change.ts'
import { newestRelease } from './newest-release.ts'
import type { PartAnswer, PartRequest } from './open-partner.ts'
import { packPart } from './pack-part.ts'
import { changeOf } from './thread-tasks.ts'
import { warmCompiler } from './warm-compiler.ts'

/** The thread that compiles its part of a large release for the release thread; it writes nothing. */
const istok = openIstok(workerData as Environment)

parentPort?.on('message', async (request: PartRequest) => {
  if ('warm' in request) return warmCompiler(istok)
  const isDone = await compileFor(request).catch(() => false)
  say({ id: request.id, isDone })
})

/** Hands over piece by piece. Returns false when the newest release is not the one that the asker saw. */
async function compileFor({ id, task, base, instant, claims }: Exclude<PartRequest, { warm: true }>): Promise<boolean> {
  applyOrganisation(istok)
  const change = await changeOf(istok, task)
  if (newestRelease(istok.database.reader.orm).number !== base) return false
  for await (const piece of compilePieces(istok, change, instant, claims)) {
    const packed = packPart(piece)
    say({ id, piece: packed }, [packed.bytes])
  }
  return true
}

function say(answer: PartAnswer, handedOver: ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, handedOver)
}
