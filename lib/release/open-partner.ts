import { Worker } from 'node:worker_threads'
import type { Istok } from '../istok.ts'
import type { CompiledPart, Partner } from './compile-change.ts'
import { newestRelease } from './newest-release.ts'
import { type PackedPart, unpackPart } from './pack-part.ts'
import type { ReleaseTask } from './thread-tasks.ts'

export type PartRequest = { id: number; task: ReleaseTask; base: number; instant: number; claims: SharedArrayBuffer } | { warm: true }
/** A piece of the part; at the end whether that was all, or what came is not to be used. */
export type PartAnswer = { id: number; piece: PackedPart } | { id: number; isDone: boolean }

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
  const waiting = new Map<number, { pieces: CompiledPart[]; answer: (pieces: CompiledPart[] | null) => void }>()
  let worker: Worker | undefined
  let count = 0
  const lose = () => {
    worker = undefined
    for (const { answer } of waiting.values()) answer(null)
    waiting.clear()
  }
  const started = () => {
    if (worker) return worker
    worker = new Worker(new URL('./compile-thread.ts', import.meta.url), {
      workerData: istok.env,
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    })
    worker.on('message', (message: PartAnswer) => {
      const asked = waiting.get(message.id)
      if ('piece' in message) return asked?.pieces.push(unpackPart(message.piece))
      asked?.answer(message.isDone ? asked.pieces : null)
      waiting.delete(message.id)
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
      const pieces = new Promise<CompiledPart[] | null>(answer => waiting.set(id, { pieces: [], answer }))
      ask({ id, task, base: newestRelease(istok.database.reader.orm).number, instant, claims })
      return pieces
    },
  }
}
