import { readCorpus } from '#lib/answering/corpus.ts'
import { buildFeatureSpace } from '#lib/answering/feature-space.ts'
import { readFeatures } from '#lib/answering/features.ts'
import type { TaughtArticle } from '#lib/answering/taught-article.ts'
import { rarityOf, roomForTextsOf, weigh } from '#lib/answering/weigh.ts'

/** The baseline: the article of the title or phrasing that is nearest to a question by the cosine of the same features. */
export function nearestPhrasing(articles: readonly TaughtArticle[]): (question: string) => { key: string; cosine: number } {
  const phrasings = articles.flatMap(({ key, title, questions }) =>
    [title, ...questions].map(text => ({ key, features: readFeatures(text) })),
  )
  const space = buildFeatureSpace(
    phrasings.map(({ features }) => features),
    Number.MAX_SAFE_INTEGER,
  )
  const rarity = rarityOf(space.frequencies, space.size)
  const read = (features: ReturnType<typeof readFeatures>) => {
    const corpus = readCorpus(space, [features])
    const room = roomForTextsOf(corpus)
    weigh(corpus, 0, rarity, room)
    return room
  }
  const known = phrasings.map(({ key, features }) => ({ key, ...read(features) }))
  const dense = new Float32Array(space.frequencies.length)
  return question => {
    const { length, ids, values } = read(readFeatures(question))
    for (let at = 0; at < length; at++) dense[ids[at]!] = values[at]!
    let best = { key: '', cosine: -1 }
    for (const { key, length: size, ids: own, values: theirs } of known) {
      let cosine = 0
      for (let at = 0; at < size; at++) cosine += dense[own[at]!]! * theirs[at]!
      if (cosine > best.cosine) best = { key, cosine }
    }
    for (const id of ids) dense[id] = 0
    return best
  }
}
