import type { ReactNode } from 'react'
import type { Interface } from '#app/_i18n/read-interface.ts'
import type { Fate, InlinePiece } from '#lib/difference/types.ts'
import type { Inline, Mark } from '#lib/document/types.ts'
import { Marked } from './marked.tsx'
import { keyed } from './word-difference.tsx'

/** Values of facts as text, by key: as they were, and as they are. */
export interface FactTexts {
  before: Record<string, string>
  after: Record<string, string>
}

interface Props {
  pieces: readonly InlinePiece[]
  facts: FactTexts
  t: Interface['t']
}

/** Inline content with what was added and removed; a fact that kept its place and changed its value shows both. */
export function InlineDifference({ pieces, facts, t }: Props) {
  return keyed(pieces, piece => piece.fate + JSON.stringify(piece.inlines)).map(([key, { fate, inlines }]) => (
    <Marked key={key} fate={fate} t={t}>
      <Inlines inlines={inlines} fate={fate} facts={facts} t={t} />
    </Marked>
  ))
}

/** Inline content as it reads. */
export function Inlines({ inlines, fate, facts, t }: { inlines: readonly Inline[]; fate: Fate; facts: FactTexts; t: Interface['t'] }) {
  return keyed(inlines, inline => JSON.stringify(inline)).map(([key, inline]) => (
    <OneInline key={key} inline={inline} fate={fate} facts={facts} t={t} />
  ))
}

function OneInline({ inline, fate, facts, t }: { inline: Inline; fate: Fate; facts: FactTexts; t: Interface['t'] }) {
  if (inline.type === 'hardBreak') return <br />
  if (inline.type === 'text') return marked(inline.text, inline.marks)
  const { key } = inline.attrs
  const [before, after] = [facts.before[key], facts.after[key]]
  const value = (fate === 'removed' ? before : after) ?? before ?? key
  const hasMoved = fate === 'same' && before !== undefined && after !== undefined && before !== after
  return (
    <span className="diff-fact" title={key}>
      {hasMoved && (
        <Marked fate="removed" t={t}>
          {before}
        </Marked>
      )}
      <Marked fate={hasMoved ? 'added' : 'same'} t={t}>
        {value}
      </Marked>
    </span>
  )
}

function marked(text: string, marks: readonly Mark[] = []): ReactNode {
  return marks.reduceRight<ReactNode>((inside, mark) => withMark(mark, inside), text)
}

function withMark(mark: Mark, inside: ReactNode): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{inside}</strong>
    case 'italic':
      return <em>{inside}</em>
    case 'code':
      return <code>{inside}</code>
    case 'underline':
      return <u>{inside}</u>
    case 'strike':
      return <s>{inside}</s>
    case 'link':
      return (
        <span className="link-mark" title={mark.attrs.href}>
          {inside}
        </span>
      )
  }
}
