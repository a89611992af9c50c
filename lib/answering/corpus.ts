import { type FeatureSpace, findFeature } from './feature-space.ts'
import { kinds, type TextFeatures } from './features.ts'

/** Texts as counted features of one space, one after the other in few large arrays. */
export interface Corpus {
  size: number
  /** Where each kind of each text begins: that of kind `k` of text `t` at `starts[t * kinds + k]`. */
  starts: Int32Array
  ids: Int32Array
  counts: Uint8Array
  /** How many features of each kind of each text the space does not know. */
  unseen: Uint16Array
}

/** Reads texts as features of a space. */
export function readCorpus(space: FeatureSpace, texts: readonly TextFeatures[]): Corpus {
  const most = texts.reduce((sum, { hashes }) => sum + hashes.length, 0)
  const corpus = {
    size: texts.length,
    starts: new Int32Array(texts.length * kinds + 1),
    ids: new Int32Array(most),
    counts: new Uint8Array(most),
    unseen: new Uint16Array(texts.length * kinds),
  }
  let length = 0
  for (const [text, { hashes, counts, ends }] of texts.entries()) {
    let at = 0
    for (let kind = 0; kind < kinds; kind++) {
      for (; at < ends[kind]!; at++) {
        const id = findFeature(space, hashes[at]!)
        if (id < 0) corpus.unseen[text * kinds + kind]!++
        else {
          corpus.ids[length] = id
          corpus.counts[length++] = counts[at]!
        }
      }
      corpus.starts[text * kinds + kind + 1] = length
    }
  }
  return corpus
}
