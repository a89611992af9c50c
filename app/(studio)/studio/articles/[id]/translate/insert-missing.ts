import type { MatchRow } from '#lib/authoring/translation-match.ts'
import type { Block, Document } from '#lib/document/types.ts'

/** The translation with the block of the source that it lacks, put after what belongs to the block before it. */
export function insertMissing(target: Document, source: Document, rows: readonly Omit<MatchRow, 'before'>[], path: string): Document {
  const block = source.content[indexOf(path)]
  if (!block) return target
  const place = rows.findIndex(row => row.source === path)
  const before = rows.slice(0, place).findLast(row => row.target?.startsWith('/content/'))
  const at = before?.target ? indexOf(before.target) + 1 : 0
  return { ...target, content: target.content.toSpliced(at, 0, structuredClone(block) as Block) }
}

function indexOf(path: string): number {
  return Number(path.split('/')[2])
}
