import { buildFeatureSpace, countFeatures, readFeatures, type SparseVector, weighFeatures } from '#lib/answering/features.ts'
import type { TaughtArticle } from '#lib/answering/train-finder.ts'

/** The baseline: the article of the title or phrasing that is nearest to a question by the cosine of the same features. */
export function nearestPhrasing(articles: readonly TaughtArticle[]): (question: string) => { key: string; cosine: number } {
  const phrasings = articles.flatMap(({ key, title, questions }) =>
    [title, ...questions].map(text => ({ key, features: readFeatures(text) })),
  )
  const space = buildFeatureSpace(
    phrasings.map(({ features }) => features),
    Number.MAX_SAFE_INTEGER,
  )
  const weigh = (features: Map<string, number>[]) => weighFeatures(countFeatures(space, features), space.frequencies, space.size)
  const known = phrasings.map(({ key, features }) => ({ key, vector: weigh(features) }))
  const dense = new Float32Array(space.ids.size)
  return question => {
    const { ids, values } = weigh(readFeatures(question))
    for (let at = 0; at < ids.length; at++) dense[ids[at]!] = values[at]!
    let best = { key: '', cosine: -1 }
    for (const { key, vector } of known) {
      const cosine = product(dense, vector)
      if (cosine > best.cosine) best = { key, cosine }
    }
    for (const id of ids) dense[id] = 0
    return best
  }
}

function product(dense: Float32Array, { ids, values }: SparseVector): number {
  let sum = 0
  for (let at = 0; at < ids.length; at++) sum += dense[ids[at]!]! * values[at]!
  return sum
}
