import type { ReactNode } from 'react'
import type { Interface } from '#app/_i18n/read-interface.ts'
import type { Fate } from '#lib/difference/types.ts'

interface Props {
  fate: Fate
  t: Interface['t']
  /** The change is a whole block. */
  block?: boolean
  children: ReactNode
}

/** What was added or removed: underlined or struck through, in colour, and said aloud. */
export function Marked({ fate, t, block = false, children }: Props) {
  if (fate === 'same') return children
  const Element = fate === 'added' ? 'ins' : 'del'
  return (
    <Element className={block ? `diff-block diff-${fate}` : `diff-${fate}`}>
      <span className="visually-hidden">{t(`workflow.difference.${fate}`)} </span>
      {children}
      <span className="visually-hidden"> {t('workflow.difference.end')}</span>
    </Element>
  )
}
