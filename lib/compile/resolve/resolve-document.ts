import { checkScript } from '#lib/document/check-script.ts'
import type {
  Block,
  Document,
  DocumentPath,
  Image,
  ListItem,
  Node,
  Only,
  ScriptStep,
  SnippetReference,
  Step,
  Table,
  TableCell,
} from '#lib/document/types.ts'
import { quickCleanLine, quickCleanText } from '../text/clean.ts'

import { headingId } from '../text/heading-id.ts'
import { isForStaff, isVisible } from './is-visible.ts'
import { resolveLink } from './resolve-link.ts'
import { resolveRuns } from './resolve-runs.ts'
import type { ResolveState } from './resolve-state.ts'
import type { Resolved, ResolvedBlock, ResolvedDocument, ResolvedScriptStep, ResolvedTableCell, ResolvedTableRow } from './resolved.ts'

/** A place in a document. Inside a snippet everything stands at the place of its reference. */
interface Place {
  path: DocumentPath
  inSnippet: boolean
}

/**
 * Looks up everything a document refers to and drops what the reader of `state.channel` may not see, before anything is rendered.
 * `root` is the path of the document in its source ('' or '/variations/ivr').
 */
export function resolveDocument(document: Document, root: DocumentPath, state: ResolveState): ResolvedDocument {
  const blocks: ResolvedBlock[] = []
  resolveBlocks(document.content, { path: root, inSnippet: false }, state, blocks)
  return { blocks, facts: state.facts, losses: state.losses, dependsOn: state.dependsOn }
}

function childPath(place: Place, index: number): DocumentPath {
  return place.inSnippet ? place.path : `${place.path}/content/${index}`
}

function resolveBlocks(content: Block[], place: Place, state: ResolveState, into: ResolvedBlock[]): ResolvedBlock[] {
  for (let index = 0; index < content.length; index++) {
    const node = content[index] as Block
    const at = { path: childPath(place, index), inSnippet: place.inSnippet }
    if (node.type === 'snippet') resolveSnippet(node, at, state, into)
    else if (node.type === 'only') resolveOnly(node, at, state, into)
    else into.push(resolveBlock(node, at, state))
  }
  return into
}

function resolveSnippet(node: SnippetReference, at: Place, state: ResolveState, into: ResolvedBlock[]): void {
  const { key } = node.attrs
  const snippet = state.resolution.snippets.get(key)
  if (!snippet || state.openSnippets.includes(key)) {
    state.lose(snippet ? 'snippet-cycle' : 'snippet-missing', at.path, 'snippet', key)
    return
  }
  state.openSnippets.push(key)
  resolveBlocks(snippet.content, { path: at.path, inSnippet: true }, state, into)
  state.openSnippets.pop()
}

function resolveOnly(node: Only, at: Place, state: ResolveState, into: ResolvedBlock[]): void {
  if (!isVisible(node, at.path, state)) return
  if (isForStaff(node)) into.push({ type: 'only', path: at.path, blocks: resolveBlocks(node.content, at, state, []) })
  else resolveBlocks(node.content, at, state, into)
}

type Handlers = {
  [Type in Exclude<Block['type'], 'snippet' | 'only'>]: (
    node: Extract<Node, { type: Type }>,
    at: Place,
    state: ResolveState,
  ) => ResolvedBlock
}

const handlers: Handlers = {
  paragraph: (node, at, state) => ({ type: 'paragraph', path: at.path, runs: runsOf(node, at, state) }),
  heading: (node, at, state) => {
    const runs = runsOf(node, at, state)
    const written = node.attrs.level
    const level = Math.min(written, state.headingLevel + 1) as 2 | 3 | 4
    state.headingLevel = level
    const words = runs.map(run => (run.type === 'text' ? run.text : ' ')).join('')
    return { type: 'heading', path: at.path, level, written, id: headingId(words, state.headingIds), runs }
  },
  bulletList: (node, at, state) => ({
    type: 'bulletList',
    path: at.path,
    items: node.content.map((item, i) => resolveItem(item, i, at, state)),
  }),
  orderedList: (node, at, state) => ({
    type: 'orderedList',
    path: at.path,
    start: node.attrs?.start ?? 1,
    items: node.content.map((item, i) => resolveItem(item, i, at, state)),
  }),
  steps: (node, at, state) => ({ type: 'steps', path: at.path, items: node.content.map((step, i) => resolveStep(step, i, at, state)) }),
  table: (node, at, state) => resolveTable(node, at, state),
  image: (node, at, state) => resolveImage(node, at, state),
  callout: (node, at, state) => ({
    type: 'callout',
    path: at.path,
    kind: node.attrs.kind,
    blocks: resolveBlocks(node.content, at, state, []),
  }),
  codeBlock: (node, at) => ({
    type: 'codeBlock',
    path: at.path,
    text: quickCleanText((node.content ?? []).map(each => each.text).join('')),
    language: (node.attrs?.language ?? '').replace(/[^\w+#.-]/g, ''),
  }),
  quote: (node, at, state) => ({ type: 'quote', path: at.path, blocks: resolveBlocks(node.content, at, state, []) }),
  details: (node, at, state) => ({
    type: 'details',
    path: at.path,
    summary: quickCleanLine(node.attrs.summary),
    blocks: resolveBlocks(node.content, at, state, []),
  }),
  script: (node, at, state) => {
    for (const problem of checkScript(node)) {
      const step = childPath(at, problem.step)
      const path = problem.option === null || at.inSnippet ? step : `${step}/attrs/options/${problem.option}`
      state.lose(`script-${problem.reason}`, path, 'scriptStep', problem.detail)
    }
    return { type: 'script', path: at.path, items: node.content.map((step, i) => resolveScriptStep(step, i, at, state)) }
  },
  divider: (_node, at) => ({ type: 'divider', path: at.path }),
}

function resolveBlock(node: Exclude<Block, SnippetReference | Only>, at: Place, state: ResolveState): ResolvedBlock {
  return (handlers[node.type] as (node: Block, at: Place, state: ResolveState) => ResolvedBlock)(node, at, state)
}

function runsOf(node: { content?: Parameters<typeof resolveRuns>[0] }, at: Place, state: ResolveState) {
  return resolveRuns(node.content, index => childPath(at, index), state)
}

function resolveItem(item: ListItem, index: number, list: Place, state: ResolveState): Resolved<'listItem'> {
  const at = { path: childPath(list, index), inSnippet: list.inSnippet }
  return { type: 'listItem', path: at.path, blocks: resolveBlocks(item.content, at, state, []) }
}

function resolveStep(step: Step, index: number, steps: Place, state: ResolveState): Resolved<'step'> {
  const at = { path: childPath(steps, index), inSnippet: steps.inSnippet }
  return { type: 'step', path: at.path, blocks: resolveBlocks(step.content, at, state, []) }
}

function resolveScriptStep({ attrs, content }: ScriptStep, index: number, script: Place, state: ResolveState): ResolvedScriptStep {
  const at = { path: childPath(script, index), inSnippet: script.inSnippet }
  return {
    type: 'scriptStep',
    path: at.path,
    id: attrs.id,
    kind: attrs.kind,
    title: quickCleanLine(attrs.title),
    next: attrs.next ?? null,
    link: attrs.href === undefined ? null : resolveLink(attrs.href, at.path, state),
    options: (attrs.options ?? []).map(({ label, next }) => ({ label: quickCleanLine(label), next })),
    blocks: resolveBlocks(content ?? [], at, state, []),
  }
}

function resolveTable(node: Table, at: Place, state: ResolveState): Resolved<'table'> {
  const rows = node.content.map((row, index): ResolvedTableRow => {
    const rowPlace = { path: childPath(at, index), inSnippet: at.inSnippet }
    return { type: 'tableRow', path: rowPlace.path, cells: row.content.map((cell, i) => resolveCell(cell, i, rowPlace, state)) }
  })
  return { type: 'table', path: at.path, caption: quickCleanLine(node.attrs?.caption ?? ''), rows }
}

function resolveCell(cell: TableCell, index: number, row: Place, state: ResolveState): ResolvedTableCell {
  const at = { path: childPath(row, index), inSnippet: row.inSnippet }
  const { colspan = 1, rowspan = 1 } = cell.attrs ?? {}
  return {
    type: 'tableCell',
    path: at.path,
    header: cell.type === 'tableHeader',
    colspan,
    rowspan,
    blocks: resolveBlocks(cell.content, at, state, []),
  }
}

function resolveImage(node: Image, at: Place, state: ResolveState): Resolved<'image'> {
  const id = node.attrs.src.replace(/^media:/, '')
  const media = state.resolution.media.get(id) ?? null
  if (!media) state.lose('media-missing', at.path, 'image', id)
  const alt = quickCleanLine(node.attrs.alt).trim()
  if (!alt) state.lose('image-without-alt', at.path, 'image')
  return {
    type: 'image',
    path: at.path,
    alt,
    media,
    width: node.attrs.width ?? media?.width ?? null,
    height: node.attrs.height ?? media?.height ?? null,
  }
}
