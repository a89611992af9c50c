import { Fragment, type ReactNode } from 'react'
import type { Interface } from '#app/_i18n/read-interface.ts'
import { compareWords } from '#lib/difference/compare-words.ts'
import type { Fate, NodeDifference, Shell } from '#lib/difference/types.ts'
import type { Inline, Node } from '#lib/document/types.ts'
import { BlockFrame, labelOf } from './block-frame.tsx'
import { type FactTexts, InlineDifference, Inlines } from './inline-difference.tsx'
import { Marked } from './marked.tsx'
import { keyed, WordDifference } from './word-difference.tsx'

interface Props {
  difference: readonly NodeDifference[]
  facts: FactTexts
  t: Interface['t']
  /** What stands beside a block of the new document, e.g. the way to remark on it; by its index. */
  beside?: (index: number) => ReactNode
}

/** A document, block by block, with what was added, removed and changed inside. */
export function DocumentDifference({ difference, facts, t, beside }: Props) {
  return (
    <div className="diff-document">
      {keyed(difference, nameOf).map(([key, one]) => (
        <div key={key} className={`diff-row diff-row-${one.fate}`} id={one.index === null ? undefined : `place-content-${one.index}`}>
          <div className="diff-row-text">
            <OneDifference difference={one} facts={facts} t={t} />
          </div>
          {one.index !== null && beside?.(one.index)}
        </div>
      ))}
    </div>
  )
}

const nameOf = (one: NodeDifference) =>
  one.fate === 'changed' ? `${one.after.type}${JSON.stringify(one.pieces ?? one.index)}` : `${one.fate}${JSON.stringify(one.node)}`

/** Elements whose children may not stand inside ins or del: the mark goes into their cells or items. */
const hasStrictPlace = (type: string) =>
  type === 'tableRow' || type === 'tableCell' || type === 'tableHeader' || type === 'listItem' || type === 'step'

function OneDifference({ difference, facts, t }: Omit<Props, 'difference' | 'beside'> & { difference: NodeDifference }) {
  if (difference.fate !== 'changed') return <WholeNode node={difference.node} fate={difference.fate} facts={facts} t={t} isMarked={false} />
  const { before, after, pieces, children } = difference
  return (
    <>
      <ShellChange before={before} after={after} t={t} />
      <BlockFrame shell={after.type === 'table' ? { type: 'table' } : after} t={t}>
        {pieces && <InlineDifference pieces={pieces} facts={facts} t={t} />}
        {children &&
          keyed(children, nameOf).map(([key, child]) => (
            <Fragment key={key}>
              <OneDifference difference={child} facts={facts} t={t} />
            </Fragment>
          ))}
      </BlockFrame>
    </>
  )
}

interface WholeProps {
  node: Node
  fate: Fate
  facts: FactTexts
  t: Interface['t']
  /** An ancestor carries the mark. */
  isMarked: boolean
}

function WholeNode({ node, fate, facts, t, isMarked }: WholeProps): ReactNode {
  if (node.type === 'text' || node.type === 'fact' || node.type === 'hardBreak')
    return <Inlines inlines={[node]} fate={fate} facts={facts} t={t} />
  const strict = hasStrictPlace(node.type)
  const content = (('content' in node ? node.content : undefined) ?? []) as Node[]
  const isText = node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeBlock'
  const marksInside = strict && node.type !== 'tableRow' && !isMarked
  const inside = isText ? (
    <Inlines inlines={content as Inline[]} fate={fate} facts={facts} t={t} />
  ) : (
    keyed(content, child => JSON.stringify(child)).map(([key, child]) => (
      <WholeNode key={key} node={child} fate={fate} facts={facts} t={t} isMarked={isMarked || marksInside || !strict} />
    ))
  )
  const shell: Shell = { type: node.type, attrs: 'attrs' in node ? node.attrs : undefined }
  const framed = (
    <BlockFrame shell={shell} t={t}>
      {marksInside ? (
        <Marked fate={fate} t={t} block>
          {inside}
        </Marked>
      ) : (
        inside
      )}
    </BlockFrame>
  )
  if (isMarked || strict) return framed
  return (
    <Marked fate={fate} t={t} block>
      {framed}
    </Marked>
  )
}

/** Another level, caption or kind of the same block, in words. */
function ShellChange({ before, after, t }: { before: Shell; after: Shell; t: Interface['t'] }) {
  const isSame = JSON.stringify(before) === JSON.stringify(after)
  if (isSame && !(after.type === 'table' && after.attrs)) return null
  const [old, fresh] = [before, after].map(shell => describe(shell, t))
  if ((old === fresh && !isSame) || hasStrictPlace(after.type)) return null
  return (
    <span className="diff-label">
      <WordDifference pieces={compareWords(old ?? '', fresh ?? '')} t={t} />
    </span>
  )
}

function describe({ type, attrs }: Shell, t: Interface['t']): string {
  const given = (attrs ?? {}) as Record<string, unknown>
  if (type === 'heading') return t('workflow.block.heading', { level: String(given.level) })
  if (type === 'paragraph') return t('workflow.block.paragraph')
  if (type === 'table') return t('workflow.block.table', { caption: String(given.caption ?? '—') })
  return labelOf(type, given, t)
}
