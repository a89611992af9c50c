/**
 * Keys as they are written in the registry: `Mod+K` (Ctrl, on a Mac Cmd), `Alt+ArrowUp`, `?`, and sequences with a space between: `G A`. A letter or a digit
 * means the key at that place of the keyboard, so that it works in every layout.
 */
export type Keys = string

/** What of a keyboard event says which keys were pressed. */
export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** The keys of a sequence, first to last. */
export function stepsOf(keys: Keys): string[] {
  return keys.split(' ')
}

/** True when the press is this one step of a sequence. */
export function isPressed(step: string, press: KeyPress): boolean {
  const parts = step.split('+')
  const key = parts.at(-1) ?? ''
  const modifiers = new Set(parts.slice(0, -1))
  if (modifiers.has('Mod') !== (press.ctrlKey || press.metaKey)) return false
  if (modifiers.has('Alt') !== press.altKey) return false
  // A sign may need Shift in one layout and not in another.
  if (signs[key]) return press.key === key || (press.code === signs[key].code && press.shiftKey === signs[key].shift)
  return modifiers.has('Shift') === press.shiftKey && (press.code === codeOf(key) || press.key === key)
}

/** Where the signs stand on the English keyboard, for layouts that have another one there. */
const signs: Record<string, { code: string; shift: boolean }> = {
  '?': { code: 'Slash', shift: true },
  '/': { code: 'Slash', shift: false },
  '.': { code: 'Period', shift: false },
  ',': { code: 'Comma', shift: false },
  '[': { code: 'BracketLeft', shift: false },
  ']': { code: 'BracketRight', shift: false },
}

function codeOf(key: string): string {
  if (/^[A-Z]$/.test(key)) return `Key${key}`
  return /^\d$/.test(key) ? `Digit${key}` : key
}

/** True for keys that type nothing, so that they may also be pressed while a field has the focus. */
export function worksInFields(keys: Keys): boolean {
  return stepsOf(keys).every(step => step.startsWith('Mod+'))
}

const faces: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' }
const macFaces: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }

/** What is written on the keys, one list for each step. */
export function facesOf(keys: Keys, isMac: boolean): string[][] {
  return stepsOf(keys).map(step =>
    step.split('+').map(part => (isMac ? macFaces[part] : undefined) ?? (part === 'Mod' ? 'Ctrl' : (faces[part] ?? part))),
  )
}
