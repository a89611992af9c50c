import { textRun } from '../../lines/flatten-state.ts'
import { type Line, runsText } from '../../lines/line.ts'
import type { Run } from '../../resolve/resolved.ts'
import type { ChatButton } from '../../types.ts'
import { linesOf, type View } from '../../view.ts'
import { wordsFor } from '../../words.ts'
import { collectButtons } from './collect-buttons.ts'
import type { DialectContext } from './dialect.ts'

/** What every dialect of a chatbot answer is made of. */
export interface Composition {
  view: View
  context: DialectContext
  lines: Line[]
  /** Characters of all lines: no dialect needs fewer. */
  length: number
  /** The short answer alone; empty when there is none. */
  shortLines: Line[]
  buttons: ChatButton[]
  /** Leads to the full text; shown first when the answer had to be shortened. */
  readInFull: ChatButton
}

/** An article as lines and buttons. An article without any text says its title. */
export function composeAnswer(view: View): Composition {
  const context: DialectContext = { publicUrl: view.resolution.publicUrl, locale: view.locale, spelled: new Map() }
  const lines = linesOf(view)
  const said = lines.length > 0 ? lines : lineOf([textRun(view.title)], '/title')
  return {
    view,
    context,
    lines: said,
    length: said.reduce((sum, line) => sum + line.text.length, 0),
    shortLines: lineOf(view.short, '/shortAnswer'),
    buttons: collectButtons(lines, context.publicUrl),
    readInFull: { kind: 'url', label: wordsFor(view.locale).readInFull, target: view.canonicalUrl },
  }
}

function lineOf(runs: Run[], path: string): Line[] {
  const text = runsText(runs)
  return text.trim() === '' ? [] : [{ kind: 'text', runs, text, tight: false, frame: null, path, language: '' }]
}
