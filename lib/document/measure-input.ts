import { documentLimits } from './limits.ts'

/** Where input breaks a limit, and which; a JSON pointer from its root. */
export interface InputError {
  pointer: string
  message: string
  reason: string
  arguments?: Record<string, string | number>
}

interface Pending {
  value: unknown
  depth: number
  parent: Pending | null
  index: number
}

/**
 * Checks depth, number of nodes and amount of text of unknown input without recursion; null when all three are within documentLimits.
 * Only `content` can nest: the schema refuses everything else that is deeper than it should be.
 */
export function measureInput(input: unknown): InputError | null {
  let nodes = 0
  let bytes = 0
  const pending: Pending[] = [{ value: input, depth: 1, parent: null, index: 0 }]
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    if (typeof entry.value !== 'object' || entry.value === null) continue
    if (entry.depth > documentLimits.depth)
      return {
        pointer: pointerOf(entry),
        message: `nested deeper than ${documentLimits.depth} levels`,
        ...over('too-deep', documentLimits.depth),
      }
    nodes++
    if (nodes > documentLimits.nodes)
      return {
        pointer: pointerOf(entry),
        message: `more than ${documentLimits.nodes} nodes`,
        ...over('too-many-nodes', documentLimits.nodes),
      }
    if (Object.hasOwn(entry.value, '__proto__'))
      return { pointer: pointerOf(entry), message: 'unknown key "__proto__"', reason: 'unknown-member', arguments: { name: '__proto__' } }
    const { text, attrs, marks, content } = entry.value as Record<string, unknown>
    if (typeof text === 'string') bytes += utf8Length(text)
    bytes += attributeBytes(attrs)
    if (Array.isArray(marks)) {
      if (marks.length > 6) return { pointer: `${pointerOf(entry)}/marks`, message: 'more than 6 marks', ...over('too-many-marks', 6) }
      for (const mark of marks) if (typeof mark === 'object' && mark !== null) bytes += attributeBytes((mark as { attrs?: unknown }).attrs)
    }
    if (bytes > documentLimits.textBytes)
      return {
        pointer: pointerOf(entry),
        message: `more than ${documentLimits.textBytes} bytes of text`,
        ...over('too-much-text', documentLimits.textBytes),
      }
    if (Array.isArray(content)) {
      for (let index = content.length - 1; index >= 0; index--)
        pending.push({ value: content[index], depth: entry.depth + 1, parent: entry, index })
    }
  }
  return null
}

function over(reason: string, maximum: number): Pick<InputError, 'reason' | 'arguments'> {
  return { reason, arguments: { maximum } }
}

function attributeBytes(attrs: unknown): number {
  if (typeof attrs !== 'object' || attrs === null) return 0
  let bytes = 0
  for (const value of Object.values(attrs)) if (typeof value === 'string') bytes += utf8Length(value)
  return bytes
}

/** Bytes of a text in UTF-8; a lone surrogate counts three, as its replacement would. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x80) continue
    bytes += code < 0x8_00 ? 1 : 2
    if (code >= 0xd8_00 && code < 0xdc_00 && index + 1 < text.length && (text.charCodeAt(index + 1) & 0xfc_00) === 0xdc_00) index++
  }
  return bytes
}

function pointerOf(entry: Pending): string {
  const steps: string[] = []
  for (let current: Pending = entry; current.parent !== null; current = current.parent) steps.push(`/content/${current.index}`)
  return steps.reverse().join('')
}
