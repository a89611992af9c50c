'use client'

import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EntryDialog } from '#app/_catalogue/entry-dialog.tsx'
import { SynonymImpact } from '#app/_catalogue/synonym-impact.tsx'
import { useSaving } from '#app/_catalogue/use-saving.ts'
import { callApi } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
import type { SynonymEntry } from '#lib/authoring/list-synonyms.ts'

type Stored = Pick<SynonymEntry, 'id' | 'locale' | 'terms' | 'direction' | 'version'>

export function NewSynonymButton({ locales, locale }: { locales: readonly string[]; locale: string | null }) {
  const t = useTranslations('catalogue.synonyms')
  const list = useTranslations('catalogue.list')
  const [open, setOpen] = useState(false)
  useShortcuts(list('keys'), [{ keys: 'N', label: list('makeNew'), run: () => setOpen(true) }])
  return (
    <>
      <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen(true)}>
        {t('new')}
      </Button>
      {open && <SynonymDialog entry={null} locales={locales} locale={locale ?? locales[0] ?? 'ru'} onClose={() => setOpen(false)} />}
    </>
  )
}

export function EditSynonymButton({ entry, locales }: { entry: Stored; locales: readonly string[] }) {
  const t = useTranslations('catalogue.synonyms')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        className="row-link"
        onClick={() => setOpen(true)}
        aria-label={t('editNamed', { terms: entry.terms.join(', ') })}
      >
        {t('edit')}
      </Button>
      {open && <SynonymDialog entry={entry} locales={locales} locale={entry.locale} onClose={() => setOpen(false)} />}
    </>
  )
}

type Fields = Pick<Stored, 'locale' | 'terms' | 'direction'>

interface DialogProps {
  entry: Stored | null
  locales: readonly string[]
  locale: string
  onClose: () => void
}

function SynonymDialog({ entry, locales, locale: first, onClose }: DialogProps) {
  const t = useTranslations('catalogue.synonyms')
  const met = useTranslations('catalogue.conflict')
  const notify = useNotify()
  const [text, setText] = useState(entry?.terms.join('\n') ?? '')
  const [locale, setLocale] = useState(first)
  const [direction, setDirection] = useState(entry?.direction ?? 'both')
  const terms = termsOf(text)
  const fields: Fields = { locale, terms, direction }
  const saving = useSaving<Fields, Stored>({
    fields,
    show(next) {
      setText(next.terms.join('\n'))
      setLocale(next.locale)
      setDirection(next.direction)
    },
    stored: entry ? inForm(entry) : { fields },
    send: (body, version) => callApi<Stored>(entry ? 'PATCH' : 'POST', entry ? `/synonyms/${entry.id}` : '/synonyms', { body, version }),
    async read() {
      const current = await findCurrent(entry?.id ?? '')
      return current && inForm(current)
    },
    onMet: () => notify('success', met('met')),
  })
  const fault = useFaultAt(saving.problem?.errors)('/terms')
  return (
    <EntryDialog
      title={t(entry ? 'editTitle' : 'new')}
      saving={saving}
      mine={fields}
      labels={{ terms: t('terms'), direction: t('direction'), locale: t('language') }}
      say={(field, value) =>
        field === 'terms'
          ? (value as string[]).join(', ')
          : field === 'locale'
            ? String(value).toUpperCase()
            : t(`directions.${value as Stored['direction']}`)
      }
      places={['/terms']}
      done={() => t('saved')}
      isIncomplete={terms.length < 2}
      onClose={onClose}
    >
      <Textarea
        label={t('terms')}
        description={t(direction === 'both' ? 'termsHint' : 'termsHintOneWay')}
        name="terms"
        lang={locale}
        autosize
        minRows={3}
        data-autofocus
        required
        value={text}
        error={fault ?? (terms.length === 1 ? t('two') : undefined)}
        onChange={event => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('direction')}
        name="direction"
        value={direction}
        onChange={event => setDirection(event.currentTarget.value as 'both' | 'one-way')}
        data={[
          { value: 'both', label: t('directions.both') },
          { value: 'one-way', label: t('directions.one-way') },
        ]}
      />
      <NativeSelect
        label={t('language')}
        name="locale"
        value={locale}
        onChange={event => setLocale(event.currentTarget.value)}
        data={[...new Set([...locales, locale])].map(value => ({ value, label: value.toUpperCase() }))}
      />
      <SynonymImpact
        body={
          terms.length > 1 && (entry === null || saving.isChanged) ? { id: entry?.id ?? null, entry: { locale, terms, direction } } : null
        }
      />
    </EntryDialog>
  )
}

function inForm({ locale, terms, direction, version }: Stored): { fields: Fields; version: number } {
  return { fields: { locale, terms, direction }, version }
}

/** One term a line, or several with commas between. */
function termsOf(text: string): string[] {
  return text
    .split(/[\n,;]/)
    .map(term => term.trim())
    .filter(term => term !== '')
}

async function findCurrent(id: string): Promise<Stored | null> {
  let cursor: string | null = null
  do {
    const query = new URLSearchParams({ limit: '200', ...(cursor ? { cursor } : {}) })
    const reply: Awaited<ReturnType<typeof callApi<{ items: Stored[]; nextCursor: string | null }>>> = await callApi(
      'GET',
      `/synonyms?${query}`,
    )
    if (!reply.ok) return null
    const found = reply.body.items.find(item => item.id === id)
    if (found) return found
    cursor = reply.body.nextCursor
  } while (cursor)
  return null
}
