'use client'

import { Checkbox, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useCallback, useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { preferred } from '#app/_ui/titles.ts'
import type { ArticleEntry } from '#lib/authoring/present-article.ts'

interface Props {
  chosen: readonly string[]
  onChoose: (ids: string[], chosen: boolean) => void
}

interface Found {
  id: string
  slug: string
  title: string
  lang: string | undefined
}

/** Chooses live articles that are to leave every channel. They are found by the server: there may be thousands. */
export function WithdrawList({ chosen, onChoose }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found[] | null>(null)
  const [kept, setKept] = useState<Record<string, Found>>({})
  const read = useCallback(
    async (q: string) => {
      const reply = await callApi<{ items: ArticleEntry[] }>(
        'GET',
        `/articles?limit=30&may=publish${q === '' ? '' : `&q=${encodeURIComponent(q)}`}`,
      )
      if (!reply.ok) return
      setFound(reply.body.items.filter(isLive).map(article => foundOf(article, locale)))
    },
    [locale],
  )
  const search = useDebouncedCallback(read, 150)
  useEffect(() => void read(''), [read])
  const missing = chosen.find(id => !(id in kept) && !found?.some(one => one.id === id))
  useEffect(() => {
    if (missing === undefined) return
    callApi<ArticleEntry>('GET', `/articles/${encodeURIComponent(missing)}`).then(reply =>
      setKept(all => ({
        ...all,
        [missing]: reply.ok ? foundOf(reply.body, locale) : { id: missing, slug: missing, title: missing, lang: undefined },
      })),
    )
  }, [missing, locale])
  const shown = found ?? []
  const others = chosen.filter(id => !shown.some(one => one.id === id)).flatMap(id => kept[id] ?? [])
  return (
    <fieldset className="chooser">
      <legend className="visually-hidden">{t('composer.kinds.withdraw')}</legend>
      <TextInput
        type="search"
        data-shortcut="search"
        aria-label={t('composer.findLive')}
        placeholder={t('composer.findLive')}
        leftSection={<Icon name="search" />}
        value={query}
        onChange={event => {
          setQuery(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      <ul className="pick-list">
        {[...others, ...shown].map(one => (
          <li key={one.id} className="pick-row">
            <Checkbox
              checked={chosen.includes(one.id)}
              label={
                <span lang={one.lang} className="pick-title">
                  {one.title}
                </span>
              }
              description={one.slug}
              onChange={event => {
                setKept(all => ({ ...all, [one.id]: one }))
                onChoose([one.id], event.currentTarget.checked)
              }}
            />
          </li>
        ))}
      </ul>
      {found?.length === 0 && <p className="pick-empty">{t('composer.noneFound')}</p>}
    </fieldset>
  )
}

function isLive({ translations }: ArticleEntry): boolean {
  return translations.some(({ liveRevision }) => liveRevision !== null)
}

function foundOf({ id, slug, translations }: ArticleEntry, locale: string): Found {
  const shown = preferred(translations, locale)
  return { id, slug, title: shown?.title ?? slug, lang: shown?.locale }
}
