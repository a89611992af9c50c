import { sameMark } from '#lib/document/canonical-document.ts'
import type { FactReference, Inline, Mark, Text } from '#lib/document/types.ts'
import { escapeText } from './escape-text.ts'

type Leaf = Text | FactReference
/** Word characters 0, white space 1, punctuation 2: the classes that decide whether a delimiter opens or closes (CommonMark §6.2). */
type CharacterClass = 0 | 1 | 2
interface Part {
  mark: Mark | null
  source: string
  leaves: Leaf[]
}

/** The lines of inline content: hard breaks separate them, marks never cross them. `cell`: pipes are escaped, as a table needs it. */
export function inlineLines(inlines: readonly Inline[], cell = false): string[] {
  const lines: Leaf[][] = [[]]
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(inline)
  }
  return lines.map(line => {
    const source = group(line, 0, { first: true, last: true, cell, link: false })
    return cell ? source.replaceAll('|', '\\|') : source
  })
}

interface Edges {
  first: boolean
  last: boolean
  cell: boolean
  link: boolean
}

/** Leaves that share their mark at this depth become one part. */
function group(leaves: readonly Leaf[], depth: number, edges: Edges): string {
  const parts: Part[] = []
  for (const leaf of leaves) {
    const mark = leaf.marks?.[depth] ?? null
    const previous = parts.at(-1)
    if (mark !== null && mark.type !== 'code' && previous?.mark != null && sameMark(previous.mark, mark)) previous.leaves.push(leaf)
    else parts.push({ mark, source: '', leaves: [leaf] })
  }
  for (const [index, part] of parts.entries()) {
    const place = { ...edges, first: edges.first && index === 0, last: edges.last && index === parts.length - 1 }
    part.source =
      part.mark === null || part.mark.type === 'code'
        ? leafSource(part, place)
        : group(part.leaves, depth + 1, { first: false, last: false, cell: edges.cell, link: edges.link || part.mark.type === 'link' })
  }
  const edge: CharacterClass = depth === 0 ? 1 : 2
  return parts
    .map((part, index) => {
      if (part.mark === null || part.mark.type === 'code') return part.source
      const before = classBefore(parts[index - 1]) ?? edge
      const after = classAfter(parts[index + 1]) ?? edge
      return wrap(part.mark, part, before, after)
    })
    .join('')
}

function leafSource(part: Part, place: Edges): string {
  const [leaf] = part.leaves
  if (leaf === undefined) return ''
  if (leaf.type === 'fact') return factSource(leaf)
  return part.mark === null ? escapeText(leaf.text, place) : codeSource(leaf.text, place)
}

function factSource({ attrs }: FactReference): string {
  const attributes = [
    ...(attrs.case === undefined ? [] : [`case=${attrs.case}`]),
    ...(attrs.form === undefined ? [] : [`form=${attrs.form}`]),
  ]
  return `:fact[${attrs.key}]${attributes.length > 0 ? `{${attributes.join(' ')}}` : ''}`
}

/**
 * Code in as many backticks as its text leaves free. A table cell cannot hold a backslash before a pipe in them, and a link with a bracket in
 * its code might begin a definition: HTML can.
 */
function codeSource(text: string, { cell, link }: Edges): string {
  if ((cell && text.includes('|') && text.includes('\\')) || (link && text.includes(']')))
    return `<code>${escapeText(text, { first: false, last: false })}</code>`
  const runs = new Set((text.match(/`+/g) ?? []).map(run => run.length))
  let size = 1
  while (runs.has(size)) size++
  const padding = /^`|`$/.test(text) || (text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text)) ? ' ' : ''
  return '`'.repeat(size) + padding + text + padding + '`'.repeat(size)
}

const delimiters: Partial<Record<Mark['type'], { sign: string; tag: string }>> = {
  bold: { sign: '**', tag: 'b' },
  italic: { sign: '_', tag: 'i' },
  strike: { sign: '~~', tag: 's' },
}

/** Delimiters where CommonMark reads them as such, HTML tags elsewhere (inside words, around spaces). */
function wrap(mark: Mark, part: Part, before: CharacterClass, after: CharacterClass): string {
  const { source } = part
  if (mark.type === 'link') return linkSource(mark.attrs.href, part)
  // A directive's label counts brackets without knowing code, and takes 999 escapes at most.
  if (mark.type === 'underline') return /`|<code>/.test(source) || source.length > 900 ? `<u>${source}</u>` : `:u[${source}]`
  const { sign, tag } = delimiters[mark.type] ?? { sign: '', tag: '' }
  const first = classOf(source.charCodeAt(0))
  const last = classOf(source.charCodeAt(source.length - 1))
  const opens = first === 0 || (first === 2 && before !== 0)
  const closes = last === 0 || (last === 2 && after !== 0)
  const insideWord = sign === '_' && (before === 0 || after === 0)
  return opens && closes && !insideWord ? sign + source + sign : `<${tag}>${source}</${tag}>`
}

function linkSource(href: string, { leaves, source }: Part): string {
  const [only] = leaves
  if (leaves.length === 1 && only?.type === 'text' && only.marks?.length === 1 && only.text === href && /^https?:[^\s<>|]+$/.test(href))
    return `<${href}>`
  const target = /^[^\s<>()\\&]*$/.test(href) ? href : `<${href.replace(/[\\<>&]/g, '\\$&')}>`
  return `[${source}](${target})`
}

function classBefore(part: Part | undefined): CharacterClass | null {
  if (part === undefined) return null
  return part.mark === null ? classOf(part.source.charCodeAt(part.source.length - 1)) : 2
}

function classAfter(part: Part | undefined): CharacterClass | null {
  if (part === undefined) return null
  return part.mark === null ? classOf(part.source.charCodeAt(0)) : 2
}

/** By UTF-16 code unit, as the parser does it: half an emoji is a word character to both. */
function classOf(code: number): CharacterClass {
  const character = String.fromCharCode(code)
  if (/\s/.test(character)) return 1
  return /[\p{P}\p{S}]/u.test(character) ? 2 : 0
}
