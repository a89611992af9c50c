'use client'

import { Button, Checkbox, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { StatusBadge } from '#app/_ui/status-badge.tsx'
import type { PendingKind } from '#lib/authoring/find-pending.ts'
import type { PickItem, PickStart } from './pick-item.ts'
import { type Found, useFound } from './use-found.ts'

interface Props {
  label: string
  kind: PendingKind
  start: PickStart
  chosen: readonly string[]
  empty: string
  onChoose: (ids: string[], chosen: boolean) => void
}

/** Rows that are drawn at first, and with each "show more": a thousand checkboxes would make every choice slow. */
const step = 100

/** A list to choose from, with a search and all of what it found at once. */
export function PickList({ label, kind, start, chosen, empty, onChoose }: Props) {
  const t = useTranslations()
  const [query, setQuery] = useState('')
  const [limit, setLimit] = useState(step)
  const found = useFound(kind, start)
  if (start.count + start.named.length === 0) return <p className="pick-empty">{empty}</p>
  const { items, count } = found
  const names = new Set(chosen)
  return (
    <fieldset className="chooser">
      <legend className="visually-hidden">{label}</legend>
      <TextInput
        type="search"
        data-shortcut="search"
        aria-label={t('composer.find')}
        placeholder={t('composer.find')}
        leftSection={<Icon name="search" />}
        maxLength={200}
        value={query}
        onChange={event => {
          setQuery(event.currentTarget.value)
          found.search(event.currentTarget.value)
          setLimit(step)
        }}
      />
      <div className="pick-all">
        <SelectAll key={query} found={found} names={names} onChoose={onChoose} />
        <span className="quiet" role="status">
          {t('composer.chosen', { count: chosen.length })}
        </span>
      </div>
      {found.hasFailed && <p role="alert">{t('composer.notFetched')}</p>}
      <ul className="pick-list" aria-busy={found.isWaiting}>
        {items.slice(0, limit).map(item => (
          <PickRow key={item.id} item={item} chosen={names.has(item.id)} onChoose={onChoose} />
        ))}
      </ul>
      {count === 0 && !found.isWaiting && <p className="pick-empty">{t('composer.noneFound')}</p>}
      {count > limit && (
        <Button
          variant="default"
          onClick={async () => {
            if (items.length < limit + step) await found.more()
            setLimit(limit + step)
          }}
        >
          {t('composer.more', { count: count - limit })}
        </Button>
      )}
    </fieldset>
  )
}

/** Chooses all that was found, also what the server has not shown yet. */
function SelectAll({ found, names, onChoose }: { found: Found; names: ReadonlySet<string>; onChoose: Props['onChoose'] }) {
  const t = useTranslations('composer')
  // Once asked for, all ids are known: whether all are chosen can be told without their rows.
  const [ids, setIds] = useState<string[] | null>(null)
  const { items, count, isComplete } = found
  const known = isComplete || ids === null ? items.map(({ id }) => id) : ids
  const chosen = known.filter(id => names.has(id)).length
  const isAll = (isComplete || ids !== null) && chosen > 0 && chosen === known.length
  const choose = async (checked: boolean) => {
    const all = isComplete ? known : await found.all()
    if (all === null) return
    setIds(all)
    onChoose(all, checked)
  }
  return (
    <Checkbox
      label={t('selectAll', { count })}
      checked={isAll}
      indeterminate={chosen > 0 && !isAll}
      disabled={count === 0 || found.isWaiting}
      onChange={event => void choose(event.currentTarget.checked)}
    />
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
