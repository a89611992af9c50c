import { articleOfHref } from '#lib/document/link.ts'
import type { ScriptStep } from '#lib/document/types.ts'
import { container, label } from './container-source.ts'

/** A step with the blocks it holds as Markdown. */
export interface StepSource {
  attrs: ScriptStep['attrs']
  body: string
}

/** A decision script as Markdown. */
export function scriptSource(steps: readonly StepSource[]): string {
  return container('script', '', steps.map(stepSource).join('\n'))
}

function stepSource({ attrs, body }: StepSource): string {
  const { id, kind, title, next, href, options = [] } = attrs
  const article = href === undefined ? null : articleOfHref(href)
  const named = [
    `id=${id}`,
    ...(article !== null ? [`article=${article}`] : href ? [`href="${href.replaceAll('&', '&amp;')}"`] : []),
    ...(next ? [`to=${next}`] : []),
  ]
  const choices = options.map(option => `::option${label(option.label)}${option.next === '' ? '' : `{to=${option.next}}`}`)
  return container(kind, `${label(title)}{${named.join(' ')}}`, [body, choices.join('\n')].filter(part => part !== '').join('\n\n'))
}
