import type { RootContent } from 'mdast'
import { cleanAttribute } from '#lib/document/clean-text.ts'
import { plainInlineText } from '#lib/document/plain-text.ts'
import type { TreeContext } from './tree-context.ts'
import { inlinePieces, onlyInlines } from './tree-inlines.ts'

type Container = Extract<RootContent, { type: 'containerDirective' }>

/** The text in brackets behind the name, without markup, and what the container holds. */
export function splitLabel(node: Container, context: TreeContext): { label: string; children: Container['children'] } {
  const [first, ...rest] = node.children
  if (first?.type !== 'paragraph' || first.data?.directiveLabel !== true) return { label: '', children: node.children }
  return { label: cleanAttribute(plainInlineText(onlyInlines(inlinePieces(first.children, [], context)))), children: rest }
}
