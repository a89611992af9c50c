import { describeLoss } from '../../loss-reasons.ts'
import type { Resolved, ResolvedBlock } from '../../resolve/resolved.ts'
import { tableGrid } from '../../tables/table-grid.ts'
import type { Loss } from '../../types.ts'
import type { Composition } from './compose.ts'

/** The longest short answer that a bot should say at once, in characters (CHANNELS.md §2.2, own rule). */
const maxShortAnswer = 300

/** Tells what messengers do not say as written: tables, pictures, shortened answers, buttons that do not fit. */
export function reportChatLosses(answer: Composition, { shortened, dropped }: { shortened: string[]; dropped: string[] }): void {
  const { view } = answer
  reportBlocks(view.blocks, view.losses)
  if (view.shortText.length > maxShortAnswer)
    view.losses.push(describeLoss('short-answer-too-long', '/shortAnswer', 'article', `${view.shortText.length} > ${maxShortAnswer}`))
  if (shortened.length > 0) {
    const reason = answer.shortLines.length > 0 ? 'answer-shortened' : 'short-answer-missing'
    view.losses.push(describeLoss(reason, '', 'article', shortened.join(', ')))
  }
  if (dropped.length > 0) view.losses.push(describeLoss('buttons-dropped', '', 'article', dropped.join(', ')))
}

/** The same for a step of a script. A way on that a messenger cannot show is an error: nobody would get further. */
export function reportStepLosses(
  { view, lines }: Composition,
  { shortened, stuck, cut, alike }: Record<'shortened' | 'stuck' | 'cut' | 'alike', readonly string[]>,
): void {
  const path = lines[0]?.path ?? ''
  const title = lines[0]?.text ?? ''
  if (alike.length > 0) view.losses.push(describeLoss('labels-alike', path, 'scriptStep', `${title} (${alike.join(', ')})`))
  else if (cut.length > 0) view.losses.push(describeLoss('labels-cut', path, 'scriptStep', `${title} (${cut.join(', ')})`))
  if (shortened.length > 0) view.losses.push(describeLoss('answer-shortened', path, 'scriptStep', shortened.join(', ')))
  if (stuck.length > 0) view.losses.push(describeLoss('buttons-dropped', path, 'scriptStep', stuck.join(', '), 'error'))
}

function reportBlocks(blocks: readonly ResolvedBlock[], losses: Loss[]): void {
  for (const block of blocks) {
    if (block.type === 'table') reportTable(block, losses)
    else if (block.type === 'image') {
      if (block.media) losses.push(describeLoss('image-as-link', block.path, 'image', block.alt || block.media.id))
    } else if ('blocks' in block) reportBlocks(block.blocks, losses)
    else if ('items' in block) for (const item of block.items) reportBlocks(item.blocks, losses)
  }
}

function reportTable(table: Resolved<'table'>, losses: Loss[]): void {
  const { columns, rows, merged } = tableGrid(table)
  if (columns > 2) losses.push(describeLoss('table-as-list', table.path, 'table', `${columns} × ${rows.length}`))
  if (merged) losses.push(describeLoss('table-cells-merged', table.path, 'table'))
}
