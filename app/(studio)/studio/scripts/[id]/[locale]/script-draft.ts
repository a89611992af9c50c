import { checkScript, type ScriptProblem } from '#lib/document/check-script.ts'
import { articleOfHref } from '#lib/document/link.ts'
import type { Document, Script, ScriptOption, ScriptStep, ScriptStepKind } from '#lib/document/types.ts'
import { scriptSource } from '#lib/markdown/script-source.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'

/** A step as it is edited: `text` is Markdown, `article` the slug of an answer, `href` of an action. */
export interface DraftStep {
  id: string
  kind: ScriptStepKind
  title: string
  text: string
  next: string
  article: string
  href: string
  options: ScriptOption[]
}
/** A script as it is edited, with the Markdown of what stands around it. */
export interface ScriptDraft {
  before: string
  after: string
  steps: DraftStep[]
}

/** The script of a document as it is edited: a question with two ends where there is none yet; null when it stands inside another block. */
export function draftOf(document: Document): ScriptDraft | null {
  const at = document.content.findIndex(block => block.type === 'script')
  if (at < 0 && document.content.some(block => block.type === 'only' && block.content.some(({ type }) => type === 'script'))) return null
  const place = at < 0 ? document.content.length : at
  const script = document.content[at] as Script | undefined
  const markdown = (content: Document['content']) => serializeMarkdown({ type: 'doc', content }).trim()
  return {
    before: markdown(document.content.slice(0, place)),
    after: markdown(document.content.slice(place + 1)),
    steps: script ? script.content.map(stepDraft) : [emptyStep('start', 'question', 'end'), emptyStep('end', 'end', '')],
  }
}

function stepDraft({ attrs, content }: ScriptStep): DraftStep {
  const article = articleOfHref(attrs.href ?? '')
  return {
    ...{ id: attrs.id, kind: attrs.kind, title: attrs.title, next: attrs.next ?? '', options: attrs.options ?? [] },
    text: serializeMarkdown({ type: 'doc', content: content ?? [] }).trim(),
    article: article ?? '',
    href: article === null ? (attrs.href ?? '') : '',
  }
}

function emptyStep(id: string, kind: ScriptStepKind, next: string): DraftStep {
  const options = kind === 'question' ? [1, 2].map(() => ({ label: '', next })) : []
  return { id, kind, title: '', text: '', next: '', article: '', href: '', options }
}

/** The whole document as Markdown. */
export function markdownOf({ before, after, steps }: ScriptDraft): string {
  const script = scriptSource(steps.map(step => ({ attrs: attrsOf(step), body: step.text.trim() })))
  return [before, script, after].filter(part => part !== '').join('\n\n')
}

/** What keeps the script from being published; the texts of its steps are not looked into. */
export function problemsOf(steps: readonly DraftStep[]): ScriptProblem[] {
  return checkScript({ type: 'script', content: steps.map(step => ({ type: 'scriptStep', attrs: attrsOf(step) })) })
}

function attrsOf({ id, kind, title, next, article, href, options }: DraftStep): ScriptStep['attrs'] {
  const target = kind === 'answer' && article !== '' ? `article:${article}` : kind === 'action' ? href : ''
  return {
    ...{ id, kind, title: title.trim() },
    ...(kind !== 'question' && kind !== 'end' && next && { next }),
    ...(target && { href: target }),
    ...(kind === 'question' && { options: options.map(option => ({ ...option, label: option.label.trim() })) }),
  }
}

/** The steps with another one behind `after`; its id is new. */
export function withStep(steps: readonly DraftStep[], after: number): DraftStep[] {
  return [...steps.slice(0, after + 1), emptyStep(newStepId(), 'instruction', ''), ...steps.slice(after + 1)]
}

/** The same with the new step in the way that leads on from step `index`, by `option` or, where that is null, by itself. */
export function withStepBetween(steps: readonly DraftStep[], index: number, option: number | null): DraftStep[] {
  const after = option === null ? index : behindOptions(steps, index, option)
  const longer = withStep(steps, after)
  const [from, added] = [longer[index], longer[after + 1]]
  if (!from || !added) return longer
  const next = option === null ? from.next : (from.options[option]?.next ?? '')
  const led: DraftStep =
    option === null
      ? { ...from, next: added.id }
      : { ...from, options: from.options.map((one, at) => (at === option ? { ...one, next: added.id } : one)) }
  return longer.with(index, led).with(after + 1, { ...added, next })
}

/** Behind the steps to which the options before this one lead, so that steps stand in the order of the options. */
function behindOptions(steps: readonly DraftStep[], index: number, option: number): number {
  const before = steps[index]?.options.slice(0, option) ?? []
  const places = before.map(({ next }) => steps.findIndex(({ id, kind }) => id === next && kind !== 'end'))
  return Math.max(index, ...places)
}

/** Random, so that two people who add a step at the same time add two. */
function newStepId(): string {
  const number = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  return `step-${number.toString(36).padStart(7, '0')}`
}

/** The steps without one; ways that led there lead nowhere until they are set anew. */
export function withoutStep(steps: readonly DraftStep[], index: number): DraftStep[] {
  const gone = steps[index]?.id
  return steps
    .filter((_, at) => at !== index)
    .map(step => ({
      ...step,
      next: step.next === gone ? '' : step.next,
      options: step.options.map(option => (option.next === gone ? { ...option, next: '' } : option)),
    }))
}

/** The steps with one moved up or down. */
export function withMoved(steps: readonly DraftStep[], index: number, by: -1 | 1): DraftStep[] {
  const moved = [...steps]
  const [step] = moved.splice(index, 1)
  if (!step || index + by < 0 || index + by > moved.length) return [...steps]
  moved.splice(index + by, 0, step)
  return moved
}
