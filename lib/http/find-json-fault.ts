const token =
  /[ \t\n\r]*(?:([[\]{},:])|("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y

/** What may come next: a value, a value or the end of the empty array, a key, a key or the end of the empty object, a colon, a comma or the end, nothing. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'separator' | 'nothing'

/** Where `text` stops being JSON: the offset in UTF-16 units of the first token that does not belong, or its length when it ends too early; -1 when it is JSON. */
export function findJsonFault(text: string): number {
  const open: string[] = []
  let expected: Expected = 'value'
  token.lastIndex = 0
  for (;;) {
    const start = token.lastIndex
    const match = token.exec(text)
    if (!match) {
      const rest = /[ \t\n\r]*/y
      rest.lastIndex = start
      const at = start + (rest.exec(text)?.[0].length ?? 0)
      return at >= text.length && expected === 'nothing' ? -1 : at
    }
    const next = follow(expected, match, open)
    if (next === null) return token.lastIndex - match[0].replace(/^[ \t\n\r]+/, '').length
    expected = next
  }
}

function follow(expected: Expected, [, mark, string, literal]: RegExpExecArray, open: string[]): Expected | null {
  const isValue = expected === 'value' || expected === 'first-value'
  if (string !== undefined && (expected === 'key' || expected === 'first-key')) return 'colon'
  if (string !== undefined || literal !== undefined) return isValue ? afterValue(open) : null
  if (mark === '[' || mark === '{') {
    if (!isValue) return null
    open.push(mark)
    return mark === '[' ? 'first-value' : 'first-key'
  }
  if (mark === ':') return expected === 'colon' ? 'value' : null
  if (mark === ',') return expected === 'separator' ? (open.at(-1) === '[' ? 'value' : 'key') : null
  const closes = mark === ']' ? '[' : '{'
  const mayClose = expected === 'separator' || expected === (mark === ']' ? 'first-value' : 'first-key')
  if (!mayClose || open.at(-1) !== closes) return null
  open.pop()
  return afterValue(open)
}

function afterValue(open: string[]): Expected {
  return open.length === 0 ? 'nothing' : 'separator'
}
