import { parentPort } from 'node:worker_threads'
import { connectToRead } from '#db/connect.ts'
import { openFeatureMemory } from './feature-memory.ts'
import { readTaughtArticles, type TaughtPlace } from './read-taught-articles.ts'
import { type AnswerFinder, trainFinder } from './train-finder.ts'

/** What a thread is asked to learn: what a channel says, read from the database file. */
export interface Lecture extends TaughtPlace {
  id: number
  file: string
}

export type Learned = { id: number; finder: AnswerFinder } | { id: number; fault: string }

/** The thread in which finders learn, so that no reader waits: it reads the articles itself and gives the arrays of the finder away without copying. */
const memory = openFeatureMemory()

parentPort?.on('message', ({ id, file, ...place }: Lecture) => {
  try {
    const finder = learn(file, place)
    parentPort?.postMessage({ id, finder } satisfies Learned, arraysOf(finder))
  } catch (error) {
    parentPort?.postMessage({ id, fault: error instanceof Error ? error.message : String(error) } satisfies Learned)
  }
})

function learn(file: string, place: TaughtPlace): AnswerFinder {
  const sqlite = connectToRead(file)
  try {
    return trainFinder([...readTaughtArticles({ sqlite }, place)], memory.read)
  } finally {
    memory.forgetUnread()
    sqlite.close()
  }
}

function arraysOf({ space, rarity, classifier, exact }: AnswerFinder): ArrayBuffer[] {
  const arrays = [space.hashes, space.frequencies, space.places, rarity.byFeature, classifier.starts, classifier.labels, classifier.weights]
  return [...arrays, exact.hashes, exact.labels].map(({ buffer }) => buffer as ArrayBuffer)
}
