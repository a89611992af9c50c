'use client'

import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { AnswerList, type Row } from '#app/(operator)/operator/[locale]/answer-list.tsx'
import { CallerNote } from '#app/(operator)/operator/[locale]/caller-note.tsx'
import { CorrectedNote } from '#app/(operator)/operator/[locale]/corrected-note.tsx'
import { OfflineBanner } from '#app/(operator)/operator/[locale]/offline-banner.tsx'
import { useOnline } from '#app/(operator)/operator/[locale]/use-online.ts'
import { useRowKeys } from '#app/(operator)/operator/[locale]/use-row-keys.ts'
import { foundItems, useSearch } from '#app/(operator)/operator/[locale]/use-search.ts'
import { FrameAnswer } from './frame-answer.tsx'
import { useFrameSession } from './use-frame-session.ts'

interface Props {
  id: string
  origins: string[]
  /** Of the answers at first, and all that there are. */
  locale: string
  locales: string[]
}

/** The panel in somebody else's page: search, answer, insert. */
export function Frame({ id, origins, locale: first, locales }: Props) {
  const t = useTranslations('operator')
  const d = useTranslations('desk')
  const f = useTranslations('desk.frame')
  const { state, call, asked, phone, tell } = useFrameSession(id, origins)
  const [locale, setLocale] = useState(first)
  const field = useRef<HTMLInputElement>(null)
  const search = useSearch(call, locale, null)
  const { setQuery } = search
  const isOffline = !useOnline()
  const [open, setOpen] = useState<Row | null>(null)
  // A session that ends and goes on changes nothing on the screen.
  const hasOpened = state === 'open' || state === 'ended'
  useEffect(() => {
    if (!hasOpened || asked === '') return
    setQuery(asked)
    setOpen(null)
  }, [hasOpened, asked, setQuery])
  const toSearch = () => setOpen(null)
  useShortcuts(t('title'), [
    { keys: '/', label: t('keyMeaning.filter'), run: () => (open ? toSearch() : field.current?.select()) },
    { keys: 'Escape', label: d('keys.back'), run: toSearch },
  ])
  // Whoever comes back from an answer, or whose session has just begun, types on.
  const isSearching = hasOpened && open === null
  useEffect(() => {
    if (isSearching) field.current?.select()
  }, [isSearching])
  const rows: Row[] = foundItems(search).map(item => ({ ...item, text: item.snippet.text, ranges: item.snippet.ranges }))
  const keys = useRowKeys({ search, rows, onChoose: setOpen })
  const { marked, setMarked, press: onKeyDown } = keys
  if (!hasOpened) return <EmptyState isPage icon="key" title={f('title')} text={f(state)} />
  return (
    <>
      <h1 className="visually-hidden">{f('title')}</h1>
      {isOffline && <OfflineBanner />}
      {state === 'ended' && (
        <p className="desk-banner" role="status">
          <Icon name="key" size={16} />
          {f('ended')}
        </p>
      )}
      {phone && <CallerNote phone={phone} />}
      {open ? (
        <FrameAnswer key={`${open.locale}/${open.slug}`} row={open} call={call} tell={tell} onBack={toSearch} onOpen={setOpen} />
      ) : (
        <>
          <TextInput
            ref={field}
            type="search"
            role="combobox"
            aria-label={t('filter')}
            aria-controls="answers"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-activedescendant={rows[marked] ? `answer-${marked}` : undefined}
            placeholder={t('filter')}
            leftSection={<Icon name="search" />}
            value={search.query}
            onChange={event => {
              setQuery(event.currentTarget.value)
              setMarked(0)
              keys.forget()
            }}
            onKeyDown={onKeyDown}
          />
          {locales.length > 1 && (
            <nav className="locales" aria-label={t('languages')}>
              {locales.map(one => (
                <button key={one} type="button" className="locale-link" aria-pressed={one === locale} onClick={() => setLocale(one)}>
                  {one}
                </button>
              ))}
            </nav>
          )}
          <CorrectedNote search={search} />
          {search.query.trim() === '' ? (
            <EmptyState icon="search" title={f('choose')} text={f('chooseHint')} />
          ) : (
            <AnswerList
              rows={rows}
              locale={locale}
              marked={marked}
              open={null}
              none={search.problem ? d('failed') : search.found ? t('none') : d('searching')}
              onChoose={setOpen}
              onKeyDown={onKeyDown}
            />
          )}
        </>
      )}
    </>
  )
}
