import type { DocumentPath } from '#lib/document/types.ts'
import type { FactRun, Resolved, ResolvedBlock, Run } from '../resolve/resolved.ts'

/** The literal text of one block. Where a fact stands there is a mark, so that words on both sides of it do not join. */
export interface Passage {
  path: DocumentPath
  text: string
}
export interface Passages {
  passages: Passage[]
  facts: FactRun[]
}

const factMark = '\ufffc'

/** All literal text of blocks and all facts in them. */
export function collectPassages(blocks: readonly ResolvedBlock[], into: Passages = { passages: [], facts: [] }): Passages {
  for (const block of blocks) {
    if ('runs' in block) addRuns(block.runs, block.path, into)
    else if (block.type === 'script') collectScript(block, into)
    else if ('items' in block) for (const item of block.items) collectPassages(item.blocks, into)
    else if (block.type === 'table') for (const row of block.rows) for (const cell of row.cells) collectPassages(cell.blocks, into)
    else if ('blocks' in block) collectPassages(block.blocks, into)
  }
  return into
}

function collectScript({ items }: Resolved<'script'>, into: Passages): void {
  for (const { title, options, path, blocks } of items) {
    for (const text of [title, ...options.map(option => option.label)]) if (text.trim() !== '') into.passages.push({ path, text })
    collectPassages(blocks, into)
  }
}

/** The literal text and the facts of inline content. */
export function addRuns(runs: readonly Run[], path: DocumentPath, into: Passages): void {
  let text = ''
  for (const run of runs) {
    if (run.type === 'text') text += run.text
    else text += run.type === 'fact' ? factMark : '\n'
    if (run.type === 'fact') into.facts.push(run)
  }
  if (text.trim() !== '') into.passages.push({ path, text })
}
