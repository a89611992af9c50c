import { Worker } from 'node:worker_threads'
import type { Istok } from '../istok.ts'
import type { Partner } from './compile-change.ts'
import { newestRelease } from './newest-release.ts'
import { type PackedPart, unpackPart } from './pack-part.ts'
import type { ReleaseTask } from './thread-tasks.ts'

export type PartRequest = { id: number; task: ReleaseTask; base: number; instant: number; claims: SharedArrayBuffer } | { warm: true }
export interface PartAnswer {
  id: number
  part: PackedPart | null
}

/** Megabytes for young objects: compiling makes and drops much, and a small nursery would be emptied all the time. */
const youngGeneration = 64

/** A thread beside this one that shares the compiling of a large release. A partner that fails answers null, and its part is compiled here. */
export interface PartnerThread {
  partnerFor(task: ReleaseTask): Partner
  warm(): void
  stop(): Promise<void>
}

/** Starts the partner with the first request; it ends with this thread. */
export function openPartner(istok: Istok): PartnerThread {
  const waiting = new Map<number, (part: PackedPart | null) => void>()
  let worker: Worker | undefined
  let count = 0
  const lose = () => {
    worker = undefined
    for (const answer of waiting.values()) answer(null)
    waiting.clear()
  }
  const started = () => {
    if (worker) return worker
    worker = new Worker(new URL('./compile-thread.ts', import.meta.url), {
      workerData: istok.env,
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    })
    worker.on('message', ({ id, part }: PartAnswer) => {
      waiting.get(id)?.(part)
      waiting.delete(id)
    })
    worker.on('error', lose)
    worker.on('exit', lose)
    worker.unref()
    return worker
  }
  const ask = (request: PartRequest) => started().postMessage(request)
  return {
    warm: () => ask({ warm: true }),
    stop: async () => void (await worker?.terminate()),
    partnerFor: task => async (instant, claims) => {
      const id = ++count
      const answer = new Promise<PackedPart | null>(resolve => waiting.set(id, resolve))
      ask({ id, task, base: newestRelease(istok.database.reader.orm).number, instant, claims })
      const part = await answer
      return part && unpackPart(part)
    },
  }
}
