import { expect, test } from 'vitest'
import { type DraftStep, withStepBetween } from './script-draft.ts'
import { editorProblems } from './script-problems.ts'

const step = (id: string, kind: DraftStep['kind'], change: Partial<DraftStep> = {}): DraftStep => ({
  ...{ id, kind, title: id, text: '', next: '', article: '', href: '', options: [] },
  ...change,
})
const options = (...next: string[]) => next.map((to, index) => ({ label: `${index}`, next: to }))
const steps = [
  step('start', 'question', { options: options('say', 'end') }),
  step('say', 'answer', { article: 'fees', next: 'end' }),
  step('end', 'end'),
]

test('an article that does not exist is a problem of its step; one that is a draft or withdrawn may come with the same release', () => {
  const told = (state: 'live' | 'draft' | 'withdrawn' | 'unknown') =>
    editorProblems(steps, new Map([['fees', { title: 'Тарифы', state }]])).map(({ reason, step: at }) => `${reason} ${at}`)
  expect(told('unknown')).toEqual(['answer-unknown 1'])
  for (const state of ['live', 'draft', 'withdrawn'] as const) expect(told(state)).toEqual([])
  expect(editorProblems(steps, new Map())).toEqual([])
})

test('a step that is put into a way leads on where the way led', () => {
  const byOption = withStepBetween(steps, 0, 1)
  const added = byOption[2]
  expect(byOption.map(({ id }) => id)).toEqual(['start', 'say', added?.id, 'end'])
  expect(byOption[0]?.options.map(({ next }) => next)).toEqual(['say', added?.id])
  expect(added).toMatchObject({ kind: 'instruction', next: 'end' })
  const byItself = withStepBetween(steps, 1, null)
  expect([byItself[1]?.next, byItself[2]?.next]).toEqual([byItself[2]?.id, 'end'])
  expect(steps[0]?.options[1]?.next).toBe('end')
})

test('steps that are put behind options stand in the order of the options', () => {
  const begun = [step('start', 'question', { options: options('end', 'end') }), step('end', 'end')]
  const first = withStepBetween(begun, 0, 0)
  const both = withStepBetween(first, 0, 1)
  expect(both[0]?.options.map(({ next }) => next)).toEqual([both[1]?.id, both[2]?.id])
})

test('a step behind one that leads nowhere leads nowhere, too', () => {
  const open = [step('start', 'question', { options: options('', 'end') }), step('end', 'end')]
  expect(withStepBetween(open, 0, 0)[1]?.next).toBe('')
})
