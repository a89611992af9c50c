'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { compareWords } from '#lib/difference/compare-words.ts'
import type { Piece } from '#lib/difference/types.ts'
import type { PanelAnswer } from '../panel-api.ts'
import { Pieces } from '../pieces.tsx'
import { textOf } from './text-of.ts'

/** What became of an answer that stands on the screen. `pieces`: what changed, word by word, none where it only moved; null: it is withdrawn. */
export interface AnswerNews {
  hash: string
  /** Where it is now; null: nowhere. */
  slug: string | null
  /** Null: not known, since a withdrawn answer says no release. */
  release: number | null
  pieces: Piece[] | null
}

/** Says that the open answer has changed, and how. */
export function ChangeNotice({ news, onShow }: { news: AnswerNews; onShow: () => void }) {
  const t = useTranslations('desk.change')
  const title = news.pieces === null ? 'gone' : news.pieces.length > 0 ? 'title' : 'moved'
  return (
    <section className="desk-banner desk-change" role="alert">
      <p>
        <Icon name="info" size={16} />
        <strong>{news.release === null ? t('goneNow') : t(title, { number: news.release })}</strong>
      </p>
      {news.pieces && news.pieces.length > 0 && <Pieces pieces={news.pieces} />}
      <Button size="compact-sm" onClick={onShow}>
        {t('show')}
      </Button>
    </section>
  )
}

/** The difference of the words on the screen to those of now. */
export function newsOf(shown: { slug: string; text: string }, now: PanelAnswer): AnswerNews {
  const text = textOf(now)
  const isMoved = now.slug !== shown.slug && text === shown.text
  const pieces = isMoved ? [] : compareWords(shown.text, text).map((piece, index, all) => shortened(piece, index, all.length))
  return { hash: now.hash, release: now.release, slug: now.slug, pieces }
}

/** Characters around a change that are shown. */
const around = 60

function shortened(piece: Piece, index: number, count: number): Piece {
  if (piece.fate !== 'same' || piece.text.length <= around * 2 + 20) return piece
  const head = index === 0 ? '' : piece.text.slice(0, around)
  const tail = index === count - 1 ? '' : piece.text.slice(-around)
  return { fate: 'same', text: `${head} … ${tail}` }
}
