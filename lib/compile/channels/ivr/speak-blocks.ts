import { dialogueLimits } from '../../limits.ts'
import { flattenBlocks } from '../../lines/flatten.ts'
import { textRun } from '../../lines/flatten-state.ts'
import { describeLoss, type LossReason } from '../../loss-reasons.ts'
import {
  type BlockHandlers,
  handleBlock,
  type Resolved,
  type ResolvedBlock,
  type ResolvedTableCell,
  type Run,
} from '../../resolve/resolved.ts'
import { tableGrid } from '../../tables/table-grid.ts'
import type { Loss } from '../../types.ts'
import { wordsFor } from '../../words.ts'
import { endSentence, speakRuns } from './speak-runs.ts'
import { pauses, type Utterance } from './utterance.ts'

export interface SpeakContext {
  locale: string
  publicUrl: string
  losses: Loss[]
  utterances: Utterance[]
  /** Said before the next utterance ("Первое."). */
  prefix: string
}

/** A description that tells what to do is worth hearing. */
const instruction =
  /(?:нажмите|откройте|выберите|введите|наберите|позвоните|перейдите|вставьте|проверьте|press|tap|click|choose|open|enter|dial|insert)/i
/** Codes to dial or type: digits with `*` and `#`. */
const dialled = /^[\d*#+\s-]{1,40}$/

/** Blocks as utterances, see the voice column of CHANNELS.md §0.4. */
export function speakBlocks(blocks: readonly ResolvedBlock[], context: Pick<SpeakContext, 'locale' | 'publicUrl' | 'losses'>): Utterance[] {
  const speaking: SpeakContext = { ...context, utterances: [], prefix: '' }
  speakInto(blocks, speaking)
  return speaking.utterances
}

function speakInto(blocks: readonly ResolvedBlock[], context: SpeakContext): void {
  for (const block of blocks) handleBlock(handlers, block, context)
}

function say(runs: readonly Run[], path: string, pause: number, context: SpeakContext): void {
  const all = context.prefix ? [textRun(`${context.prefix} `), ...runs] : runs
  const { pieces, facts } = speakRuns(all, context.locale, path, context.losses)
  if (pieces.length === 0) return
  context.utterances.push({ pieces: endSentence(pieces), pause, path, facts })
  context.prefix = ''
}

function lose(reason: LossReason, node: ResolvedBlock, detail: string, context: SpeakContext): void {
  context.losses.push(describeLoss(reason, node.path, node.type, detail))
}

const handlers = {
  paragraph: (node, context) => say(node.runs, node.path, pauses.paragraph, context),
  heading: (node, context) => say(node.runs, node.path, pauses.heading, context),
  bulletList: (node, context) => {
    for (const item of node.items) speakItem(item, '', context)
  },
  orderedList: (node, context) => speakNumbered(node.items, node.start, context),
  steps: (node, context) => speakNumbered(node.items, 1, context),
  table: (node, context) => speakTable(node, context),
  image: (node, context) => {
    if (instruction.test(node.alt)) say([textRun(node.alt)], node.path, pauses.paragraph, context)
    else lose('image-not-spoken', node, node.alt, context)
  },
  callout: (node, context) => {
    context.prefix = `${context.prefix ? `${context.prefix} ` : ''}${wordsFor(context.locale).callout[node.kind]}.`
    speakInto(node.blocks, context)
    context.prefix = ''
  },
  codeBlock: (node, context) => {
    if (dialled.test(node.text)) say([textRun(node.text.replaceAll('\n', ' '))], node.path, pauses.paragraph, context)
    else lose('code-not-spoken', node, '', context)
  },
  quote: (node, context) => speakInto(node.blocks, context),
  details: (node, context) => lose('details-not-spoken', node, node.summary, context),
  script: (node, context) => {
    lose('script-not-spoken', node, '', context)
    say([textRun(wordsFor(context.locale).offerScript)], node.path, pauses.paragraph, context)
  },
  divider: (_node, context) => {
    const last = context.utterances.at(-1)
    if (last) last.pause = pauses.divider
  },
  only: () => undefined,
} satisfies BlockHandlers<SpeakContext, void>

function speakNumbered(items: readonly (Resolved<'listItem'> | Resolved<'step'>)[], start: number, context: SpeakContext): void {
  const { ordinals } = wordsFor(context.locale)
  items.forEach((item, index) => {
    const number = start + index
    const ordinal = ordinals[number - 1]
    speakItem(item, ordinal ? `${ordinal}.` : `${number}.`, context)
  })
}

function speakItem(item: Resolved<'listItem'> | Resolved<'step'>, prefix: string, context: SpeakContext): void {
  const from = context.utterances.length
  if (prefix) context.prefix = prefix
  speakInto(item.blocks, context)
  if (prefix) context.prefix = ''
  for (let index = from; index < context.utterances.length; index++) {
    const utterance = context.utterances[index] as Utterance
    utterance.pause = Math.min(utterance.pause, pauses.item)
  }
}

function speakTable(table: Resolved<'table'>, context: SpeakContext): void {
  const grid = tableGrid(table)
  if (grid.columns > dialogueLimits.tableColumns.max || grid.rows.length > dialogueLimits.tableRows.max) {
    lose('table-not-spoken', table, `${grid.columns} × ${grid.rows.length}`, context)
    say([textRun(wordsFor(context.locale).offerTable)], table.path, pauses.paragraph, context)
    return
  }
  if (table.caption) say([textRun(table.caption)], table.path, pauses.item, context)
  for (const row of grid.rows) {
    const cells = row.map(cell => cellRuns(cell, context)).filter(runs => runs.length > 0)
    const runs = cells.flatMap((cell, index) => (index === 0 ? cell : [textRun(' — '), ...cell]))
    say(runs, table.path, pauses.item, context)
  }
}

function cellRuns(cell: ResolvedTableCell, context: SpeakContext): Run[] {
  const lines = flattenBlocks(cell.blocks, context)
  return lines.flatMap((line, index) => (index === 0 ? line.runs : [textRun(', '), ...line.runs]))
}
