'use client'

import { Button, Group, Modal, NativeSelect, Stack, Textarea } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FieldConflict } from '#app/_catalogue/field-conflict.tsx'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
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

interface DialogProps {
  entry: Stored | null
  locales: readonly string[]
  locale: string
  onClose: () => void
}

function SynonymDialog({ entry, locales, locale: first, onClose }: DialogProps) {
  const t = useTranslations('catalogue.synonyms')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [text, setText] = useState(entry?.terms.join('\n') ?? '')
  const [locale, setLocale] = useState(first)
  const [direction, setDirection] = useState(entry?.direction ?? 'both')
  const [version, setVersion] = useState(entry?.version)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [theirs, setTheirs] = useState<Stored | null>(null)
  const terms = termsOf(text)

  async function save(expected = version) {
    setPending(true)
    const path = entry ? `/synonyms/${entry.id}` : '/synonyms'
    const reply = await callApi<Stored>(entry ? 'PATCH' : 'POST', path, {
      body: { locale, terms, direction },
      version: entry ? expected : undefined,
    })
    if (!reply.ok) {
      const current = reply.problem.status === 412 ? await findCurrent(entry?.id ?? '') : null
      setPending(false)
      setTheirs(current)
      return setProblem(reply.problem)
    }
    setPending(false)
    notify('success', t('saved'))
    router.refresh()
    onClose()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void save()
  }

  const fault = useFaultAt(problem?.errors)('/terms')
  return (
    <Modal opened onClose={onClose} title={t(entry ? 'editTitle' : 'new')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {theirs ? (
            <FieldConflict
              fields={[
                { label: t('terms'), mine: terms.join(', '), theirs: theirs.terms.join(', ') },
                { label: t('direction'), mine: t(`directions.${direction}`), theirs: t(`directions.${theirs.direction}`) },
              ]}
              onKeepMine={() => void save(theirs.version)}
              onTakeTheirs={() => {
                setText(theirs.terms.join('\n'))
                setDirection(theirs.direction)
                setVersion(theirs.version)
                setTheirs(null)
                setProblem(null)
              }}
            />
          ) : (
            problem && !fault && <ProblemNote>{say(problem)}</ProblemNote>
          )}
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
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending} disabled={terms.length < 2}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
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
