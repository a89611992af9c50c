import { expect, test } from 'vitest'
import { checkScript, findScript } from './check-script.ts'
import { parseDocument } from './parse-document.ts'
import type { Script, ScriptStep } from './types.ts'

function script(...steps: [id: string, kind: ScriptStep['attrs']['kind'], ...to: string[]][]): Script {
  return {
    type: 'script',
    content: steps.map(([id, kind, ...to]) => ({
      type: 'scriptStep',
      attrs:
        kind === 'question'
          ? { id, kind, title: id, options: to.map((next, index) => ({ label: `${index}`, next })) }
          : { id, kind, title: id, ...(to[0] && { next: to[0] }), ...(kind === 'answer' && { href: 'article:a' }) },
    })),
  }
}

function problems(of: Script): string[] {
  return checkScript(of).map(({ reason, step, option }) => `${reason} ${step}${option === null ? '' : `/${option}`}`)
}

test('a script with one start, whose every way comes to an end, has no problem', () => {
  expect(
    problems(
      script(
        ['start', 'question', 'say', 'ask'],
        ['say', 'instruction', 'done'],
        ['ask', 'answer', 'call'],
        ['call', 'action', 'done'],
        ['done', 'end'],
      ),
    ),
  ).toEqual([])
})

test('a circle is fine when there is a way out of it, and an error when there is none', () => {
  expect(problems(script(['a', 'question', 'b', 'z'], ['b', 'instruction', 'a'], ['z', 'end']))).toEqual([])
  expect(problems(script(['a', 'question', 'b', 'z'], ['b', 'instruction', 'c'], ['c', 'instruction', 'b'], ['z', 'end']))).toEqual([
    'no-end 1',
    'no-end 2',
  ])
})

test('each mistake is named at its step', () => {
  expect(problems(script(['a', 'question', 'z', 'nowhere'], ['z', 'end']))).toEqual(['target-missing 0/1'])
  expect(problems(script(['a', 'question', 'z'], ['z', 'end']))).toEqual(['options 0'])
  expect(problems(script(['a', 'instruction'], ['z', 'end']))).toEqual(['target-missing 0', 'no-end 0', 'unreachable 1'])
  expect(problems(script(['z', 'end'], ['y', 'end']))).toEqual(['unreachable 1'])
  const unnamed = script(['a', 'answer', 'z'], ['z', 'end'])
  Object.assign(unnamed.content[0]?.attrs ?? {}, { title: '', href: 'https://example.com/' })
  expect(problems(unnamed)).toEqual(['title-missing 0', 'answer-missing 0'])
})

test('a draft may be unfinished, but a script stands alone, once, with different ids and at most five options', () => {
  const parse = (...content: unknown[]) => {
    const parsed = parseDocument({ type: 'doc', content })
    return parsed.ok ? 'ok' : parsed.errors.map(error => `${error.pointer} ${error.message}`).join('; ')
  }
  const draft = script(['a', 'question'])
  expect(parse(draft)).toBe('ok')
  expect(parse({ type: 'only', attrs: { audience: 'internal' }, content: [draft] })).toBe('ok')
  expect(parse(draft, draft)).toMatch(/one script at most/)
  expect(parse({ type: 'quote', content: [draft] })).toMatch(/must not stand inside another block/)
  expect(parse(script(['a', 'end'], ['a', 'end']))).toBe('/content/0/content/1/attrs/id another step has the id "a"')
  expect(parse(script(['a', 'question', 'a', 'a', 'a', 'a', 'a', 'a']))).toMatch(/at most 5 options/)
  expect(
    parse({ type: 'script', content: [{ type: 'scriptStep', attrs: { id: 'a', kind: 'action', title: 'x', href: 'javascript:x' } }] }),
  ).toMatch(/links may point to/)
  expect(parseDocument({ type: 'doc', content: [draft] }, { snippet: true }).ok).toBe(false)
})

test('what does not belong to the kind of a step is dropped', () => {
  const mixed = { id: 'a', kind: 'end', title: ' Готово ', next: 'a', href: 'tel:900', options: [{ label: 'x', next: 'a' }] }
  const parsed = parseDocument({ type: 'doc', content: [{ type: 'script', content: [{ type: 'scriptStep', attrs: mixed, content: [] }] }] })
  expect(parsed.ok && findScript(parsed.document.content)).toEqual({
    script: { type: 'script', content: [{ type: 'scriptStep', attrs: { id: 'a', kind: 'end', title: 'Готово' } }] },
    path: '/content/0',
  })
})
