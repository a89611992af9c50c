'use client'

import { diffWordsWithSpace } from 'diff'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'

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
    return diffWordsWithSpace(before, after).map(part => {
      at += part.value.length
      return { ...part, at }
    })
  }, [before, after])
  if (before === after) return <p className="quiet">{t('noDifference')}</p>
  return (
    <div className="word-difference" lang={lang}>
      {parts.map(({ value, added, removed, at }) => {
        const key = `${at} ${added ? '+' : removed ? '-' : '='}`
        if (added) return <ins key={key}>{value}</ins>
        return removed ? <del key={key}>{value}</del> : <span key={key}>{value}</span>
      })}
    </div>
  )
}
