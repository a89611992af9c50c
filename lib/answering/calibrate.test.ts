import { expect, test } from 'vitest'
import { calibrate, scopeProbability, type Trial, usualCalibration } from './calibrate.ts'
import { seededRandom } from './random.ts'
import { softmax } from './softmax.ts'

/** Trials of three classes: the true one leads by two on average, `sharpness` times too clearly; foreign questions have less evidence. */
function makeTrials(sharpness: number, shift = 0): (Trial & { label: number })[] {
  const random = seededRandom(7)
  return Array.from({ length: 600 }, (_, at) => {
    const label = at % 3
    const scores = Float64Array.from([0, 1, 2], index => sharpness * ((index === label ? 2 : 0) + 4 * (random() - 0.5)))
    const foreign = at % 2 === 0
    return { scores, evidence: shift + (foreign ? 2 : 5) + 2 * (random() - 0.5), covered: 0.5, own: foreign ? null : scores[label]!, label }
  })
}

test('after calibration the likeliest class is right as often as it says', () => {
  for (const sharpness of [0.5, 3]) {
    const trials = makeTrials(sharpness)
    const { temperature } = calibrate(trials)
    const known = trials.filter(({ own }) => own !== null)
    let said = 0
    let right = 0
    for (const { scores, label } of known) {
      const shares = scores.slice()
      softmax(shares, shares.length, temperature)
      said += Math.max(...shares)
      if (shares[label] === Math.max(...shares)) right++
    }
    expect(Math.abs(said - right) / known.length).toBeLessThan(0.05)
  }
})

test('the scope is drawn between taught and untaught articles wherever their evidence lies', () => {
  for (const shift of [-2, 0, 3]) {
    const calibration = calibrate(makeTrials(1, shift))
    expect(scopeProbability(calibration, 2 + shift)).toBeLessThan(0.2)
    expect(scopeProbability(calibration, 5 + shift)).toBeGreaterThan(0.8)
  }
})

test('a base that has too few phrasings to try itself out keeps the usual calibration', () => {
  expect(calibrate([])).toEqual(usualCalibration)
  expect(calibrate(makeTrials(1).slice(0, 20))).toEqual(usualCalibration)
})

test('questions that an article says word for word do not move the scope', () => {
  const trials = makeTrials(1)
  const repeated = Array.from({ length: 400 }, (_, at) => ({ ...trials[at]!, evidence: 9, covered: 1, own: at % 4 === 0 ? null : 1 }))
  const { slope, offset } = calibrate(trials)
  expect(calibrate([...trials, ...repeated])).toMatchObject({ slope, offset })
})
