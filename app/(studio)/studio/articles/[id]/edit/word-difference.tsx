'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { compareWords } from '#lib/difference/compare-words.ts'

interface Props {
  before: string
  after: string
  lang: string
}

/** What became of a text, word by word: taken out struck through, put in underlined. */
export function WordDifference({ before, after, lang }: Props) {
  const t = useTranslations('draft')
  const parts = useMemo(() => {
    let at = 0
    return compareWords(before, after).map(piece => {
      at += piece.text.length
      return { ...piece, at }
    })
  }, [before, after])
  if (before === after) return <p className="quiet">{t('noDifference')}</p>
  return (
    <div className="word-difference" lang={lang}>
      {parts.map(({ text, fate, at }) => {
        const key = `${at} ${fate}`
        if (fate === 'added') return <ins key={key}>{text}</ins>
        return fate === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
      })}
    </div>
  )
}
