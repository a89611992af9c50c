'use client'

import { TextInput } from '@mantine/core'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import type { CategoryNode } from '#lib/delivery/read-category-tree.ts'
import type { News } from '#lib/operator/read-news.ts'
import { focusTitle } from './[slug]/focus-title.tsx'
import { AnswerList, type Row } from './answer-list.tsx'
import { CallerNote } from './caller-note.tsx'
import { CategoryTree } from './category-tree.tsx'
import { CorrectedNote } from './corrected-note.tsx'
import { DeskContext } from './desk-context.tsx'
import { DeskViews, type View } from './desk-views.tsx'
import { KeepShift } from './keep-shift.tsx'
import { NewsPanel } from './news-panel.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { callPanel } from './panel-api.ts'
import type { AnswersAtHand } from './read-newest-answers.ts'
import { SecondAnswer } from './second-answer.tsx'
import { useAddress } from './use-address.ts'
import { useAtHand } from './use-at-hand.ts'
import { useFavourites } from './use-favourites.ts'
import { useHeldLinks } from './use-held-links.ts'
import { useOnline } from './use-online.ts'
import { useRecent } from './use-recent.ts'
import { useRowKeys } from './use-row-keys.ts'
import { foundItems, useSearch } from './use-search.ts'

interface Props {
  locale: string
  locales: string[]
  categories: CategoryNode[]
  answers: AnswersAtHand
  favourites: string[]
  news: News
  children: ReactNode
}

/** Where an operator works: search while typing, what is at hand, and the answer. `/` goes to the search from anywhere, arrows and Enter choose. */
export function Desk({ locale, locales, categories, answers, favourites: kept, news: first, children }: Props) {
  const t = useTranslations('operator')
  const d = useTranslations('desk')
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [category, setCategory] = useState<string | null>(null)
  const [view, setView] = useState<View>('all')
  const [comparing, setComparing] = useState(false)
  const [second, setSecond] = useState<Row | null>(null)
  const [news, setNews] = useState(first)
  const notify = useNotify()
  const isOffline = !useOnline()
  useHeldLinks(isOffline, () => notify('error', `${d('offline.title')} ${d('offline.text')}`))
  const open = usePathname().split('/')[3] ?? null
  const recent = useRecent(locale, open)
  const { favourites, toggle } = useFavourites(kept)
  const search = useSearch(callPanel, locale, category)
  const order = view === 'favourites' ? favourites : view === 'recent' ? recent : null
  const atHand = useAtHand({ call: callPanel, locale, answers, categories, category, order })
  const isSearching = search.query.trim() !== ''
  const rows: Row[] = isSearching
    ? foundItems(search).map(item => ({ ...item, text: item.snippet.text, ranges: item.snippet.ranges }))
    : atHand.rows.map(({ slug, title, shortAnswer }) => ({ slug, title, locale, text: shortAnswer, ranges: [] }))

  const keys = useRowKeys({ search, rows, onChoose: row => choose(row) })
  const { marked, setMarked } = keys

  const focusSearch = () => {
    input.current?.focus()
    input.current?.select()
  }
  const { caller, dismissCaller } = useAddress(asked => {
    search.setQuery(asked)
    setMarked(0)
    focusSearch()
  })
  // On a narrow screen the search comes back for it first.
  useEffect(() => {
    if (!comparing) return
    input.current?.focus()
    input.current?.select()
  }, [comparing])
  // What is found and what is at hand stand in one list: who looks at one has left the other.
  const show = (next: View) => {
    setView(next)
    setMarked(0)
    search.setQuery('')
  }
  const choose = (row: Row) => {
    if (isOffline) return
    if (comparing) setSecond(row)
    else if (row.slug === open && row.locale === locale) focusTitle()
    else router.push(`/operator/${row.locale}/${row.slug}`)
    if (view === 'news') setView('all')
    setComparing(false)
    if (document.activeElement === input.current) input.current?.blur()
  }
  const closeSecond = () => {
    setSecond(null)
    focusTitle()
  }
  const readNews = async () => {
    const reply = await callPanel('PUT', '/operator/shift', { body: { seq: news.seq } })
    if (reply.ok) setNews({ ...news, items: [], more: 0, settled: [] })
  }
  useShortcuts(t('title'), [
    { keys: '/', label: t('keyMeaning.filter'), run: focusSearch },
    { keys: 'Escape', label: d('keys.back'), run: () => (second ? closeSecond() : focusSearch()) },
    { keys: 'A', label: d('views.all'), run: () => show('all') },
    { keys: 'S', label: d('views.favourites'), run: () => show('favourites') },
    { keys: 'L', label: d('views.recent'), run: () => show('recent') },
    { keys: 'N', label: d('views.news'), run: () => show('news') },
  ])

  function onKeyDown(event: KeyboardEvent) {
    if (keys.press(event) || event.key !== 'Escape') return
    event.preventDefault()
    setComparing(false)
    if (search.query === '') input.current?.blur()
    search.setQuery('')
  }

  return (
    <DeskContext value={{ favourites, toggleFavourite: toggle, startComparing: () => setComparing(true), isOffline, focusSearch }}>
      <div className={`desk${comparing || (open === null && view !== 'news') ? '' : ' desk-open'}${second ? ' desk-two' : ''}`}>
        <KeepShift />
        <h1 className="visually-hidden">{t('title')}</h1>
        <div className="desk-side">
          <div className="desk-search">
            {caller !== null && <CallerNote phone={caller} onClose={dismissCaller} />}
            <TextInput
              ref={input}
              type="search"
              role="combobox"
              aria-label={comparing ? d('compare.find') : t('filter')}
              aria-controls="answers"
              aria-expanded="true"
              aria-autocomplete="list"
              aria-activedescendant={rows[marked] ? `answer-${marked}` : undefined}
              placeholder={comparing ? d('compare.find') : t('filter')}
              leftSection={<Icon name={comparing ? 'windows' : 'search'} />}
              rightSection={<kbd>/</kbd>}
              value={search.query}
              onChange={event => {
                search.setQuery(event.currentTarget.value)
                setMarked(0)
                keys.forget()
                if (view !== 'news') setView('all')
              }}
              onKeyDown={onKeyDown}
            />
            <div className="desk-row">
              <CategoryTree categories={categories} total={answers.total} value={category} onChange={setCategory} />
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
            <DeskViews view={view} news={news.items.length + news.more + news.settled.length} onView={show} />
            <CorrectedNote search={search} />
          </div>
          <AnswerList
            rows={rows}
            total={isSearching ? rows.length : atHand.total}
            locale={locale}
            marked={marked}
            open={open}
            onChoose={choose}
            onKeyDown={onKeyDown}
            none={noneText()}
          />
        </div>
        <div className="desk-answer">
          {isOffline && <OfflineBanner />}
          {view === 'news' ? <NewsPanel news={news} locale={locale} onRead={readNews} onOpen={() => setView('all')} /> : children}
        </div>
        {second && (
          <div className="desk-answer">
            <SecondAnswer slug={second.slug} locale={second.locale} onClose={closeSecond} />
          </div>
        )}
      </div>
    </DeskContext>
  )

  function noneText(): string {
    if (isSearching && search.problem) return search.problem.status === 401 ? d('ended') : d('failed')
    if (isSearching) return search.found ? t('none') : d('searching')
    if (atHand.isLoading) return d('searching')
    if (view === 'favourites') return d('favourite.none')
    if (view === 'recent') return d('recentNone')
    return t(answers.total === 0 ? 'empty' : 'none')
  }
}
