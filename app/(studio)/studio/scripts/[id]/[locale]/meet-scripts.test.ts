import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { fieldsOf, meetScripts, type ScriptFields, scriptOf } from './meet-scripts.ts'
import { type DraftStep, draftOf, markdownOf, type ScriptDraft, withMoved, withoutStep, withStep } from './script-draft.ts'

const source = `Начало.

:::::script
::::question[Где карта?]{id=where}
::option[Дома]{to=answer}
::option[Нет]{to=call}
::::
:::action[Звоните]{id=call href="tel:900" to=answer}
:::
:::answer[Лимиты]{id=answer article=card-limits to=done}
:::
:::end[Готово]{id=done}
:::
:::::
`
const script = draftOf(parseMarkdown(source).document) as ScriptDraft
const base = fieldsOf(script)
const of = (steps: DraftStep[], around: Partial<ScriptDraft> = {}): ScriptFields => fieldsOf({ ...script, ...around, steps })
const titled = (id: string, title: string, steps = script.steps) => steps.map(step => (step.id === id ? { ...step, title } : step))

test('fields say the script they were made of', () => {
  expect(markdownOf(scriptOf(base))).toBe(markdownOf(script))
})

test('changes of different steps and of what stands around them are all kept', () => {
  const { merged, clashes } = meetScripts(base, of(titled('where', 'Моё')), of(titled('call', 'Чужое'), { before: 'Другое начало.' }))
  expect(clashes).toEqual([])
  expect(scriptOf(merged)).toEqual({ ...script, before: 'Другое начало.', steps: titled('call', 'Чужое', titled('where', 'Моё')) })
})

test('one step that both changed clashes, with mine until somebody decides', () => {
  const { merged, clashes } = meetScripts(base, of(titled('call', 'Моё')), of(titled('call', 'Чужое')))
  expect(clashes).toEqual([{ field: 'steps', part: 'call' }])
  expect(merged.steps.call?.title).toBe('Моё')
})

test('what both added stands where each put it, and neither takes the place of the other', () => {
  const [mine, theirs] = [withStep(script.steps, 0), withStep(script.steps, 3)]
  const { merged, clashes } = meetScripts(base, of(mine), of(theirs))
  expect(clashes).toEqual([])
  expect(merged.order).toEqual(['where', mine[1]?.id, 'call', 'answer', 'done', theirs[4]?.id])
})

test('a step that one removed is gone, and what the other led there leads nowhere', () => {
  const theirs = titled('where', 'Чужое').map(step => (step.id === 'call' ? { ...step, next: 'done' } : step))
  const { merged, clashes } = meetScripts(base, of(withoutStep(script.steps, 2)), of(theirs))
  expect(clashes.map(({ part }) => part).sort()).toEqual(['call', 'where'])
  expect(merged.order).toEqual(['where', 'call', 'done'])
  const added = withStep(script.steps, 3).map(step => (step.id.startsWith('step-') ? { ...step, next: 'answer' } : step))
  const met = meetScripts(base, of(withoutStep(script.steps, 2)), of(added)).merged
  expect(scriptOf(met).steps.at(-1)).toMatchObject({ next: '' })
})

test('a step that I removed and somebody else changed is asked about', () => {
  const { clashes } = meetScripts(base, of(withoutStep(script.steps, 1)), of(titled('call', 'Чужое')))
  expect(clashes).toContainEqual({ field: 'steps', part: 'call' })
})

test('steps that one moved are moved around what the other added; two other orders clash', () => {
  const moved = withMoved(script.steps, 1, 1)
  const added = withStep(script.steps, 1)
  expect(meetScripts(base, of(moved), of(added))).toMatchObject({
    merged: { order: ['where', 'answer', 'call', added[2]?.id, 'done'] },
    clashes: [],
  })
  expect(meetScripts(base, of(added), of(moved)).merged.order).toEqual(['where', 'answer', 'call', added[2]?.id, 'done'])
  const { merged, clashes } = meetScripts(base, of(moved), of(withMoved(script.steps, 2, 1)))
  expect(clashes).toEqual([{ field: 'order', part: null }])
  expect(merged.order).toEqual(['where', 'answer', 'call', 'done'])
})
