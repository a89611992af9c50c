/** `folded(text)` in SQL: what lists compare when somebody looks for a part of a text; SQLite's own lower() knows no Cyrillic. */
export function foldText(text: unknown): string {
  return typeof text === 'string' ? text.normalize('NFC').toLowerCase().replaceAll('ё', 'е') : ''
}
