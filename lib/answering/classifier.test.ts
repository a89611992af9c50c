import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Classifier, coverage, mostClasses, owned, owns, scoreClasses, sharpness } from './classifier.ts'
import type { WeighedText } from './weigh.ts'

interface Entry {
  label: number
  weight: number
  own: boolean
}

const classes = 6
const rows = fc.array(
  fc.uniqueArray(fc.record({ label: fc.nat(classes - 1), weight: fc.float({ min: -2, max: 2, noNaN: true }), own: fc.boolean() }), {
    selector: ({ label }) => label,
    maxLength: classes,
  }),
  { minLength: 1, maxLength: 12 },
)

/** The classifier of these entries, feature by feature. */
function classifierOf(features: readonly (readonly Entry[])[]): Classifier {
  const sorted = features.map(row => row.toSorted((a, b) => a.label - b.label))
  const starts = new Int32Array(sorted.length + 1)
  for (const [at, row] of sorted.entries()) starts[at + 1] = starts[at]! + row.length
  return {
    ...{ classes, starts },
    labels: Uint16Array.from(sorted.flat(), ({ label, own }) => (own ? label | owned : label)),
    weights: Float32Array.from(sorted.flat(), ({ weight }) => weight),
  }
}

/** A text of length 1 with the first features of a space, each as heavy as the others. */
function textOf(features: number): WeighedText {
  return {
    length: features,
    ids: Int32Array.from({ length: features }, (_, at) => at),
    values: new Float32Array(features).fill(1 / Math.sqrt(features)),
  }
}

test('the score of a class is the sum of its weights for what a text says', () => {
  fc.assert(
    fc.property(rows, features => {
      const text = textOf(features.length)
      const scores = new Float64Array(classes).fill(99)
      scoreClasses(classifierOf(features), text, scores)
      for (let label = 0; label < classes; label++) {
        const weights = features.map(row => row.find(entry => entry.label === label)?.weight ?? 0)
        const sum = weights.reduce((total, weight, at) => total + Math.fround(weight) * text.values[at]! * sharpness, 0)
        expect(scores[label]).toBeCloseTo(sum, 4)
      }
    }),
  )
})

test('a class owns what its own texts have, whatever weights it has for other things; what it owns of a text is its share', () => {
  fc.assert(
    fc.property(rows, features => {
      const classifier = classifierOf(features)
      const text = textOf(features.length)
      for (let label = 0; label < classes; label++) {
        const own = features.map(row => row.some(entry => entry.label === label && entry.own))
        expect(own.map((_, feature) => owns(classifier, feature, label))).toEqual(own)
        expect(coverage(classifier, text, label)).toBeCloseTo(own.filter(Boolean).length / features.length, 4)
      }
    }),
  )
})

test('the mark of what is owned touches no number of a class', () => {
  expect(owned & mostClasses).toBe(0)
  const classifier = {
    classes: mostClasses,
    starts: Int32Array.of(0, 1),
    labels: Uint16Array.of((mostClasses - 1) | owned),
    weights: Float32Array.of(1),
  }
  expect(owns(classifier, 0, mostClasses - 1)).toBe(true)
  expect(owns(classifier, 0, 0)).toBe(false)
})
