import { expect, test } from 'vitest'
import { scoreClasses } from './classifier.ts'
import { type Lesson, readLesson, selectTexts } from './lesson.ts'
import { readArticleTexts } from './read-article-texts.ts'
import { trainApart } from './train-apart.ts'
import { trainClassifier } from './train-classifier.ts'
import { trainTogether } from './train-together.ts'
import { weigh } from './weigh.ts'

/** As many subjects as wanted, each asked about in three ways. */
function lessonOf(classes: number): Lesson {
  const articles = Array.from({ length: classes }, (_, label) => {
    const subject = `${String.fromCharCode(97 + (label % 26))}x${(label * 7919).toString(36)}`
    return readArticleTexts(
      { key: subject, title: `how do i open ${subject}`, questions: [`where is ${subject}`, `close the ${subject} now`] },
      0,
    )
  })
  return readLesson(articles, 100_000, false)
}

/** The share of taught texts whose class has the highest score. */
function share(lesson: Lesson, train: typeof trainClassifier, epochs = 4): number {
  const set = selectTexts(
    lesson,
    Int32Array.from(lesson.labels, (_, text) => text),
  )
  const classifier = train(set, epochs)
  const scores = new Float64Array(set.classes)
  const right = [...lesson.labels].filter((label, text) => {
    weigh(lesson.corpus, text, set.rarity, lesson.room)
    scoreClasses(classifier, lesson.room, scores)
    return scores.indexOf(Math.max(...scores)) === label
  })
  return right.length / lesson.labels.length
}

test('a classifier knows what it was taught, few classes together and many of them apart', () => {
  expect(share(lessonOf(20), trainClassifier)).toBe(1)
  expect(share(lessonOf(400), trainClassifier)).toBeGreaterThan(0.97)
})

test('taught together or apart, the same is known', () => {
  const lesson = lessonOf(40)
  expect(share(lesson, trainTogether)).toBe(1)
  expect(share(lesson, trainApart)).toBe(1)
  expect(share(lesson, trainTogether, 0)).toBe(share(lesson, trainApart, 0))
})

test('one class, or no text, is no fault', () => {
  expect(share(lessonOf(1), trainTogether)).toBe(1)
  expect(share(lessonOf(1), trainApart)).toBe(1)
  expect(trainClassifier(selectTexts(lessonOf(0), new Int32Array()), 3).classes).toBe(0)
})
