import type { Element, Root } from 'hast'
import { attribute, findElements, isElement } from '#lib/markup/html-nodes.ts'
import { type Finding, finding } from '../../findings.ts'

/** Places of notes in the pages of Word, of mammoth, WordPress and Markdown programs. */
const noteName = /^(_(ftn|edn)\d+|(foot|end)note-\d+|fn[-:]?[\w-]{1,60}|[0-9a-f-]{36})$/

/** Footnotes stand in brackets where they are referred to: a channel that is read aloud or in pieces has no foot. Changes the tree. */
export function inlineFootnotes(page: Root, tell: (found: Finding) => void): void {
  const elements = findElements(page.children as never, () => true)
  const notes = notesOf(elements)
  if (notes.size === 0) return
  const holders = new Set(notes.values())
  const inNotes = new Set([...holders].flatMap(holder => findElements([holder], () => true)))
  let told = false
  for (const element of elements) {
    if (inNotes.has(element)) continue
    element.children = element.children.flatMap(child => {
      const name = isElement(child) ? referred(child) : null
      const note = name === null ? undefined : notes.get(name)
      if (note === undefined) return holders.has(child as Element) ? [] : [child]
      told = true
      const text = noteText(note)
      return text === '' ? [] : [{ type: 'text' as const, value: ` (${text})` }]
    })
  }
  page.children = page.children.filter(child => !holders.has(child as Element))
  removeRest(elements)
  if (told) tell(finding('footnote-text'))
}

/** The name of the note that an element leads to: a link, or a raised one. */
function referred(element: Element): string | null {
  const inner = element.tagName === 'sup' ? element.children.filter(isElement)[0] : element
  if (inner?.tagName !== 'a') return null
  const [, name] = /^#(.+)$/.exec(attribute(inner, 'href')) ?? []
  return name !== undefined && noteName.test(name) ? name : null
}

/** What holds each note: the item of a list, or Word's box around it. */
function notesOf(elements: readonly Element[]): Map<string, Element> {
  const notes = new Map<string, Element>()
  const asked = new Set(elements.flatMap(element => referred(element) ?? []))
  for (const element of elements) {
    const id = attribute(element, 'id')
    if (asked.has(id) && /^(li|div|p|aside)$/.test(element.tagName)) notes.set(id, element)
    const [, word] = /^(ftn|edn)\d+$/.exec(id) ?? []
    if (word !== undefined && asked.has(`_${id}`)) notes.set(`_${id}`, element)
  }
  return notes
}

/** What a note says, without its number and the arrow back. */
function noteText(note: Element): string {
  const back = new Set(findElements([note], one => one.tagName === 'a' && attribute(one, 'href').startsWith('#')))
  const text = (element: Element): string =>
    element.children.map(child => (child.type === 'text' ? child.value : isElement(child) && !back.has(child) ? text(child) : '')).join('')
  return text(note)
    .replace(/\s+/g, ' ')
    .replace(/^[↑↩]|[↑↩]\uFE0E?$/gu, '')
    .trim()
    .replace(/[.;]$/, '')
}

/** Lists without items, and the line that Word draws above its notes. */
function removeRest(elements: readonly Element[]): void {
  const isEmpty = (element: Element) => element.tagName === 'ol' && findElements(element.children as never, () => true).length === 0
  for (const element of elements) {
    element.children = element.children.filter(child => !(isElement(child) && (isEmpty(child) || isNoteLine(child))))
  }
}

function isNoteLine(element: Element): boolean {
  return element.tagName === 'hr' && attribute(element, 'width') === '33%'
}
