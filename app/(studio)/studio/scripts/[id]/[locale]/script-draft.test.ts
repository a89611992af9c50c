import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { draftOf, markdownOf, problemsOf, withMoved, withoutStep, withStep } from './script-draft.ts'

const source = `Начало.

:::::script
::::question[Где карта?]{id=where}
Спросите **вежливо** про :fact[limit.day].

:::only{audience=internal}
Тайна
:::

::option[Дома \\[нашлась\\]]{to=done}
::option[Нет]{to=call}
::::
:::action[Звоните]{id=call href="https://a.example/?b=1&amp;c=2" to=answer}
:::
:::answer[Лимиты]{id=answer article=card-limits to=done}
:::
:::end[Готово]{id=done}
:::
:::::

Конец.
`

test('a script comes back from its draft unchanged, with what stands around it', () => {
  const { document } = parseMarkdown(source)
  const draft = draftOf(document)
  expect(draft?.steps.map(({ id }) => id)).toEqual(['where', 'call', 'answer', 'done'])
  expect(draft && parseMarkdown(markdownOf(draft))).toEqual({ document, warnings: [] })
  expect(draft && problemsOf(draft.steps)).toEqual([])
})

test('a document without a script begins with a question that leads to an end', () => {
  const draft = draftOf(parseMarkdown('Текст.').document)
  expect(draft?.before).toBe('Текст.')
  expect(draft && new Set(problemsOf(draft.steps).map(({ reason }) => reason))).toEqual(new Set(['title-missing', 'label-missing']))
  expect(draft && parseMarkdown(markdownOf(draft)).document.content.map(({ type }) => type)).toEqual(['paragraph', 'script'])
})

test('steps are added, moved and removed; ways to a removed step lead nowhere', () => {
  const steps = draftOf(parseMarkdown(source).document)?.steps ?? []
  expect(withStep(steps, 0).map(({ id }) => id)).toEqual(['where', expect.stringMatching(/^step-[a-z0-9]{7}$/), 'call', 'answer', 'done'])
  expect(withMoved(steps, 1, 1).map(({ id }) => id)).toEqual(['where', 'answer', 'call', 'done'])
  expect(withMoved(steps, 0, -1)).toEqual(steps)
  expect(problemsOf(withoutStep(steps, 3)).map(({ reason, step, option }) => `${reason} ${step} ${option}`)).toEqual(
    expect.arrayContaining(['target-missing 0 0', 'target-missing 2 null']),
  )
})
