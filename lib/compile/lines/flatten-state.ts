import type { DocumentPath } from '#lib/document/types.ts'
import type { Run, TextRun } from '../resolve/resolved.ts'
import { type Frame, type Line, runsText } from './line.ts'

export interface FlattenOptions {
  locale: string
  publicUrl: string
  /** Internal blocks are left out unless the reader works here; then a word stands before them. */
  markInternal?: boolean
}

/** What the walk carries; a fresh object per list level or frame. */
export interface FlattenState extends FlattenOptions {
  lines: Line[]
  indent: string
  frame: Frame | null
  /** What stands before the next line ("• ", "Внимание. "). */
  prefix: Run[]
  tight: boolean
}

/** A run of plain or styled text without a link. */
export function textRun(text: string, style = 0): TextRun {
  return { type: 'text', text, style, link: null }
}

/** Adds a line; the waiting prefix and the indent go before it. A line without text is dropped. */
export function pushLine(state: FlattenState, path: DocumentPath, runs: Run[], kind: Line['kind'] = 'text', language = ''): void {
  const text = runsText(runs)
  if (text.trim() === '') return
  const before = state.prefix.length > 0 ? state.prefix : state.indent ? [textRun(state.indent)] : state.prefix
  const all = before.length > 0 ? [...before, ...runs] : runs
  state.lines.push({
    kind,
    runs: all,
    text: before.length > 0 ? runsText(before) + text : text,
    tight: state.tight,
    frame: state.frame,
    path,
    language,
  })
  state.prefix = []
  state.tight = kind === 'heading'
}

/** Whatever prefix still waits becomes a line of its own, for content that cannot carry it. */
export function flushPrefix(state: FlattenState, path: DocumentPath): void {
  const { prefix } = state
  if (prefix.length === 0) return
  state.prefix = []
  pushLine(state, path, prefix)
  state.tight = true
}
