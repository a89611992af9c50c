'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { AnswerItem } from './read-all-answers.ts'

/** Rows that are drawn; typing narrows the rest down. */
const drawn = 200

interface Props {
  answers: AnswerItem[]
  locale: string
  /** Index of the row that Enter opens. */
  marked: number
  /** Slug of the answer that is shown. */
  open: string | null
  /** Nothing has been published at all. */
  isEmpty: boolean
}

export function AnswerList({ answers, locale, marked, open, isEmpty }: Props) {
  const t = useTranslations('operator')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  return (
    <>
      <p className="visually-hidden" role="status">
        {t('found', { count: answers.length })}
      </p>
      {answers.length === 0 && <p className="desk-none">{t(isEmpty ? 'empty' : 'none')}</p>}
      <div ref={list} id="answers" role="listbox" aria-label={t('answers')} tabIndex={0} className="answer-list" lang={locale}>
        {answers.slice(0, drawn).map((answer, index) => (
          <Link
            key={answer.slug}
            id={`answer-${answer.slug}`}
            role="option"
            aria-selected={answer.slug === open}
            href={`/operator/${locale}/${answer.slug}`}
            prefetch={false}
            className={`answer-item${index === marked ? ' answer-marked' : ''}`}
          >
            <span className="answer-title">{answer.title}</span>
            <span className="answer-short">{answer.shortAnswer}</span>
          </Link>
        ))}
      </div>
      {answers.length > drawn && <p className="desk-none">{t('more', { count: answers.length - drawn })}</p>}
    </>
  )
}
