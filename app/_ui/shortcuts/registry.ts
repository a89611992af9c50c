import { isPressed, type KeyPress, type Keys, stepsOf, worksInFields } from './keys.ts'

/** One shortcut of a page. */
export interface Shortcut {
  keys: Keys
  /** What it does, in the language of the interface: a line of the sheet. */
  label: string
  /** Does it; without it the shortcut is only described, because a component listens for itself (an editor). */
  run?: () => void
  /** Also while a dialog, a menu or a list of choices is open. */
  inDialogs?: boolean
}

export interface ShortcutGroup {
  title: string
  /** Of every page; a page's own shortcuts go before them. */
  general?: boolean
  shortcuts: Shortcut[]
}

/** Where the person is while a key is pressed. */
export interface Surroundings {
  typing: boolean
  dialog: boolean
}

export interface ShortcutRegistry {
  /** Enters a group; returns what takes it out again. */
  add(group: ShortcutGroup): () => void
  /** What is registered now, general groups first, groups of one title together, without what two of them (two editors on a page) say alike. */
  groups(): ShortcutGroup[]
  /** Runs the shortcut that this press completes. True when it ran, or began, one. `at` in milliseconds. */
  press(press: KeyPress, where: Surroundings, at: number): boolean
}

/** How long the second key of a sequence may take, in milliseconds. */
const patience = 1200

/** An empty registry. The shortcut registered last wins when two have the same keys. */
export function openRegistry(): ShortcutRegistry {
  let entered: ShortcutGroup[] = []
  let begun: { shortcuts: Shortcut[]; step: number; at: number } | null = null
  return {
    add(group) {
      entered = group.general ? [group, ...entered] : [...entered, group]
      return () => {
        entered = entered.filter(candidate => candidate !== group)
      }
    },
    groups() {
      return [...Map.groupBy(entered, ({ title }) => title)].map(([title, same]) => ({
        title,
        shortcuts: [...new Map(same.flatMap(({ shortcuts }) => shortcuts.map(one => [`${one.keys} ${one.label}`, one]))).values()],
      }))
    },
    press(press, where, at) {
      const isModifier = ['Control', 'Shift', 'Alt', 'Meta'].includes(press.key)
      if (isModifier) return false
      const going = begun && at - begun.at <= patience ? begun : null
      begun = null
      const all = entered.flatMap(({ shortcuts }) => shortcuts).filter(shortcut => mayRun(shortcut, where))
      const step = going ? going.step + 1 : 0
      const fitting = (going?.shortcuts ?? all).filter(({ keys }) => isPressed(stepsOf(keys)[step] ?? '', press))
      const complete = fitting.findLast(({ keys }) => stepsOf(keys).length === step + 1)
      if (complete) {
        complete.run?.()
        return true
      }
      if (fitting.length > 0) begun = { shortcuts: fitting, step, at }
      return fitting.length > 0
    },
  }
}

function mayRun({ keys, run, inDialogs }: Shortcut, { typing, dialog }: Surroundings): boolean {
  return run !== undefined && (!typing || worksInFields(keys)) && (!dialog || inDialogs === true)
}
