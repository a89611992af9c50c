import type { FootnoteReference, PhrasingContent } from 'mdast'
import { factKeySchema } from '#lib/document/facts.ts'
import type { FactReference, Inline, Mark, SpeechCase } from '#lib/document/types.ts'
import { finding } from '../findings.ts'
import { type HtmlState, htmlPieces, marksInside, newHtmlState } from './html-pieces.ts'
import { type Piece, sourceOf, type TreeContext, warn, withMark } from './tree-context.ts'
import { imagePiece, linkMark } from './tree-links.ts'

const speechCases: SpeechCase[] = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional']

/** Inline nodes of mdast as pieces of ours. The depth of the tree has been checked before. */
export function inlinePieces(nodes: readonly PhrasingContent[], marks: readonly Mark[], context: TreeContext): Piece[] {
  const state = newHtmlState()
  const pieces: Piece[] = []
  for (const node of nodes) {
    if (node.type === 'html') pieces.push(...htmlPieces(node.value, node, state, marks, context))
    else if (state.dropping === null) pieces.push(...nodePieces(node, state, marks, context))
  }
  return pieces
}

function nodePieces(node: PhrasingContent, state: HtmlState, outer: readonly Mark[], context: TreeContext): Piece[] {
  const marks = state.open.length > 0 ? marksInside(state, outer) : [...outer]
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [{ type: 'text', text: node.value.replaceAll('\n', ' '), marks }]
    case 'break':
      return [{ type: 'hardBreak' }]
    case 'strong':
      return inlinePieces(node.children, withMark(marks, { type: 'bold' }), context)
    case 'emphasis':
      return inlinePieces(node.children, withMark(marks, { type: 'italic' }), context)
    case 'delete':
      return inlinePieces(node.children, withMark(marks, { type: 'strike' }), context)
    case 'inlineCode':
      return [{ type: 'text', text: node.value, marks: withMark(marks, { type: 'code' }) }]
    case 'link':
      return inlinePieces(node.children, linkMarks(marks, linkMark(node.url, node, context)), context)
    case 'image':
      return imagePiece(node.url, node.alt ?? '', node, context)
    case 'linkReference': {
      const target = context.definitions.get(node.identifier)
      return inlinePieces(node.children, target === undefined ? marks : linkMarks(marks, linkMark(target.url, node, context)), context)
    }
    case 'imageReference':
      return imagePiece(context.definitions.get(node.identifier)?.url ?? '', node.alt ?? '', node, context)
    case 'footnoteReference':
      warn(context, node, 'footnote', finding('footnote-text'))
      return footnotePieces(node, marks, context)
    case 'textDirective':
      return node.name === 'u'
        ? inlinePieces(node.children, withMark(marks, { type: 'underline' }), context)
        : factPieces(node, marks, context)
    default:
      warn(context, node, 'syntax', finding('kept-as-text', { value: node.type }))
      return [{ type: 'text', text: sourceOf(context, node), marks }]
  }
}

/** What a note says, in brackets; its number when it is too long for that. */
function footnotePieces(node: FootnoteReference, marks: Mark[], context: TreeContext): Piece[] {
  const note = context.notes.get(node.identifier)
  if (note === undefined) return [{ type: 'text', text: `[${node.label ?? node.identifier}]`, marks }]
  const pieces = inlinePieces(note, marks, context)
  const last = pieces.at(-1)
  if (last?.type === 'text' && last.text === '.') pieces.pop()
  else if (last?.type === 'text') last.text = last.text.replace(/\.$/, '')
  return [{ type: 'text', text: ' (', marks }, ...pieces, { type: 'text', text: ')', marks }]
}

function linkMarks(marks: readonly Mark[], link: Mark | null): Mark[] {
  return link === null ? [...marks] : withMark(marks, link)
}

/** A fact, or its source as text when the key or an attribute is not one of ours. */
function factPieces(node: Extract<PhrasingContent, { type: 'textDirective' }>, marks: Mark[], context: TreeContext): Piece[] {
  const key = node.children.map(child => ('value' in child ? child.value : sourceOf(context, child))).join('')
  const { case: spoken, form, ...others } = node.attributes ?? {}
  const speechCase = speechCases.find(known => known === spoken)
  const valid =
    factKeySchema.safeParse(key).success &&
    (spoken == null || speechCase !== undefined) &&
    (form == null || form === 'short' || form === 'long') &&
    Object.keys(others).length === 0
  if (!valid) {
    warn(context, node, 'directive', finding('not-a-fact', { value: sourceOf(context, node).slice(0, 100) }))
    return [{ type: 'text', text: sourceOf(context, node), marks }]
  }
  const attrs: FactReference['attrs'] = { key }
  if (speechCase !== undefined) attrs.case = speechCase
  if (form === 'short' || form === 'long') attrs.form = form
  return [{ type: 'fact', attrs, marks }]
}

/** Pieces without pictures and splits, for places where only inline content can stand. */
export function onlyInlines(pieces: readonly Piece[]): Inline[] {
  return pieces.flatMap((piece): Inline[] => {
    if (piece.type === 'image') return piece.attrs.alt === '' ? [] : [{ type: 'text', text: piece.attrs.alt }]
    return piece.type === 'split' ? [{ type: 'text', text: ' ' }] : [piece]
  })
}
