/** A shortcut as it is printed on the keyboard in front of the reader: "Mod Alt 2" → "Ctrl+Alt+2" or "⌘⌥2". */
export function shownKeys(keys: string): string {
  const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
  const parts = keys.split(' ')
  if (!isApple) return parts.map(part => (part === 'Mod' ? 'Ctrl' : part)).join('+')
  const signs: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
  return parts.map(part => signs[part] ?? part).join('')
}
