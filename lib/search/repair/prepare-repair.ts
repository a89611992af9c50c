import type { Vocabulary } from '../engine/vocabulary.ts'
import { namesOf } from './find-foreign-names.ts'
import { skeletonsOf } from './find-transliterations.ts'
import { signaturesOf } from './find-typos.ts'

/** Makes what repair needs of the words that are new since the last time, so that no question waits for it. Call it while an index is being filled. */
export function prepareRepair(vocabulary: Vocabulary): void {
  signaturesOf(vocabulary.wordList)
  signaturesOf(vocabulary.keyList)
  signaturesOf(skeletonsOf(vocabulary))
  namesOf(vocabulary)
}
