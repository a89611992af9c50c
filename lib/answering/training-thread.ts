import { parentPort, workerData } from 'node:worker_threads'
import { type TaughtArticle, trainFinder } from './train-finder.ts'

/** The thread in which a finder learns, so that no reader waits for it. */
const finder = trainFinder(workerData as TaughtArticle[])
parentPort?.postMessage(finder, [finder.classifier.weights.buffer as ArrayBuffer])
