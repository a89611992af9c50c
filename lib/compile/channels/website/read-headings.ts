import { runsText } from '../../lines/line.ts'
import { describeLoss } from '../../loss-reasons.ts'
import type { ResolvedBlock } from '../../resolve/resolved.ts'
import type { Loss, TocEntry } from '../../types.ts'

/** The table of contents in the order of the text. A heading whose level was corrected is reported. */
export function readHeadings(blocks: readonly ResolvedBlock[], losses: Loss[], toc: TocEntry[] = []): TocEntry[] {
  for (const block of blocks) {
    if (block.type === 'heading') {
      if (block.level !== block.written)
        losses.push(describeLoss('heading-level', block.path, 'heading', `h${block.written} → h${block.level}`))
      toc.push({ id: block.id, level: block.level, text: runsText(block.runs).replaceAll('\n', ' ').trim() })
    } else if ('blocks' in block) readHeadings(block.blocks, losses, toc)
    else if ('items' in block) for (const item of block.items) readHeadings(item.blocks, losses, toc)
    else if (block.type === 'table') for (const row of block.rows) for (const cell of row.cells) readHeadings(cell.blocks, losses, toc)
  }
  return toc
}
