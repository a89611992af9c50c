import { htmlBlocks } from '../../html/html-blocks.ts'
import { flattenBlocks } from '../../lines/flatten.ts'
import { linesText } from '../../lines/line.ts'
import { findResolvedScript } from '../../lines/script-list.ts'
import type { ResolvedScriptStep } from '../../resolve/resolved.ts'
import type { OperatorContent, OperatorStep } from '../../types.ts'
import type { View } from '../../view.ts'

/** The script of an answer as steps that an operator walks through; nothing when the answer has none. */
export function operatorSteps(view: View): Pick<OperatorContent, 'steps'> {
  const script = findResolvedScript(view.blocks)
  if (!script) return {}
  const isForStaff = view.source.audience === 'internal' || !view.blocks.includes(script)
  return { steps: script.items.map(step => operatorStep(step, view, isForStaff)) }
}

function operatorStep(step: ResolvedScriptStep, view: View, isForStaff: boolean): OperatorStep {
  const { locale, resolution } = view
  const { publicUrl } = resolution
  const { id, kind, title, options, next, link, blocks } = step
  const body = linesText(flattenBlocks(blocks, { locale, publicUrl }))
  return {
    id,
    kind,
    title,
    html: htmlBlocks(blocks, { surface: 'operator', locale, publicUrl }),
    text: linesText(flattenBlocks(blocks, { locale, publicUrl, markInternal: true })),
    copy: isForStaff ? '' : [title, body].filter(text => text !== '').join('\n\n'),
    options,
    next,
    answer: link?.article ? { slug: link.article.slug, title: link.article.title } : null,
    action: kind === 'action' ? actionOf(step) : null,
  }
}

function actionOf({ link }: ResolvedScriptStep): OperatorStep['action'] {
  if (!link || link.kind === 'article') return { kind: 'handoff', target: '' }
  return { kind: link.kind, target: link.kind === 'url' ? link.href : link.href.slice(link.href.indexOf(':') + 1).replaceAll('%23', '#') }
}
