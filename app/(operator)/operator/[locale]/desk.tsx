'use client'

import { TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { type KeyboardEvent, type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { CategoryNode } from '#lib/delivery/read-category-tree.ts'
import { AnswerList } from './answer-list.tsx'
import { CategoryTree } from './category-tree.tsx'
import { findAnswers, findCategory } from './find-answers.ts'
import type { AnswerItem } from './read-all-answers.ts'

interface Props {
  locale: string
  locales: string[]
  categories: CategoryNode[]
  answers: AnswerItem[]
  children: ReactNode
}

/** Where an operator works: topics, the list that narrows as one types, and the answer. `/` goes to the filter, arrows and Enter choose. */
export function Desk({ locale, locales, categories, answers, children }: Props) {
  const t = useTranslations('operator')
  const router = useRouter()
  const path = usePathname()
  const input = useRef<HTMLInputElement>(null)
  const [filter, setFilter] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  const [marked, setMarked] = useState(0)
  const wanted = useDeferredValue(filter)
  const found = useMemo(
    () => findAnswers(answers, { filter: wanted, category: findCategory(categories, category) }),
    [answers, wanted, categories, category],
  )
  const open = path.split('/')[3] ?? null
  useHotkeys([['/', () => input.current?.focus()]])

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = found[marked]
    if (step !== 0) {
      event.preventDefault()
      setMarked(Math.min(Math.max(marked + step, 0), found.length - 1))
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      router.push(`/operator/${locale}/${chosen.slug}`)
    } else if (event.key === 'Escape') setFilter('')
  }

  return (
    <div className={`desk${open === null ? '' : ' desk-open'}`}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className="desk-side">
        <div className="desk-search">
          <TextInput
            ref={input}
            type="search"
            role="combobox"
            aria-label={t('filter')}
            aria-controls="answers"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-activedescendant={found[marked] ? `answer-${found[marked].slug}` : undefined}
            placeholder={t('filter')}
            leftSection={<Icon name="search" />}
            rightSection={<kbd>/</kbd>}
            value={filter}
            onChange={event => {
              setFilter(event.currentTarget.value)
              setMarked(0)
            }}
            onKeyDown={onKeyDown}
          />
          <div className="desk-row">
            <CategoryTree categories={categories} total={answers.length} value={category} onChange={setCategory} />
            {locales.length > 1 && (
              <nav className="locales" aria-label={t('languages')}>
                {locales.map(one => (
                  <Link key={one} href={`/operator/${one}`} className="locale-link" aria-current={one === locale ? 'page' : undefined}>
                    {one}
                  </Link>
                ))}
              </nav>
            )}
          </div>
        </div>
        <AnswerList answers={found} locale={locale} marked={marked} open={open} isEmpty={answers.length === 0} />
      </div>
      <div className="desk-answer">{children}</div>
    </div>
  )
}
