import { expect, test } from 'vitest'
import { buildFeatureSpace, countFeatures, readFeatures, weighFeatures } from './features.ts'
import { scoreClasses, trainClassifier } from './train-classifier.ts'

/** As many subjects as wanted, each asked about in three ways. */
function lesson(classes: number) {
  const texts = Array.from({ length: classes }, (_, label) => {
    const subject = `${String.fromCharCode(97 + (label % 26))}x${(label * 7919).toString(36)}`
    return [`how do i open ${subject}`, `where is ${subject}`, `close the ${subject} now`]
  }).flat()
  const features = texts.map(readFeatures)
  const space = buildFeatureSpace(features, 100_000)
  const vectors = features.map(kinds => weighFeatures(countFeatures(space, kinds), space.frequencies, space.size))
  return { vectors, labels: texts.map((_, at) => Math.floor(at / 3)), classes, features: space.ids.size }
}

function share(set: ReturnType<typeof lesson>): number {
  const classifier = trainClassifier(set, 4)
  const scores = new Float64Array(set.classes)
  const right = set.vectors.filter((vector, at) => {
    scoreClasses(classifier, vector, scores)
    return scores.indexOf(Math.max(...scores)) === set.labels[at]
  })
  return right.length / set.vectors.length
}

test('a classifier knows what it was taught, also when each phrasing is taught against some of the classes only', () => {
  expect(share(lesson(20))).toBe(1)
  expect(share(lesson(400))).toBeGreaterThan(0.97)
})
