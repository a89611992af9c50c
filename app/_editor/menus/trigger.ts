import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'

/** A menu that typed text has opened: `/` for blocks, `{` for facts. `from` to the cursor is what is typed, sign included. */
export interface Trigger {
  kind: 'block' | 'fact'
  from: number
  query: string
}
interface TriggerState {
  trigger: Trigger | null
  /** Where a menu was closed with Escape: the same text does not open it again. */
  dismissed: number | null
}

export const triggerKey = new PluginKey<TriggerState>('trigger')

/** The sign has to begin a word; the text after it is what is searched for. */
const signs = [
  { kind: 'block', pattern: /(?:^|[\s(\uFFFC])\/((?:[\p{L}\p{N}][^\n/]{0,30})?)$/u },
  { kind: 'fact', pattern: /\{([\p{L}\p{N}._ -]{0,40})$/u },
] as const
/** Characters before the cursor that are looked at. */
const reach = 48

function findTrigger({ selection }: EditorState): Trigger | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null
  const start = Math.max(0, $from.parentOffset - reach)
  const text = $from.parent.textBetween(start, $from.parentOffset, undefined, '\uFFFC')
  for (const { kind, pattern } of signs) {
    const query = pattern.exec(text)?.[1]
    if (query !== undefined) return { kind, from: $from.pos - query.length - 1, query }
  }
  return null
}

function nextState(transaction: Transaction, previous: TriggerState, state: EditorState): TriggerState {
  const dismissed = previous.dismissed === null ? null : transaction.mapping.map(previous.dismissed)
  if (transaction.getMeta(triggerKey) === 'dismiss') return { trigger: null, dismissed: previous.trigger?.from ?? null }
  if (!transaction.docChanged && !transaction.selectionSet) return previous
  const trigger = findTrigger(state)
  if (!trigger) return { trigger: null, dismissed: null }
  // Moving the cursor to a slash opens nothing; typing does.
  if (trigger.from === dismissed || (!previous.trigger && !transaction.docChanged)) return { trigger: null, dismissed }
  return { trigger, dismissed: null }
}

/** Handles a key while a menu is open; true: it is used up. */
export type MenuKeys = (event: KeyboardEvent) => boolean

/** Watches for signs that open a menu. `keys` is filled by the menu while it is open. */
export const triggers = (keys: { current: MenuKeys | null }) =>
  Extension.create({
    name: 'triggers',
    priority: 1100,
    addProseMirrorPlugins: () => [
      new Plugin<TriggerState>({
        key: triggerKey,
        state: {
          init: () => ({ trigger: null, dismissed: null }),
          apply: (transaction, value, _old, state) => nextState(transaction, value, state),
        },
        props: {
          handleKeyDown(view, event) {
            if (!triggerKey.getState(view.state)?.trigger || event.isComposing) return false
            if (event.key !== 'Escape') return keys.current?.(event) ?? false
            view.dispatch(view.state.tr.setMeta(triggerKey, 'dismiss'))
            return true
          },
        },
      }),
    ],
  })
