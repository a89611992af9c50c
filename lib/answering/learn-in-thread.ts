import { Worker } from 'node:worker_threads'
import { type AnswerFinder, type TaughtArticle, trainFinder } from './train-finder.ts'
import type { FinderPart } from './training-thread.ts'

/** Up to so many articles a finder is trained at once; a thread would take longer to start. */
export const fewArticles = 20
/** Megabytes of a thread beside its weights; it ends with an error before it takes more. */
const mostMemory = 768
/** Articles in one message to the thread: what is copied in one go is copied while everybody waits, about 5 ms. */
const slice = 100

/** A finder of these articles, trained in a thread; nobody is kept waiting for more than some milliseconds. */
export async function learnInThread(articles: TaughtArticle[]): Promise<AnswerFinder> {
  if (articles.length <= fewArticles) return trainFinder(articles)
  const worker = new Worker(new URL('./training-thread.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
  worker.unref()
  try {
    const finder = receive(worker)
    // Whoever waits for the finder hears of a failure of the thread; here it must not be an unhandled one.
    finder.catch(() => undefined)
    for (let at = 0; at < articles.length; at += slice) {
      worker.postMessage(articles.slice(at, at + slice))
      await new Promise(resolve => setImmediate(resolve))
    }
    worker.postMessage(null)
    return await finder
  } finally {
    void worker.terminate()
  }
}

/** Puts the finder together from the parts in which it comes. */
function receive(worker: Worker): Promise<AnswerFinder> {
  const ids = new Map<string, number>()
  const exact = new Map<string, number>()
  return new Promise((resolve, reject) => {
    worker.on('message', (part: FinderPart) => {
      for (const [feature, id] of part.ids ?? []) ids.set(feature, id)
      for (const [words, label] of part.exact ?? []) exact.set(words, label)
      if (part.rest) resolve({ ...part.rest, exact, space: { ...part.rest.space, ids } })
    })
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`The training thread ended with ${code}`)))
  })
}
