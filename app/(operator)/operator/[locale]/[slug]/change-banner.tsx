'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { compareWords } from '#lib/difference/compare-words.ts'
import type { Piece } from '#lib/difference/types.ts'
import { answerPath, callPanel, type PanelAnswer } from '../panel-api.ts'
import { Pieces } from '../pieces.tsx'
import { type Change, useChanges } from '../use-changes.ts'
import { textOf } from './text-of.ts'

interface Props {
  slug: string
  locale: string
  /** The words that are on the screen, and their release. */
  text: string
  hash: string
  /** The last change of the feed that the page has seen. */
  seq: number
}

/** Says that the open answer has changed, and how; the words on the screen stay until the operator wants the new ones. */
export function ChangeBanner({ slug, locale, text, hash, seq }: Props) {
  const t = useTranslations('desk.change')
  const router = useRouter()
  const [news, setNews] = useState<{ hash: string; release: number; pieces: Piece[] | null } | null>(null)
  useChanges(seq, async (change: Change) => {
    if (change.slug !== slug || change.locale !== locale) return
    if (change.op === 'delete') return setNews({ hash: '', release: change.release, pieces: null })
    const reply = await callPanel<PanelAnswer>('GET', answerPath(slug, locale))
    if (!reply.ok || reply.body.hash === hash) return
    const pieces = compareWords(text, textOf(reply.body)).map((piece, index, all) => shortened(piece, index, all.length))
    setNews({ hash: reply.body.hash, release: reply.body.release, pieces })
  })
  if (!news || news.hash === hash) return null
  return (
    <section className="desk-banner desk-change" role="alert">
      <p>
        <Icon name="info" size={16} />
        <strong>{t(news.pieces ? 'title' : 'gone', { number: news.release })}</strong>
      </p>
      {news.pieces && <Pieces pieces={news.pieces} />}
      <Button size="compact-sm" onClick={() => router.refresh()}>
        {t('show')}
      </Button>
    </section>
  )
}

/** Characters around a change that are shown. */
const around = 60

function shortened(piece: Piece, index: number, count: number): Piece {
  if (piece.fate !== 'same' || piece.text.length <= around * 2 + 20) return piece
  const head = index === 0 ? '' : piece.text.slice(0, around)
  const tail = index === count - 1 ? '' : piece.text.slice(-around)
  return { fate: 'same', text: `${head} … ${tail}` }
}
