import { Worker } from 'node:worker_threads'
import type { TaughtPlace } from './read-taught-articles.ts'
import type { AnswerFinder } from './train-finder.ts'
import type { Learned, Lecture } from './training-thread.ts'

/** Megabytes of a thread beside its arrays; it ends with an error before it takes more. */
const mostMemory = 768
/** Milliseconds after which an idle thread is ended, to give its memory back. */
const idleLimit = 60_000

interface Waiting {
  resolve: (finder: AnswerFinder) => void
  reject: (error: Error) => void
}

const waiting = new Map<number, Waiting>()
let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
let count = 0

/** A finder of what a channel says, read and trained in a thread of its own, one after the other; nobody is kept waiting but the asker. */
export function learnInThread(file: string, place: TaughtPlace): Promise<AnswerFinder> {
  clearTimeout(idle)
  worker ??= start()
  const id = ++count
  const finder = new Promise<AnswerFinder>((resolve, reject) => waiting.set(id, { resolve, reject }))
  worker.postMessage({ id, file, ...place } satisfies Lecture)
  return finder
}

function start(): Worker {
  const started = new Worker(new URL('./training-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
  started.unref()
  started.on('message', hear)
  started.on('error', error => lose(started, error))
  started.on('exit', code => lose(started, new Error(`The training thread ended with ${code}`)))
  return started
}

function hear(message: Learned): void {
  const asker = waiting.get(message.id)
  waiting.delete(message.id)
  if (waiting.size === 0) idle = setTimeout(() => void worker?.terminate(), idleLimit).unref()
  if ('finder' in message) asker?.resolve(message.finder)
  else asker?.reject(new Error(message.fault))
}

function lose(lost: Worker, error: Error): void {
  if (worker !== lost) return
  worker = undefined
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}
