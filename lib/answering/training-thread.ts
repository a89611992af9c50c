import { parentPort } from 'node:worker_threads'
import { type AnswerFinder, type TaughtArticle, trainFinder } from './train-finder.ts'

/** A finder in messages that are quick to read: some features, some phrasings, at last everything else. */
export interface FinderPart {
  ids?: [string, number][]
  exact?: [string, number][]
  rest?: Omit<AnswerFinder, 'exact' | 'space'> & { space: Omit<AnswerFinder['space'], 'ids'> }
}

/** Entries of one message, about a millisecond to read. */
const slice = 2000

/** The thread in which a finder learns, so that no reader waits for it: takes articles in slices, then null, and answers with the finder in parts. */
const articles: TaughtArticle[] = []
parentPort?.on('message', (given: TaughtArticle[] | null) => {
  if (given) articles.push(...given)
  else send(trainFinder(articles))
})

function send({ exact, space: { ids, ...space }, ...finder }: AnswerFinder): void {
  for (const part of slices([...ids])) parentPort?.postMessage({ ids: part } satisfies FinderPart)
  for (const part of slices([...exact])) parentPort?.postMessage({ exact: part } satisfies FinderPart)
  parentPort?.postMessage({ rest: { ...finder, space } } satisfies FinderPart, [finder.classifier.weights.buffer as ArrayBuffer])
}

function* slices<Item>(items: Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += slice) yield items.slice(at, at + slice)
}
