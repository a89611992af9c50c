import { readFeatures, type TextFeatures } from './features.ts'

/** Features of the texts that were learned last: after a release nearly all are the same. */
export interface FeatureMemory {
  read(text: string): TextFeatures
  /** Forgets what was not read since the last call. */
  forgetUnread(): void
}

/** A memory that knows nothing yet. */
export function openFeatureMemory(): FeatureMemory {
  let before = new Map<string, TextFeatures>()
  let since = new Map<string, TextFeatures>()
  return {
    read(text) {
      const features = since.get(text) ?? before.get(text) ?? readFeatures(text)
      since.set(text, features)
      return features
    },
    forgetUnread() {
      before = since
      since = new Map()
    },
  }
}
