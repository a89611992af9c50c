import { Worker } from 'node:worker_threads'
import { keepTurn } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { now } from '../clock.ts'
import { type ErrorCode, type ErrorDetails, IstokError, refusedAgain } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { ReleasePreview } from './compile-preview.ts'
import { isLarge } from './is-large.ts'
import { carryOut, carryOutPreview, type PreviewableTask, type PreviewTask, type ReleaseTask } from './thread-tasks.ts'
import type { Release } from './write-change.ts'

/** Milliseconds after which an idle thread is ended, to give its memory back. */
const idleLimit = 300_000

/** Milliseconds between two warnings of a thread that a release may follow. */
const warmEvery = 5000

/** Megabytes for young objects in the thread: compiling makes and drops much, and a small nursery would be emptied all the time. */
const youngGeneration = 96

/** What goes to the thread and what comes back from it. */
export type ToThread = { id: number; actor: Actor; task: ReleaseTask | PreviewTask } | { granted: true } | { warm: true }
export type FromThread =
  | { id: number; done: Release | ReleasePreview }
  | { id: number; refusal: { code: ErrorCode; message: string; details: ErrorDetails } }
  | { id: number; fault: string }
  | { turn: 'asked' | 'given back' }

interface ReleaseThread {
  run<Task extends ReleaseTask | PreviewTask>(actor: Actor, task: Task): Promise<DoneBy<Task>>
  warm(): void
  stop(): Promise<void>
}

type DoneBy<Task> = Task extends PreviewTask ? ReleasePreview : Release

const threads = new WeakMap<Istok, ReleaseThread>()

/** Makes a release: a large one in the release thread where a server has one, so that readers never wait for it. Throws as carryOut does. */
export async function makeRelease(istok: Istok, actor: Actor, task: ReleaseTask): Promise<Release> {
  const thread = threads.get(istok)
  return thread && isLarge(istok, task) ? thread.run(actor, task) : carryOut(istok, actor, task)
}

/** Says what a release would change, in the same thread when it is large. Throws what reading the task throws. */
export async function makePreview(istok: Istok, actor: Actor, of: PreviewableTask, at: number | null): Promise<ReleasePreview> {
  const thread = threads.get(istok)
  const task: PreviewTask = { kind: 'preview', of, at }
  return thread && isLarge(istok, of) ? thread.run(actor, task) : carryOutPreview(istok, actor, task)
}

/** Somebody writes drafts, so a release may follow: the thread for large ones is started and warmed beside the requests. Does nothing where there is none. */
export function expectRelease(istok: Istok): void {
  threads.get(istok)?.warm()
}

/** Gives this process a thread for large releases, started with the first of them. Returns what stops it; a release that runs is finished or leaves nothing. */
export function openReleaseThread(istok: Istok): () => Promise<void> {
  const thread = releaseThread(istok)
  threads.set(istok, thread)
  return async () => {
    threads.delete(istok)
    await thread.stop()
  }
}

function releaseThread(istok: Istok): ReleaseThread {
  const waiting = new Map<number, { resolve: (done: never) => void; reject: (error: unknown) => void }>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let count = 0
  let warmedAt = 0
  let giveBack: (() => void) | undefined

  const lose = (error: unknown) => {
    giveBack?.()
    worker = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const hear = (message: FromThread) => {
    if ('turn' in message) {
      if (message.turn === 'given back') giveBack?.()
      else void keepTurn(istok.database, () => lendTurn(worker, done => (giveBack = done)))
      return
    }
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (waiting.size === 0) endWhenIdle()
    if ('done' in message) asker?.resolve(message.done as never)
    else if ('refusal' in message) asker?.reject(refusedAgain(message.refusal))
    else asker?.reject(new Error(message.fault))
  }
  const endWhenIdle = () => {
    clearTimeout(idle)
    idle = setTimeout(() => void worker?.terminate(), idleLimit).unref()
  }
  const start = () => {
    const started = new Worker(new URL('./release-thread.ts', import.meta.url), {
      workerData: istok.env,
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    })
    started.unref()
    started.on('message', hear)
    started.on('error', error => lose(new IstokError('internal', 'The release thread failed; nothing was changed', { cause: error })))
    started.on('exit', () => {
      if (worker === started) lose(new IstokError('internal', 'The release thread ended; try again', { status: 503 }))
    })
    return started
  }
  return {
    warm() {
      if (waiting.size > 0 || now() - warmedAt < warmEvery) return
      warmedAt = now()
      endWhenIdle()
      worker ??= start()
      const message: ToThread = { warm: true }
      worker.postMessage(message)
    },
    run(actor, task) {
      clearTimeout(idle)
      worker ??= start()
      const id = ++count
      const message: ToThread = { id, actor, task }
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        worker?.postMessage(message)
      })
    },
    async stop() {
      clearTimeout(idle)
      await Promise.allSettled([istok.database.queue])
      await worker?.terminate()
    },
  }
}

/** The writers of this process wait until the thread gives the turn back, or is gone. */
function lendTurn(worker: Worker | undefined, keep: (done: () => void) => void): Promise<void> {
  return new Promise(resolve => {
    keep(resolve)
    const granted: ToThread = { granted: true }
    if (worker) worker.postMessage(granted)
    else resolve()
  })
}
