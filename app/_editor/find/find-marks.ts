import { type Editor, Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type FindOptions, type Found, findText } from './find-text.ts'

interface FindState {
  options: FindOptions | null
  found: Found[]
  current: number
  marks: DecorationSet
}
export const findKey = new PluginKey<FindState>('find')
const nothing: FindState = { options: null, found: [], current: 0, marks: DecorationSet.empty }

/** Marks what is searched for, while the find panel is open. */
export const FindMarks = Extension.create({
  name: 'findMarks',
  addProseMirrorPlugins: () => [
    new Plugin<FindState>({
      key: findKey,
      state: { init: () => nothing, apply: nextState },
      props: { decorations: state => findKey.getState(state)?.marks },
    }),
  ],
})

function nextState(transaction: Transaction, state: FindState): FindState {
  const change = transaction.getMeta(findKey) as { options?: FindOptions | null; current?: number } | undefined
  const options = change && 'options' in change ? (change.options ?? null) : state.options
  if (!options) return nothing
  if (!change && !transaction.docChanged) return state
  const found = transaction.docChanged || options !== state.options ? findText(transaction.doc, options) : state.found
  const current = Math.max(0, Math.min(change?.current ?? state.current, found.length - 1))
  const marks = found.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === current ? 'found found-current' : 'found' }),
  )
  return { options, found, current, marks: DecorationSet.create(transaction.doc, marks) }
}

/** Begins a search at the cursor, or ends it (null). */
export function setFind(editor: Editor, options: FindOptions | null): void {
  const { state, view } = editor
  const after = options ? findText(state.doc, options).findIndex(({ from }) => from >= state.selection.from) : -1
  view.dispatch(state.tr.setMeta(findKey, { options, current: Math.max(0, after) }).setMeta('addToHistory', false))
}

/** Goes to the next (1) or previous (-1) place, around the end, and brings it into view. */
export function stepFind(editor: Editor, step: 1 | -1): void {
  const find = findKey.getState(editor.state)
  if (!find || find.found.length === 0) return
  const current = (find.current + step + find.found.length) % find.found.length
  showFound(editor, current)
}

function showFound(editor: Editor, current: number): void {
  const { state, view } = editor
  const place = findKey.getState(state)?.found[current]
  if (!place) return
  const tr = state.tr.setSelection(TextSelection.create(state.doc, place.from, place.to)).setMeta(findKey, { current })
  view.dispatch(tr)
  const { node } = view.domAtPos(place.from)
  const shown = node instanceof Element ? node : node.parentElement
  shown?.scrollIntoView({ block: 'nearest' })
}

/** Replaces the current place (or all) in one step of undo; marks of the text stay. Returns how many were replaced. */
export function replaceFound(editor: Editor, replacement: string, all: boolean): number {
  const find = findKey.getState(editor.state)
  const places = find ? (all ? find.found : find.found.slice(find.current, find.current + 1)) : []
  if (places.length === 0) return 0
  const { tr, schema } = editor.state
  for (const { from, to } of places.toReversed()) {
    const marks = tr.doc.resolve(from).marksAcross(tr.doc.resolve(to)) ?? []
    if (replacement === '') tr.delete(from, to)
    else tr.replaceWith(from, to, schema.text(replacement, marks))
  }
  editor.view.dispatch(closeHistory(tr))
  if (!all) showFound(editor, findKey.getState(editor.state)?.current ?? 0)
  return places.length
}
