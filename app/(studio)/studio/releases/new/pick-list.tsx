'use client'

import { Button, Checkbox, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { StatusBadge } from '#app/_ui/status-badge.tsx'
import { findItems, type PickItem, wordsOf } from './pick-item.ts'

interface Props {
  label: string
  items: PickItem[]
  chosen: readonly string[]
  empty: string
  onChoose: (ids: string[], chosen: boolean) => void
}

/** Rows that are drawn at first, and with each "show more": a thousand checkboxes would make every choice slow. */
const step = 100

/** A list to choose from, with a search and all of what it found at once. */
export function PickList({ label, items, chosen, empty, onChoose }: Props) {
  const t = useTranslations()
  const [query, setQuery] = useState('')
  const [limit, setLimit] = useState(step)
  const wanted = useDeferredValue(query)
  const texts = useMemo(() => wordsOf(items), [items])
  const found = useMemo(() => findItems(items, texts, wanted), [items, texts, wanted])
  const names = useMemo(() => new Set(chosen), [chosen])
  const chosenHere = found.filter(({ id }) => names.has(id)).length
  if (items.length === 0) return <p className="pick-empty">{empty}</p>
  return (
    <fieldset className="chooser">
      <legend className="visually-hidden">{label}</legend>
      <TextInput
        type="search"
        data-shortcut="search"
        aria-label={t('composer.find')}
        placeholder={t('composer.find')}
        leftSection={<Icon name="search" />}
        value={query}
        onChange={event => {
          setQuery(event.currentTarget.value)
          setLimit(step)
        }}
      />
      <div className="pick-all">
        <Checkbox
          label={t('composer.selectAll', { count: found.length })}
          checked={found.length > 0 && chosenHere === found.length}
          indeterminate={chosenHere > 0 && chosenHere < found.length}
          disabled={found.length === 0}
          onChange={event =>
            onChoose(
              found.map(({ id }) => id),
              event.currentTarget.checked,
            )
          }
        />
        <span className="quiet" role="status">
          {t('composer.chosen', { count: chosen.length })}
        </span>
      </div>
      <ul className="pick-list">
        {found.slice(0, limit).map(item => (
          <PickRow key={item.id} item={item} chosen={names.has(item.id)} onChoose={onChoose} />
        ))}
      </ul>
      {found.length === 0 && <p className="pick-empty">{t('composer.noneFound')}</p>}
      {found.length > limit && (
        <Button variant="default" onClick={() => setLimit(limit + step)}>
          {t('composer.more', { count: found.length - limit })}
        </Button>
      )}
    </fieldset>
  )
}

function PickRow({ item, chosen, onChoose }: { item: PickItem; chosen: boolean; onChoose: Props['onChoose'] }) {
  const t = useTranslations()
  return (
    <li className="pick-row">
      <Checkbox
        checked={chosen}
        onChange={event => onChoose([item.id], event.currentTarget.checked)}
        label={
          <span lang={item.lang} className="pick-title">
            {item.title}
          </span>
        }
        description={item.detail}
      />
      <span className="pick-end">
        {item.locales.map(locale => (
          <span key={locale} className="locale-tag">
            {locale}
          </span>
        ))}
        <StatusBadge status={item.status} t={t} />
        <Link href={item.href} className="pick-open" aria-label={t('composer.open', { title: item.title })} target="_blank">
          <Icon name="open" size={16} />
        </Link>
      </span>
    </li>
  )
}
