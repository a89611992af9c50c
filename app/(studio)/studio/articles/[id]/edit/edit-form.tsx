'use client'

import { Button, Group, Title } from '@mantine/core'
import { useHotkeys, useWindowEvent } from '@mantine/hooks'
import Link from 'next/link'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { ChannelView } from '#app/_ui/windows/channel-view.ts'
import type { Status } from '#lib/authoring/status.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { ContentFields } from './content-fields.tsx'
import type { Saved } from './draft.ts'
import { EditAside } from './edit-aside.tsx'
import { MetadataFields } from './metadata-fields.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import type { FactChip } from './read-fact-chips.ts'
import { RefusalNote } from './refusal-note.tsx'
import { SaveIndicator } from './save-indicator.tsx'
import { useDraft } from './use-draft.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

interface Props {
  article: { id: string; isLive: boolean }
  locale: string
  locales: string[]
  saved: Saved
  status: Status
  views: ChannelView[]
  facts: FactChip[]
  categories: { value: string; label: string }[]
  canPublish: boolean
}

/** An article in one language: its text left, what the channels make of it right. */
export function EditForm({ article, locale, locales, saved, status, views, facts, categories, canPublish }: Props) {
  const t = useTranslations()
  const draft = useDraft(article.id, locale, saved)
  const [dialog, setDialog] = useState<'publish' | 'withdraw' | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const dirty = draft.state !== 'saved'
  const hotkey = { preventDefault: true }
  useHotkeys(
    [
      ['mod+S', () => void draft.save(), hotkey],
      ['mod+Enter', () => canPublish && setDialog('publish'), hotkey],
    ],
    [],
  )
  useWindowEvent('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.dataset.markdown) field.current = target
  })
  useWindowEvent('beforeunload', event => {
    if (dirty) event.preventDefault()
  })

  function insert(text: string) {
    const target = field.current
    if (!target) return void navigator.clipboard?.writeText(text)
    target.focus()
    target.setRangeText(text, target.selectionStart, target.selectionEnd, 'end')
    target.dispatchEvent(new Event('input', { bubbles: true }))
  }

  return (
    <form onSubmit={event => event.preventDefault()} aria-label={t('edit.title')}>
      <div className="edit-bar">
        <Title order={1} size="h2">
          {t('edit.title')}
        </Title>
        <nav className="locales" aria-label={t('article.languages')}>
          {locales.map(one => (
            <Link
              key={one}
              href={`/studio/articles/${article.id}/edit?locale=${one}`}
              className="locale-link"
              aria-current={one === locale ? 'page' : undefined}
            >
              {one}
            </Link>
          ))}
        </nav>
        <SaveIndicator draft={draft} />
        <Group gap="xs">
          {canPublish && article.isLive && (
            <Button variant="subtle" color="red" onClick={() => setDialog('withdraw')}>
              {t('edit.withdraw')}
            </Button>
          )}
          <Button variant="default" onClick={() => void draft.save()} loading={draft.state === 'saving'}>
            {t('edit.save')}
          </Button>
          {canPublish && (
            <Button onClick={() => setDialog('publish')} leftSection={<Icon name="send" size={16} />}>
              {t('edit.publish')}
            </Button>
          )}
        </Group>
      </div>
      {draft.problem && draft.problem.status !== 412 && <RefusalNote problem={draft.problem} />}
      <div className="edit-columns">
        <div className="edit-fields">
          <ContentFields draft={draft} locale={locale} />
          <MetadataFields draft={draft} categories={categories} />
        </div>
        <EditAside views={views} facts={facts} status={status} onInsert={insert} />
      </div>
      {draft.state === 'conflict' && <ConflictDialog draft={draft} saved={saved} />}
      {dialog === 'publish' && <PublishDialog draft={draft} articleId={article.id} onClose={() => setDialog(null)} />}
      {dialog === 'withdraw' && <WithdrawDialog articleId={article.id} onClose={() => setDialog(null)} />}
    </form>
  )
}
