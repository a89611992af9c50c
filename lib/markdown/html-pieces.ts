import type { Mark } from '#lib/document/types.ts'
import { finding } from '../findings.ts'
import { type HtmlToken, htmlTokens } from './html-tokens.ts'
import { type Piece, type TreeContext, type TreeNode, warn, withMark } from './tree-context.ts'
import { imagePiece, linkMark } from './tree-links.ts'

const markTags: Record<string, Mark> = {
  b: { type: 'bold' },
  strong: { type: 'bold' },
  i: { type: 'italic' },
  em: { type: 'italic' },
  cite: { type: 'italic' },
  var: { type: 'italic' },
  u: { type: 'underline' },
  ins: { type: 'underline' },
  s: { type: 'strike' },
  del: { type: 'strike' },
  strike: { type: 'strike' },
  code: { type: 'code' },
  kbd: { type: 'code' },
  samp: { type: 'code' },
  tt: { type: 'code' },
}
const blockTags = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Their content is no text for readers. */
const droppedTags = new Set(
  'script style iframe object embed applet noscript template svg math canvas audio video head title select textarea frameset noframes'.split(
    ' ',
  ),
)
const neutralTags = new Set(
  'sub sup span font small big abbr mark label a br img html body wbr bdo bdi q time data input button option source col colgroup caption base link meta'.split(
    ' ',
  ),
)

/** Which tags are open at a place; one per run of siblings. */
export interface HtmlState {
  open: { name: string; mark: Mark | null }[]
  dropping: string | null
}

export function newHtmlState(): HtmlState {
  return { open: [], dropping: null }
}

/** The marks at a place inside HTML tags. */
export function marksInside(state: HtmlState, marks: readonly Mark[]): Mark[] {
  return state.open.reduce((all, { mark }) => (mark === null ? all : withMark(all, mark)), [...marks])
}

/**
 * Turns HTML into pieces: what has a meaning in a document becomes marks, breaks and pictures; scripts and the like go with their content;
 * unknown names in angle brackets are what authors write for "put yours here" and stay as text.
 */
export function htmlPieces(html: string, node: TreeNode, state: HtmlState, marks: readonly Mark[], context: TreeContext): Piece[] {
  return htmlTokens(html).flatMap(token => tokenPieces(token, node, state, marks, context))
}

function tokenPieces(token: HtmlToken, node: TreeNode, state: HtmlState, marks: readonly Mark[], context: TreeContext): Piece[] {
  if (token.type === 'comment') return []
  if (state.dropping !== null) {
    if (token.type === 'close' && token.name === state.dropping) state.dropping = null
    return []
  }
  if (token.type === 'text') return [textPiece(token.text.replace(/\s*\n\s*/g, ' '), marksInside(state, marks))]
  if (droppedTags.has(token.name)) {
    if (token.type === 'open' && token.name !== 'embed' && !token.source.endsWith('/>')) state.dropping = token.name
    warn(context, node, 'html', finding('html-left-out', { value: token.name }))
    return []
  }
  if (blockTags.has(token.name)) {
    if (token.type === 'open') warn(context, node, 'html', finding('html-paragraphs', { value: token.name }))
    return [{ type: 'split' }]
  }
  if (token.name === 'br') return [{ type: 'hardBreak' }]
  const mark = markTags[token.name] ?? null
  if (mark === null && !neutralTags.has(token.name)) return [textPiece(token.source, marksInside(state, marks))]
  if (token.type === 'close') {
    const index = state.open.findLastIndex(({ name }) => name === token.name)
    if (index !== -1) state.open.splice(index, 1)
    return []
  }
  if (token.name === 'img') return imagePiece(token.attributes.src ?? '', token.attributes.alt ?? '', node, context)
  if (token.name === 'a') {
    const href = token.attributes.href
    state.open.push({ name: 'a', mark: href === undefined ? null : linkMark(href, node, context) })
  } else if (mark !== null) state.open.push({ name: token.name, mark })
  else if (token.name !== 'wbr') warn(context, node, 'html', finding('html-meaningless', { value: token.name }))
  return []
}

function textPiece(text: string, marks: Mark[]): Piece {
  return { type: 'text', text, marks }
}
