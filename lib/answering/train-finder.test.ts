import { expect, test } from 'vitest'
import { classifyQuestion } from './classify-question.ts'
import { openFeatureMemory } from './feature-memory.ts'
import type { TaughtArticle } from './taught-article.ts'
import { trainFinder } from './train-finder.ts'

const subjects = ['карту', 'вклад', 'кредит', 'перевод', 'справку', 'выписку', 'пароль', 'лимит']
const verbs = ['оформить', 'закрыть', 'найти']
const forms = ['как', 'хочу', 'где', 'можно ли', 'помогите']
const articles: TaughtArticle[] = verbs.flatMap(verb =>
  subjects.map(subject => ({
    ...{ key: `${verb} ${subject}`, title: `${verb} ${subject}` },
    questions: forms.map(form => `${form} ${verb} ${subject}`),
  })),
)

test('what was heard is learned where held-out phrasings lose nothing by it', () => {
  const heard = trainFinder(articles.map(article => ({ ...article, heard: [`желаю ${article.title}`, `срочно ${article.title}`] })))
  expect(heard.usesHeard).toBe(true)
  expect(classifyQuestion(heard, 'желаю закрыть вклад').candidates[0]?.key).toBe('закрыть вклад')
})

test('what was heard in the wrong place is left out where it spoils what is understood', () => {
  const shifted = articles.map((article, at) => {
    const other = articles[(at + 5) % articles.length]!
    return { ...article, heard: ['и', 'ну', 'вот', 'так', 'тут', 'же', 'ли', 'бы'].map(word => `${word} ${other.title} ${word}`) }
  })
  const spoiled = trainFinder(shifted)
  expect(spoiled.usesHeard).toBe(false)
  expect(spoiled.calibration).toEqual(trainFinder(articles).calibration)
})

test('few questions, and those that are phrasings already, are no reason for a trial', () => {
  expect(trainFinder(articles.map(article => ({ ...article, heard: [article.title] }))).usesHeard).toBe(false)
})

test('what was remembered of the texts gives the same finder', () => {
  const memory = openFeatureMemory()
  trainFinder(articles, memory.read)
  memory.forgetUnread()
  expect(trainFinder(articles, memory.read)).toEqual(trainFinder(articles))
})
