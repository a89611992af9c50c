'use client'

import { useTranslations } from 'use-intl'
import type { Piece } from '#lib/difference/types.ts'

/** A text with what became of its words; said aloud, too. */
export function Pieces({ pieces, lang }: { pieces: readonly Piece[]; lang?: string }) {
  const t = useTranslations('catalogue.impact')
  return (
    <span lang={lang}>
      {pieces.map(({ fate, text }, index) => {
        // The runs have no names of their own and never change places.
        const key = `${index} ${fate}`
        if (fate === 'same') return <span key={key}>{text}</span>
        const Mark = fate === 'added' ? 'ins' : 'del'
        return (
          <Mark key={key} className={`piece-${fate}`}>
            <span className="visually-hidden">{t(fate === 'added' ? 'becomes' : 'was')}</span>
            {text}
          </Mark>
        )
      })}
    </span>
  )
}
