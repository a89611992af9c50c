import { type Run, styles } from '../resolve/resolved.ts'
import { cutText } from '../text/cut-text.ts'
import type { Line } from './line.ts'

/** The part of a line between two offsets into its text; marks and links go with it. */
export function sliceLine(line: Line, from: number, to: number): Line {
  return { ...line, runs: sliceRuns(line.runs, from, to), text: line.text.slice(from, to), tight: from === 0 && line.tight }
}

/** The runs between two offsets into their text; a hard break counts as one. */
export function sliceRuns(all: readonly Run[], from: number, to: number): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const run of all) {
    const length = run.type === 'hardBreak' ? 1 : run.text.length
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, length)
    if (start < end) runs.push(run.type === 'hardBreak' || end - start === length ? run : { ...run, text: run.text.slice(start, end) })
    at += length
  }
  return runs
}

/** Stretches of a line that are not cut: links, facts, code. */
export function atomsOf(line: Line): (readonly [from: number, to: number])[] {
  const atoms: (readonly [number, number])[] = []
  if (line.kind === 'code') return atoms
  let at = 0
  for (const run of line.runs) {
    const length = run.type === 'hardBreak' ? 1 : run.text.length
    if (run.type === 'fact' || (run.type === 'text' && (run.link || run.style & styles.code))) atoms.push([at, at + length])
    at += length
  }
  return atoms
}

/** Cuts a line in two so that the first part costs at most `budget`; the second is null when all of it fits. */
export function cutLine(line: Line, budget: number, cost: (line: Line) => number): [Line, Line | null] {
  if (cost(line) <= budget) return [line, null]
  const atoms = atomsOf(line)
  let room = Math.max(1, Math.min(budget, line.text.length - 1))
  for (;;) {
    const at = cutText(line.text, room, atoms)
    const first = sliceLine(line, 0, at)
    const spent = cost(first)
    if (spent <= budget || room <= 1) return [first, at < line.text.length ? sliceLine(line, at, line.text.length) : null]
    room = Math.max(1, Math.min(at - 1, Math.floor((at * budget) / spent)))
  }
}
