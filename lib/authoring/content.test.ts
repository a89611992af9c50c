import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import type { IstokError } from '../errors.ts'
import { canonicalContent, contentHash, contentLimits, type TranslationContent } from './content.ts'

const base: TranslationContent = {
  ...{ title: 'Комиссия', shortAnswer: [], questions: [], document: { type: 'doc', content: [] }, variations: {} },
}
const faults = (change: Partial<TranslationContent>) => {
  try {
    canonicalContent({ ...base, ...change })
  } catch (error) {
    return (error as IstokError).details.errors?.map(({ pointer, reason }) => `${pointer} ${reason}`)
  }
  return []
}
const many = (count: number) => Array.from({ length: count }, (_, index) => `вопрос ${index}`)

test.each<[string, Partial<TranslationContent>, string[]]>([
  ['a title of 200 characters', { title: 'я'.repeat(contentLimits.title) }, []],
  ['a title of 201', { title: 'я'.repeat(contentLimits.title + 1) }, ['/title too-long']],
  ['a title of 200 between many spaces', { title: `${' '.repeat(50)}${'я'.repeat(contentLimits.title)}\n` }, []],
  ['a title of line ends and controls', { title: ' \n\u0000\u2028' }, ['/title empty']],
  ['200 questions', { questions: many(contentLimits.questions) }, []],
  ['201 questions', { questions: many(contentLimits.questions + 1) }, ['/questions too-many']],
  ['a question of 300 characters', { questions: ['я'.repeat(contentLimits.question)] }, []],
  ['a question of 301, named by its place', { questions: ['а', 'я'.repeat(contentLimits.question + 1)] }, ['/questions/1 too-long']],
  ['an empty question', { questions: ['а', ' '] }, ['/questions/1 empty']],
  ['a wording for no channel', { variations: { fax: base.document } }, ['/variations/fax not-one-of']],
  ['a wording for what every object has', { variations: { constructor: base.document } }, ['/variations/constructor not-one-of']],
])('%s: taken or refused at its place', (_, change, expected) => expect(faults(change)).toEqual(expected))

test('however much is wrong, fifty faults are named and no more', () => {
  expect(faults({ title: '', questions: Array.from({ length: 150 }, () => '') })).toHaveLength(50)
})

test('content has one spelling and one hash, whoever wrote its parts in which order', () => {
  fc.assert(
    fc.property(arbitraryDocument(), arbitraryDocument(), fc.string({ unit: 'grapheme' }), (one, other, words) => {
      const title = `T${words}`.slice(0, contentLimits.title)
      const given = { ...base, title, document: one, variations: { ivr: one, chatbot: other } }
      const canonical = canonicalContent(given)
      expect(canonicalContent(canonical)).toEqual(canonical)
      const { variations, document, ...rest } = given
      const turned = canonicalContent({ document, variations: { chatbot: variations.chatbot, ivr: variations.ivr }, ...rest })
      expect(contentHash(turned)).toBe(contentHash(canonical))
      expect(contentHash({ ...canonical, title: `${canonical.title}!` })).not.toBe(contentHash(canonical))
    }),
    { numRuns: 60 },
  )
})

test('questions are there once each, in their order, in one spelling', () => {
  const questions = ['  сколько\tстоит ', 'почём', 'сколько стоит', 'й'.normalize('NFD'), 'й']
  expect(canonicalContent({ ...base, questions }).questions).toEqual(['сколько стоит', 'почём', 'й'])
})
