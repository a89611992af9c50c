import { expect, test } from 'vitest'
import type { OperatorStep } from '#lib/compile/types.ts'
import { transcriptOf } from './transcript.ts'

const step = (id: string, change: Partial<OperatorStep> = {}): OperatorStep => ({
  ...{ id, kind: 'question', title: `Шаг ${id}`, html: '', text: '', copy: '', options: [], next: null, answer: null, action: null },
  ...change,
})

test('the transcript names each step, what was chosen, and what was offered', () => {
  const steps = [
    step('a'),
    step('b', { answer: { slug: 'x', title: 'Лимиты' } }),
    step('c', { action: { kind: 'phone', target: '900' } }),
    step('d'),
  ]
  const visits = [
    { id: 'a', choice: 'Да' },
    { id: 'b', choice: null },
    { id: 'c', choice: null },
    { id: 'd', choice: null },
  ]
  expect(transcriptOf('Перевод', steps, visits)).toBe('Перевод\n1. Шаг a → Да\n2. Шаг b (Лимиты)\n3. Шаг c (900)\n4. Шаг d')
})
