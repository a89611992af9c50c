import { flattenBlocks } from '../../lines/flatten.ts'
import { textRun } from '../../lines/flatten-state.ts'
import { type Line, runsText } from '../../lines/line.ts'
import { findResolvedScript, stepBlocks } from '../../lines/script-list.ts'
import { type ResolvedBlock, type ResolvedScriptStep, type Run, styles } from '../../resolve/resolved.ts'
import type { ChatButton } from '../../types.ts'
import { linesOf, type View, withLead } from '../../view.ts'
import { wordsFor } from '../../words.ts'
import { collectButtons } from './collect-buttons.ts'
import type { DialectContext } from './dialect.ts'

/** What every dialect of a chatbot answer is made of. */
export interface Composition {
  view: View
  context: DialectContext
  blocks: ResolvedBlock[]
  lines: Line[]
  /** Characters of all lines: no dialect needs fewer. */
  length: number
  /** The short answer alone; empty when there is none. */
  shortLines: Line[]
  buttons: ChatButton[]
  /** A step of a script: its buttons must be shown. */
  isStep: boolean
  /** Leads to the full text; shown first when the answer had to be shortened. */
  readInFull: ChatButton
}

/** An article as lines and buttons; of a script only the first step. An article without any text says its title. */
export function composeAnswer(view: View): Composition {
  const script = findResolvedScript(view.blocks)
  if (!script) return compose(view, withLead(view), linesOf(view), [])
  const [start] = script.items
  const blocks = withLead(view).flatMap(block => (block === script ? (start ? stepBlocks(start) : []) : [block]))
  return compose(view, blocks, flatten(blocks, view), start ? stepButtons(start, view) : [])
}

/** One step of a script as an answer of its own. */
export function composeStep(step: ResolvedScriptStep, view: View): Composition {
  const blocks = stepBlocks(step)
  const title = lineOf([textRun(step.title, styles.bold)], step.path)
  return { ...compose(view, blocks, flatten(blocks, view), stepButtons(step, view)), shortLines: title }
}

function compose(view: View, blocks: ResolvedBlock[], lines: Line[], buttons: ChatButton[]): Composition {
  const context: DialectContext = { publicUrl: view.resolution.publicUrl, locale: view.locale, spelled: new Map() }
  const said = lines.length > 0 ? lines : lineOf([textRun(view.title)], '/title')
  return {
    view,
    context,
    blocks,
    lines: said,
    length: said.reduce((sum, line) => sum + line.text.length, 0),
    shortLines: lineOf(view.short, '/shortAnswer'),
    buttons: [...buttons, ...collectButtons(lines, context.publicUrl)],
    isStep: buttons.length > 0,
    readInFull: { kind: 'url', label: wordsFor(view.locale).readInFull, target: view.canonicalUrl },
  }
}

function flatten(blocks: readonly ResolvedBlock[], { locale, resolution }: View): Line[] {
  return flattenBlocks(blocks, { locale, publicUrl: resolution.publicUrl })
}

/** The buttons that lead on from a step; where the step sends the reader is a link of its text and gets its button there. */
function stepButtons({ id, kind, options, next, link }: ResolvedScriptStep, { locale }: View): ChatButton[] {
  const words = wordsFor(locale)
  const buttons = options.map(({ label, next: target }): ChatButton => ({ kind: 'step', label, target }))
  if (kind === 'action' && !link) buttons.push({ kind: 'handoff', label: words.handOver, target: id })
  if (next !== null) buttons.push({ kind: 'step', label: words.goOn, target: next })
  return buttons
}

function lineOf(runs: Run[], path: string): Line[] {
  const text = runsText(runs)
  return text.trim() === '' ? [] : [{ kind: 'text', runs, text, tight: false, frame: null, path, language: '' }]
}
