'use client'

import { Button, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { ReleaseDetail } from '#lib/delivery/read-releases.ts'
import { SaidChange } from './said-change.tsx'

type Change = ReleaseDetail['changes'][number]

/** Rows that are drawn at first, and with each "show more". */
const step = 50

/** What a release changed, article by article; each unfolds to what every channel said before and after. */
export function ReleaseChanges({ number, first, count }: { number: number; first: Change[]; count: number }) {
  const t = useTranslations()
  const notify = useNotify()
  const say = useProblemText()
  const [changes, setChanges] = useState(first)
  const asked = useRef<Promise<void> | null>(null)
  const [query, setQuery] = useState('')
  const [limit, setLimit] = useState(step)
  const [open, setOpen] = useState<string | null>(null)
  const found = useMemo(() => changes.filter(({ slug }) => slug.includes(query.trim().toLowerCase())), [changes, query])
  const isWhole = changes.length >= count
  const left = (isWhole ? found.length : count) - limit

  /** A first import changes thousands: the page brings the first of them, the rest comes with the first key in the search field or the first "show more". */
  function readAll() {
    if (isWhole) return
    asked.current ??= callApi<{ changes: Change[] }>('GET', `/releases/${number}`).then(reply => {
      if (reply.ok) return setChanges(reply.body.changes)
      asked.current = null
      notify('error', say(reply.problem))
    })
  }
  return (
    <section aria-label={t('releases.changes')}>
      {count > step && (
        <TextInput
          type="search"
          className="impact-find"
          aria-label={t('composer.find')}
          placeholder={t('composer.find')}
          leftSection={<Icon name="search" />}
          value={query}
          onChange={event => {
            readAll()
            setQuery(event.currentTarget.value)
          }}
        />
      )}
      <ul className="impact">
        {found.slice(0, limit).map(change => {
          const key = `${change.slug} ${change.locale} ${change.op}`
          return (
            <ChangeRow
              key={key}
              number={number}
              change={change}
              isOpen={open === key}
              onToggle={() => setOpen(open === key ? null : key)}
            />
          )
        })}
      </ul>
      {left > 0 && (
        <Button
          variant="default"
          mt="sm"
          onClick={() => {
            readAll()
            setLimit(limit + step)
          }}
        >
          {t('composer.more', { count: left })}
        </Button>
      )}
    </section>
  )
}

function ChangeRow({ number, change, isOpen, onToggle }: { number: number; change: Change; isOpen: boolean; onToggle: () => void }) {
  const t = useTranslations()
  const { articleId, slug, locale, op, channels } = change
  return (
    <li className="impact-row">
      <div className="impact-head">
        <div className="impact-text">
          <Link className="row-link" href={`/studio/articles/${articleId}?locale=${locale}`}>
            {slug}
          </Link>{' '}
          <span className="locale-tag">{locale}</span>
        </div>
        <StateBadge tone={op === 'upsert' ? 'green' : 'gray'} icon={op === 'upsert' ? 'published' : 'withdrawn'}>
          {t(`releases.ops.${op}`)}
        </StateBadge>
        <span className="channel-icons">
          {channels.map(channel => (
            <Icon key={channel} name={channel as ChannelKind} label={t(`windows.channels.${channel as ChannelKind}`)} />
          ))}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isOpen}
          aria-label={t('composer.beforeAfterNamed', { title: slug, locale })}
          onClick={onToggle}
        >
          {t('composer.beforeAfter')}
        </Button>
      </div>
      {isOpen && <SaidChange articleId={articleId} locale={locale} before={number - 1} after={number} />}
    </li>
  )
}
