import type { Classifier } from './classifier.ts'
import { trainApart } from './train-apart.ts'
import { trainTogether } from './train-together.ts'
import type { TrainingSet } from './training-set.ts'

/** Up to this many classes all of them are taught together. */
export const fewClasses = 200
/** Of more texts than this each is looked at less often, and one fold is tried out. */
export const manyTexts = 4000

/** A classifier of the chosen texts. Deterministic. `epochs`: how often each text is looked at. */
export function trainClassifier(set: TrainingSet, epochs: number): Classifier {
  return set.classes > fewClasses ? trainApart(set, epochs) : trainTogether(set, epochs)
}
