import { type Corpus, readCorpus } from './corpus.ts'
import { buildFeatureSpace, type FeatureSpace } from './feature-space.ts'
import { kinds } from './features.ts'
import type { ReadArticle, ReadText } from './read-article-texts.ts'
import type { TrainingSet } from './training-set.ts'
import { type Rarity, rarityOf, roomForTextsOf, type WeighedText } from './weigh.ts'

/** Everything that is taught, read. */
export interface Lesson {
  space: FeatureSpace
  corpus: Corpus
  /** Classes that are articles; one more where foreign questions are taught. */
  articles: number
  classes: number
  labels: Int32Array
  weights: Float32Array
  /** Of a phrasing, the how-manieth of its article it is; −1 of everything else, which is never held out. */
  turns: Int32Array
  room: WeighedText
}

/** Puts the texts of all articles together, and the foreign questions as one class more; at most `mostFeatures` are known. */
export function readLesson(
  articles: readonly ReadArticle[],
  mostFeatures: number,
  withHeard: boolean,
  foreign: readonly ReadText[] = [],
): Lesson {
  const taught = foreign.length > 0 ? [...articles, { texts: [...foreign] }] : articles
  const texts = taught.flatMap(({ texts }, label) => texts.filter(({ heard }) => withHeard || !heard).map(text => ({ ...text, label })))
  const features = texts.map(({ features }) => features)
  const space = buildFeatureSpace(features, mostFeatures)
  const corpus = readCorpus(space, features)
  return {
    ...{ space, corpus, articles: articles.length, classes: taught.length, room: roomForTextsOf(corpus) },
    labels: Int32Array.from(texts, ({ label }) => label),
    weights: Float32Array.from(texts, ({ weight }) => weight),
    turns: Int32Array.from(texts, ({ turn }) => turn),
  }
}

/** What to teach of a lesson: the chosen texts, weighed by how rare features are among them; features that none of them has count as unknown. */
export function selectTexts({ corpus, labels, weights, articles, classes, space, room }: Lesson, chosen: Int32Array): TrainingSet {
  return { corpus, chosen, labels, weights, articles, classes, room, rarity: rarityAmong(corpus, space, chosen) }
}

function rarityAmong(corpus: Corpus, space: FeatureSpace, chosen: Int32Array): Rarity {
  if (chosen.length === corpus.size) return rarityOf(space.frequencies, space.size)
  const frequencies = new Int32Array(space.frequencies.length)
  for (const text of chosen) {
    const end = corpus.starts[(text + 1) * kinds]!
    for (let at = corpus.starts[text * kinds]!; at < end; at++) frequencies[corpus.ids[at]!]!++
  }
  return rarityOf(frequencies, chosen.length)
}
