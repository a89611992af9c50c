import { mediaPath } from '../html/html-blocks.ts'
import { type BlockHandlers, handleBlock, type Resolved, type ResolvedBlock, styles } from '../resolve/resolved.ts'
import { wordsFor } from '../words.ts'
import { type FlattenOptions, type FlattenState, flushPrefix, pushLine, textRun } from './flatten-state.ts'
import { flattenTable } from './flatten-table.ts'
import type { Frame, Line } from './line.ts'
import { scriptList } from './script-list.ts'

/** Blocks as lines of runs: lists become "• " and "1. ", tables "key — value", pictures their description, see CHANNELS.md §0.4. */
export function flattenBlocks(blocks: readonly ResolvedBlock[], options: FlattenOptions): Line[] {
  const state: FlattenState = { ...options, lines: [], indent: '', frame: null, prefix: [], tight: false }
  flattenInto(blocks, state)
  return state.lines
}

function flattenInto(blocks: readonly ResolvedBlock[], state: FlattenState): void {
  for (const block of blocks) handleBlock(handlers, block, state)
}

const handlers = {
  paragraph: (node, state) => pushLine(state, node.path, node.runs),
  heading: (node, state) => {
    const bold = node.runs.map(run => (run.type === 'hardBreak' ? run : { ...run, style: run.style | styles.bold }))
    pushLine(state, node.path, bold, 'heading')
  },
  bulletList: (node, state) => flattenItems(node.items, () => '• ', state),
  orderedList: (node, state) => flattenItems(node.items, index => `${node.start + index}. `, state),
  steps: (node, state) => flattenItems(node.items, index => `${index + 1}. `, state),
  table: (node, state) => {
    flushPrefix(state, node.path)
    flattenTable(node, state, blocks => flattenBlocks(blocks, { locale: state.locale, publicUrl: state.publicUrl }))
  },
  image: (node, state) => {
    const word = wordsFor(state.locale).picture
    const text = `[${node.alt ? `${word}: ${node.alt}` : word}]`
    const link = node.media ? { kind: 'url' as const, href: state.publicUrl + mediaPath(node.media), article: null } : null
    pushLine(state, node.path, [{ type: 'text', text, style: 0, link }])
  },
  callout: (node, state) => {
    state.prefix.push(textRun(`${wordsFor(state.locale).callout[node.kind]}.`, styles.bold), textRun(' '))
    flattenInto(node.blocks, state)
    state.prefix = []
  },
  codeBlock: (node, state) => {
    flushPrefix(state, node.path)
    pushLine(state, node.path, [textRun(node.text)], 'code', node.language)
  },
  quote: (node, state) => inFrame('quote', node.blocks, state),
  details: (node, state) => {
    flushPrefix(state, node.path)
    const frame = state.frame
    state.frame ??= { kind: 'details' }
    pushLine(state, node.path, [textRun(node.summary, styles.bold)], 'heading')
    flattenInto(node.blocks, state)
    state.frame = frame
    state.tight = false
  },
  script: (node, state) => flattenInto([scriptList(node)], state),
  divider: (_node, state) => {
    state.tight = false
  },
  only: (node, state) => {
    if (!state.markInternal) return
    state.prefix.push(textRun(`[${wordsFor(state.locale).internal}] `, styles.bold))
    flattenInto(node.blocks, state)
    state.prefix = []
  },
} satisfies BlockHandlers<FlattenState, void>

function inFrame(kind: Frame['kind'], blocks: readonly ResolvedBlock[], state: FlattenState): void {
  const frame = state.frame
  state.frame ??= { kind }
  flattenInto(blocks, state)
  state.frame = frame
}

function flattenItems(
  items: readonly (Resolved<'listItem'> | Resolved<'step'>)[],
  marker: (index: number) => string,
  state: FlattenState,
): void {
  const { indent } = state
  if (state.lines.length > 0) state.tight = true
  items.forEach((item, index) => {
    state.prefix.push(textRun(indent + marker(index)))
    state.indent = `${indent}   `
    flattenInto(item.blocks, state)
    state.prefix = []
    state.tight = true
  })
  state.indent = indent
  state.tight = indent !== ''
}
