'use client'

import Link from 'next/link'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { MarkedText } from './marked-text.tsx'
import type { FoundItem } from './panel-api.ts'

/** Rows that are drawn; typing narrows the rest down. */
const drawn = 200
/** Hints on why something was found that are worth a word. */
const hints = ['layout', 'translit', 'typo', 'synonym'] as const

/** One row: an answer of the list, or one that was found. */
export type Row = Pick<FoundItem, 'slug' | 'locale' | 'title'> &
  Partial<Pick<FoundItem, 'titleRanges' | 'matchedBy'>> & {
    text: string
    ranges: [number, number][]
  }

interface Props {
  rows: Row[]
  /** With those that are too many to be shown; as many as there are rows where nothing is said. */
  total?: number
  locale: string
  /** Index of the row that Enter opens. */
  marked: number
  /** Slug of the answer that is shown. */
  open: string | null
  /** What to say when there is no row. */
  none: string
  onChoose: (row: Row) => void
  /** Arrows and Enter, the same as in the search. */
  onKeyDown: (event: KeyboardEvent) => void
}

export function AnswerList({ rows, total = rows.length, locale, marked, open, none, onChoose, onKeyDown }: Props) {
  const t = useTranslations('operator')
  const d = useTranslations('desk')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  const choose = (event: MouseEvent, row: Row) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onChoose(row)
  }
  return (
    <>
      <p className="visually-hidden" role="status">
        {t('found', { count: total })}
      </p>
      {rows.length === 0 && <p className="desk-none">{none}</p>}
      <div
        ref={list}
        id="answers"
        role="listbox"
        aria-label={t('answers')}
        aria-activedescendant={rows[marked] ? `answer-${marked}` : undefined}
        tabIndex={0}
        data-page-keys
        className="answer-list"
        lang={locale}
        onKeyDown={onKeyDown}
      >
        {rows.slice(0, drawn).map((row, index) => (
          <Link
            key={`${row.locale}/${row.slug}`}
            id={`answer-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={row.slug === open}
            href={`/operator/${row.locale}/${row.slug}`}
            prefetch={false}
            onClick={event => choose(event, row)}
            className={`answer-item${index === marked ? ' answer-marked' : ''}`}
          >
            <span className="answer-title">
              <MarkedText text={row.title} ranges={row.titleRanges ?? []} />
            </span>
            <span className="answer-short">
              <MarkedText text={row.text} ranges={row.ranges} />
            </span>
            {hints.some(hint => row.matchedBy?.includes(hint)) && (
              <span className="answer-why">
                {hints
                  .filter(hint => row.matchedBy?.includes(hint))
                  .map(hint => d(`why.${hint}`))
                  .join(', ')}
              </span>
            )}
          </Link>
        ))}
      </div>
      {total > Math.min(rows.length, drawn) && rows.length > 0 && (
        <p className="desk-none">{t('more', { count: total - Math.min(rows.length, drawn) })}</p>
      )}
    </>
  )
}
