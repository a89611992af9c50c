import { expect, test } from 'vitest'
import { classifyQuestion } from './classify-question.ts'
import { foreignTo } from './foreign-questions.ts'
import type { TaughtArticle } from './taught-article.ts'
import { trainFinder } from './train-finder.ts'

const subjects = ['card', 'loan', 'deposit', 'account', 'transfer', 'statement', 'limit', 'password']
const forms = ['how long does it take to {} a S', 'how do i {} my S', 'where can i {} a S', 'i want to {} the S', 'can you {} my S']
const articles: TaughtArticle[] = ['open', 'close', 'change'].flatMap(verb =>
  subjects.map(subject => ({
    ...{ key: `${verb} ${subject}`, title: `${verb} ${subject}` },
    questions: forms.map(form => form.replace('{}', verb).replace('S', subject)),
  })),
)
const small: TaughtArticle[] = [
  { key: 'card', title: 'Карта', questions: ['как открыть карту', 'где карта', 'нужна карта', 'оформить карту'] },
]
const russian = Array.from({ length: 20 }, () => small).flat()

test('foreign questions are in the letters of the articles, each once, one for three texts, and some for a small base', () => {
  expect(foreignTo(russian).join('')).toMatch(/^[а-яё -]+$/)
  expect(foreignTo(Array.from({ length: 5 }, () => russian).flat())).toHaveLength(166)
  expect(foreignTo(small)).toHaveLength(80)
  expect(foreignTo(articles).join('')).toMatch(/^[a-z0-9 ',-]+$/)
  const many = foreignTo(Array.from({ length: 20 }, () => articles).flat())
  expect(new Set(many).size).toBe(many.length)
  expect(many.length).toBeGreaterThan(400)
  expect(foreignTo([])).toEqual([])
})

test('what people ask everybody is refused though it begins as the phrasings do, and what is asked of the base is not', () => {
  const finder = trainFinder(articles)
  const foreign = ['how long do whales live', 'how do i paint a sunset', 'where can i see volcanoes'].map(
    question => classifyQuestion(finder, question).inScope,
  )
  const own = ['how long till you open the deposit', 'please change the limit', 'where do i close my loan'].map(
    question => classifyQuestion(finder, question).inScope,
  )
  expect(Math.max(...foreign)).toBeLessThan(Math.min(...own))
  expect(Math.max(...foreign)).toBeLessThan(0.3)
})

test('a base of few articles without phrasings refuses what it cannot know, and finds what it can', () => {
  const titles = ['Lost card', 'Transfer fees', 'Change the card limit', 'Close an account', 'Cash abroad', 'Loan schedule']
  const finder = trainFinder(titles.map(title => ({ key: title, title, questions: [] })))
  const scopes = (questions: string[]) => questions.map(question => classifyQuestion(finder, question).inScope)
  const own = ['i lost my card', 'what are the fees of a transfer', 'how do i close my account']
  expect(own.map(question => classifyQuestion(finder, question).candidates[0]?.key)).toEqual([titles[0], titles[1], titles[3]])
  const foreign = ['how do i bake bread', 'who painted this picture', 'what should i wear today']
  expect(Math.max(...scopes(foreign))).toBeLessThan(Math.min(...scopes(own)))
  expect(Math.max(...scopes(foreign))).toBeLessThan(0.15)
})

test('a base that answers a question of the list is found by it all the same', () => {
  const [asked] = foreignTo(articles)
  const finder = trainFinder([...articles, { key: 'own', title: asked!, questions: [`please tell me ${asked}`, `${asked} really`] }])
  const { candidates, inScope } = classifyQuestion(finder, `i ask you ${asked}`)
  expect(candidates[0]?.key).toBe('own')
  expect(inScope).toBeGreaterThan(0.5)
})
