import { type ClassEntry, type ClassLists, joinLists } from './class-lists.ts'
import type { Rivals } from './find-rivals.ts'
import { classSizes, eachText, featuresOf, type TrainingSet, textsByClass } from './training-set.ts'

/** Weights of all classes together, 9 bytes each while they are trained; beyond it classes keep their heaviest. */
const mostEntries = 12_000_000
/** Up to so many classes each gets weights for the features of the texts that are mistaken for its own most easily. */
const fewEnoughToWiden = 3000

/** The mean vector of each class, by its heaviest features. */
export function meanLists(set: TrainingSet): ClassLists {
  const { classes, weights: shares } = set
  const most = Math.max(64, Math.floor(mostEntries / Math.max(1, classes)))
  const sizes = classSizes(set)
  const { starts, texts } = textsByClass(set)
  const dense = new Float32Array(featuresOf(set))
  const lists: ClassEntry[][] = []
  for (let label = 0; label < classes; label++) {
    const met: number[] = []
    const own = texts.subarray(starts[label]!, starts[label + 1]!)
    eachText(
      set,
      (text, { length, ids, values }) => {
        for (let at = 0; at < length; at++) {
          if (values[at] === 0) continue
          if (dense[ids[at]!] === 0) met.push(ids[at]!)
          dense[ids[at]!]! += (values[at]! * shares[text]!) / sizes[label]!
        }
      },
      own,
    )
    const kept = met.length <= most ? met : met.sort((one, other) => dense[other]! - dense[one]!).slice(0, most)
    lists.push(kept.map(feature => ({ feature, weight: dense[feature]!, own: true })))
    for (const feature of met) dense[feature] = 0
  }
  return joinLists(lists)
}

/** The same lists with room for what each class must learn not to answer: the features of the texts whose strongest rival it is. */
export function widenLists(set: TrainingSet, means: ClassLists, against: Rivals): ClassLists {
  if (set.classes > fewEnoughToWiden || against.most < 2) return means
  const { starts, features, weights } = means
  const lists = Array.from({ length: set.classes }, (_, label) => {
    const entries = new Map<number, ClassEntry>()
    for (let at = starts[label]!; at < starts[label + 1]!; at++)
      entries.set(features[at]!, { feature: features[at]!, weight: weights[at]!, own: true })
    return entries
  })
  let turn = 0
  eachText(set, (_, { length, ids, values }) => {
    const entries = lists[against.classes[turn++ * against.most + 1]!]!
    for (let at = 0; at < length; at++) {
      const feature = ids[at]!
      if (values[at] !== 0 && !entries.has(feature)) entries.set(feature, { feature, weight: 0, own: false })
    }
  })
  return joinLists(lists.map(entries => [...entries.values()]))
}
