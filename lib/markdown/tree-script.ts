import type { RootContent } from 'mdast'
import { cleanAttribute } from '#lib/document/clean-text.ts'
import { scriptLimits } from '#lib/document/limits.ts'
import { plainInlineText } from '#lib/document/plain-text.ts'
import { type ScriptOption, type ScriptStep, type ScriptStepKind, scriptStepKinds } from '#lib/document/types.ts'
import { finding } from '../findings.ts'
import { MarkdownError } from './markdown-error.ts'
import { splitLabel } from './split-label.ts'
import { lineOf, type TreeContext } from './tree-context.ts'
import { inlinePieces, onlyInlines } from './tree-inlines.ts'

type Container = Extract<RootContent, { type: 'containerDirective' }>
type Leaf = Extract<RootContent, { type: 'leafDirective' }>

/** The steps of `:::script`: `:::question[Title]{id=…}` with `::option[Label]{to=…}`, `:::instruction`, `:::answer{article=…}`, `:::action{href=…}`, `:::end`. */
export function scriptSteps(script: Container, context: TreeContext): ScriptStep[] {
  return script.children.map(child => {
    const step = child as RootContent
    if (step.type !== 'containerDirective' || !isStepKind(step.name))
      throw new MarkdownError(
        'invalid',
        finding('script-form', { values: scriptStepKinds.map(kind => `:::${kind}`).join(', ') }),
        lineOf(step),
      )
    return scriptStep(step, step.name, context)
  })
}

function isStepKind(name: string): name is ScriptStepKind {
  return (scriptStepKinds as readonly string[]).includes(name)
}

function scriptStep(node: Container, kind: ScriptStepKind, context: TreeContext): ScriptStep {
  const { label, children } = splitLabel(node, context)
  const { id, article, href, to } = node.attributes ?? {}
  if (!id) throw new MarkdownError('invalid', finding('script-id', { value: kind }), lineOf(node))
  const options = children.filter((child): child is Leaf => child.type === 'leafDirective' && child.name === 'option')
  const body = children.filter(child => !(options as unknown[]).includes(child))
  return {
    type: 'scriptStep',
    attrs: {
      id,
      kind,
      title: label.slice(0, scriptLimits.title),
      ...(to && { next: to }),
      ...(article ? { href: `article:${article}` } : href ? { href } : {}),
      ...(options.length > 0 && { options: options.map(option => scriptOption(option, context)) }),
    },
    ...(body.length > 0 && { content: context.blocks(body, context) }),
  }
}

function scriptOption(node: Leaf, context: TreeContext): ScriptOption {
  const label = cleanAttribute(plainInlineText(onlyInlines(inlinePieces(node.children, [], context))))
  return { label: label.slice(0, scriptLimits.label), next: node.attributes?.to ?? '' }
}
