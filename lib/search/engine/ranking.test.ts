import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSynonyms } from '../analyser/synonyms.ts'
import { openFacets } from '../facets.ts'
import { readQuery } from '../repair/read-query.ts'
import { answer, found, indexOf, search } from './answer.fixture.ts'
import { rank } from './rank.ts'
import type { SearchIndex } from './search-index.ts'

test('the very title comes before another form of it, that before the text, and that before a slip', () => {
  const index = indexOf(
    answer('slip', 'Ипатека'),
    answer('body', 'Жильё', { body: 'Ипотека выдаётся на жильё. Взнос, срок и ставка по ней другие.' }),
    answer('form', 'Про ипотеку'),
    answer('title', 'Ипотека'),
  )
  expect(found(index, 'ипотека')).toEqual(['title', 'form', 'body'])
  index.remove('title')
  index.remove('form')
  index.remove('body')
  expect(found(index, 'ипотека')).toEqual(['slip'])
})

test('an answer that has every word comes before one that has one of them often', () => {
  const index = indexOf(
    answer('often', 'Карта', { body: 'Карта, карты, картой, карту, картам, карте, картах. '.repeat(5) }),
    answer('every', 'Ограничения', { body: 'На карту распространяется лимит банкомата.' }),
  )
  expect(found(index, 'лимит карты в банкомате')[0]).toBe('every')
})

test('a title is worth more than a question of another answer, and both more than its short answer', () => {
  const index = indexOf(
    answer('short', 'Условия', { shortAnswer: 'Возврат билета возможен.' }),
    answer('question', 'Правила', { questions: ['возврат билета'] }),
    answer('body', 'Порядок', { body: 'Возврат билета возможен.' }),
  )
  expect(found(index, 'возврат билета')[0]).toBe('question')
})

const words = ['карта', 'карты', 'счёт', 'перевод', 'лимит', 'код', 'не', 'без', 'комиссия', 'вклад', 'за', 'ERR-1024']
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map(said => said.join(' '))
const bases = fc.array(
  fc.record({
    ...{ title: text, questions: fc.array(text, { maxLength: 2 }), shortAnswer: text, body: text },
    category: fc.constantFrom(null, 'cards', 'loans', 'other'),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  }),
  { minLength: 1, maxLength: 60 },
)
const made = (answers: (typeof bases extends fc.Arbitrary<infer Base> ? Base : never)[number][]) =>
  indexOf(...answers.map(({ title, ...rest }, at) => answer(`a${String(at).padStart(2, '0')}`, title, rest)))
const synonyms = readSynonyms([])
const read = (index: SearchIndex, query: string) => readQuery(index.vocabulary, query, { synonyms })

test('a longer list begins with the shorter one, and no answer comes twice', () => {
  fc.assert(
    fc.property(bases, text, fc.integer({ min: 0, max: 40 }), (answers, query, limit) => {
      const index = made(answers)
      const list = (most: number) => rank(index, read(index, query), most).hits.map(hit => hit.slug)
      const whole = list(40)
      expect(list(limit)).toEqual(whole.slice(0, limit))
      expect(new Set(whole).size).toBe(whole.length)
      expect(list(40)).toEqual(whole)
    }),
  )
})

test('the total is the number of answers that are found, and facets are what counting them one by one gives', () => {
  const asked = fc.record({ branch: fc.option(fc.subarray(['cards', 'loans', 'nothing'])), tag: fc.option(fc.constantFrom('a', 'b', 'x')) })
  fc.assert(
    fc.property(bases, text, asked, (answers, query, { branch, tag }) => {
      const index = made(answers)
      const all = rank(index, read(index, query), 1000).hits.map(({ slug }) => index.find(slug)!)
      const categoryOf = (one: (typeof all)[number]) => (one.category < 0 ? null : index.labels.texts[one.category]!)
      const tagsOf = (one: (typeof all)[number]) => one.tags.map(label => index.labels.texts[label]!)
      const inBranch = (one: (typeof all)[number]) => branch === null || branch.includes(categoryOf(one) ?? '')
      const inTag = (one: (typeof all)[number]) => tag === null || tagsOf(one).includes(tag)
      const counts = openFacets(index, branch, tag)
      const { hits, total } = rank(index, read(index, query), 10, counts.admits, counts.count)
      expect(total).toBe(all.filter(one => inBranch(one) && inTag(one)).length)
      expect(hits.length).toBe(Math.min(10, total))
      expect(counts.facets()).toEqual({
        categories: tally(all.filter(inTag).flatMap(one => categoryOf(one) ?? [])),
        tags: tally(all.filter(inBranch).flatMap(tagsOf)),
      })
    }),
  )
})

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

test('what is repaired does not hang on which answers were there before', () => {
  const [loan, visa] = [answer('loan', 'Кредит', { body: 'Оплата картой.' }), answer('visa', 'Вклад', { body: 'Оплаты нет. Карто.' })]
  const [one, other] = [indexOf(loan, visa), indexOf(visa, loan)]
  other.put(answer('gone', 'Картам кредитор вкладка оплату'))
  other.remove('gone')
  for (const query of ['картй', 'оплатй', 'крдит', 'вклд', 'karti', 'oplat']) {
    const seen = ({ hits, query: { corrected } }: ReturnType<typeof search>) => [hits.map(({ slug, score }) => [slug, score]), corrected]
    expect(seen(search(other, query)), query).toEqual(seen(search(one, query)))
  }
})
