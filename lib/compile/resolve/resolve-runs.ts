import type { DocumentPath, FactReference, Inline, Mark, Text } from '#lib/document/types.ts'
import { factValueIn } from '../facts/fact-value.ts'
import { formatFact } from '../facts/format-fact.ts'
import { quickCleanLine } from '../text/clean.ts'

import { resolveLink, webLink } from './resolve-link.ts'
import { type ResolveState, sayFact } from './resolve-state.ts'
import { type FactRun, type Link, type Run, styles, type TextRun } from './resolved.ts'

const noRuns: Run[] = []

/** The runs of an inline content. Facts are looked up and written, links are resolved. `pathOf` gives the place of the n-th child. */
export function resolveRuns(content: Inline[] | undefined, pathOf: (index: number) => DocumentPath, state: ResolveState): Run[] {
  if (!content || content.length === 0) return noRuns
  const runs: Run[] = []
  for (let index = 0; index < content.length; index++) {
    const node = content[index] as Inline
    if (node.type === 'text') runs.push(resolveText(node, node.marks ? pathOf(index) : '', state))
    else if (node.type === 'fact') runs.push(resolveFact(node, pathOf(index), state))
    else runs.push(node)
  }
  return runs
}

function resolveText(node: Text, path: DocumentPath, state: ResolveState): TextRun {
  const run: TextRun = { type: 'text', text: quickCleanLine(node.text), style: 0, link: null }
  if (node.marks) applyMarks(run, node.marks, path, state)
  return run
}

function resolveFact(node: FactReference, path: DocumentPath, state: ResolveState): FactRun | TextRun {
  const { key, form, case: speechCase } = node.attrs
  const fact = state.resolution.facts.get(key)
  if (!fact) {
    state.lose('fact-missing', path, 'fact', key)
    return { type: 'text', text: `{${key}}`, style: 0, link: null, placeholder: true }
  }
  const value = quickCleanLine(factValueIn(fact, state.locale))
  const text = quickCleanLine(formatFact(fact, state.locale, { form, case: speechCase }))
  const run: FactRun = { type: 'fact', text, fact, value, speechCase, form, style: 0, link: null }
  if (node.marks) applyMarks(run, node.marks, path, state)
  if (!run.link && fact.type === 'phone') run.link = webLink(`tel:${value}`)
  if (!run.link && fact.type === 'url') {
    run.link = webLink(value)
    if (!run.link) state.lose('link-unsafe', path, 'fact', value)
  }
  sayFact(state.facts, run)
  return run
}

function applyMarks(run: TextRun | FactRun, marks: Mark[], path: DocumentPath, state: ResolveState): void {
  for (const mark of marks) {
    if (mark.type === 'link') run.link = cachedLink(mark.attrs.href, path, state)
    else run.style |= styles[mark.type]
  }
}

/** One object per address, so that neighbouring runs of one link can be told by identity. */
function cachedLink(href: string, path: DocumentPath, state: ResolveState): Link | null {
  const known = state.links.get(href)
  if (known !== undefined) return known
  const link = resolveLink(href, path, state)
  if (link) state.links.set(href, link)
  return link
}
