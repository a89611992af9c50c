import { type Editor, Extension } from '@tiptap/core'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import { isInTable } from '@tiptap/pm/tables'
import { focusControl } from './commands/focus-control.ts'
import { armTab, isLeavingTab } from './commands/leave-with-tab.ts'
import { moveBlock } from './commands/move-block.ts'
import { moveCursor } from './commands/move-cursor.ts'
import { nextCell, previousCell } from './commands/table-commands.ts'
import { toggleSteps } from './commands/toggle-steps.ts'
import type { Panels } from './panels/open-panels.ts'

/** The keys of the surface as a whole; marks and blocks bring their own. */
export const surfaceKeys = (panels: Panels) =>
  Extension.create({
    name: 'surfaceKeys',
    priority: 900,
    addKeyboardShortcuts() {
      const run = (command: ReturnType<typeof moveBlock>) => () => command(this.editor.state, this.editor.view.dispatch, this.editor.view)
      return {
        'Alt-ArrowUp': run(moveBlock(-1)),
        'Alt-ArrowDown': run(moveBlock(1)),
        'Alt-Enter': () => openSettings(this.editor, panels),
        'Mod-Home': run(moveCursor(-1)),
        'Mod-End': run(moveCursor(1)),
        'Mod-Shift-Home': run(moveCursor(-1, true)),
        'Mod-Shift-End': run(moveCursor(1, true)),
        'Mod-Shift-9': run(toggleSteps),
        'Mod-Enter': () => paragraphBelow(this.editor),
        Tab: () => run(nextCell)() || (!isInItem(this.editor) && focusControl(this.editor)),
        'Shift-Tab': () => run(previousCell)() || (isInTable(this.editor.state) && focusControl(this.editor)),
        'Alt-F10': () => focusToolbar(this.editor),
        Enter: () => {
          if (this.editor.state.selection instanceof NodeSelection) return openSettings(this.editor, panels)
          // A text of one paragraph has no second one.
          return this.editor.schema.topNodeType.spec.content === 'paragraph'
        },
      }
    },
    addProseMirrorPlugins() {
      const { editor } = this
      return [new Plugin({ props: { handleDOMEvents: { keydown: (_view, event) => keyDown(editor, panels, event) } } })]
    },
  })

/** Keys that must not reach the page (it has its own Ctrl-K), and the Tab that leaves the text: true keeps it from ProseMirror, so the browser moves on. */
function keyDown(editor: Editor, panels: Panels, event: KeyboardEvent): boolean {
  const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  const panel = isMod && event.code === 'KeyK' ? 'link' : isMod && event.code === 'KeyF' ? 'find' : null
  if (panel && (panel === 'find' || editor.isEditable)) {
    event.preventDefault()
    event.stopPropagation()
    panels.open(panel)
    // A panel that is open already gets the keyboard.
    if (panel === 'find') editor.view.dom.closest('.document-editor')?.querySelector<HTMLInputElement>('.find-field')?.select()
    return true
  }
  if (event.key === 'Escape') armTab(editor)
  return isLeavingTab(editor, event)
}

/** The settings of what the cursor is at: a fact's panel, or the first control of a block. */
function openSettings(editor: Editor, panels: Panels): boolean {
  const { selection } = editor.state
  if (selection instanceof NodeSelection && selection.node.type.name === 'fact') {
    panels.open('fact')
    return true
  }
  return focusControl(editor)
}

/** In an item of a list Tab moves the item. */
function isInItem({ state: { selection } }: Editor): boolean {
  const { $from } = selection
  return Array.from({ length: $from.depth }, (_, index) => $from.node(index + 1)).some(({ type }) => type.name === 'listItem')
}

function focusToolbar(editor: Editor): boolean {
  const tools = editor.view.dom
    .closest('.document-editor')
    ?.querySelector<HTMLElement>('.editor-tools [tabindex="0"], .editor-tools select')
  tools?.focus()
  return tools != null && tools === document.activeElement
}

/** Leaves lists, boxes and tables downwards: a new paragraph below the outermost block. Used up in any case: the page publishes with this key. */
function paragraphBelow(editor: Editor): boolean {
  const { $to } = editor.state.selection
  if ($to.parent.type.spec.code) return false
  if ($to.depth === 0 || editor.schema.topNodeType.spec.content === 'paragraph') return true
  const end = $to.after(1)
  const { tr, schema } = editor.state
  tr.insert(end, schema.nodes.paragraph!.create())
  editor.view.dispatch(tr)
  return editor.commands.setTextSelection(end + 1)
}
