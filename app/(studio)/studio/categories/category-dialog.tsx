'use client'

import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { FieldConflict, saidInAll } from '#app/_catalogue/field-conflict.tsx'
import { LocalisedInputs } from '#app/_catalogue/localised-inputs.tsx'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { CategoryEntry } from '#lib/authoring/list-categories.ts'
import { slugFromTitle } from '#lib/document/slug.ts'
import { isBelow } from './tree-moves.ts'

interface Props {
  /** null: a new one. */
  category: CategoryEntry | null
  all: CategoryEntry[]
  locales: readonly string[]
  onClose: () => void
}

/** Titles, descriptions, address and place of a category. */
export function CategoryDialog({ category, all, locales, onClose }: Props) {
  const t = useTranslations('catalogue.categories')
  const locale = useLocale()
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [title, setTitle] = useState(category?.title ?? {})
  const [description, setDescription] = useState(category?.description ?? {})
  const [typedSlug, setSlug] = useState(category?.slug ?? '')
  const [parent, setParent] = useState(category?.parent ?? '')
  const [version, setVersion] = useState(category?.version)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [theirs, setTheirs] = useState<CategoryEntry | null>(null)
  const slug = typedSlug || (category ? '' : slugFromTitle(Object.values(title)[0] ?? '', ''))

  async function save(expected = version) {
    setPending(true)
    const body = { slug, title, description, parent: parent || null }
    const reply = await callApi<CategoryEntry>(category ? 'PATCH' : 'POST', category ? `/categories/${category.id}` : '/categories', {
      body,
      version: category ? expected : undefined,
    })
    if (!reply.ok) {
      const current = reply.problem.status === 412 ? await callApi<{ items: CategoryEntry[] }>('GET', '/categories') : null
      setPending(false)
      setTheirs(current?.ok ? (current.body.items.find(({ id }) => id === category?.id) ?? null) : null)
      return setProblem(reply.problem)
    }
    setPending(false)
    notify('success', t('saved'))
    router.refresh()
    onClose()
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  const faultAt = useFaultAt(problem?.errors)
  const faults = problem?.errors ?? []
  return (
    <Modal opened onClose={onClose} title={t(category ? 'edit' : 'new')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {theirs ? (
            <FieldConflict
              fields={[
                { label: t('name'), mine: saidInAll(title), theirs: saidInAll(theirs.title) },
                { label: t('slug'), mine: slug, theirs: theirs.slug },
                { label: t('parent'), mine: parent, theirs: theirs.parent ?? '' },
                { label: t('description'), mine: saidInAll(description), theirs: saidInAll(theirs.description) },
              ]}
              onKeepMine={() => void save(theirs.version)}
              onTakeTheirs={() => {
                setTitle(theirs.title)
                setDescription(theirs.description)
                setSlug(theirs.slug)
                setParent(theirs.parent ?? '')
                setVersion(theirs.version)
                setTheirs(null)
                setProblem(null)
              }}
            />
          ) : (
            problem && faults.length === 0 && <ProblemNote>{say(problem)}</ProblemNote>
          )}
          <LocalisedInputs locales={locales} label={t('name')} name="title" values={title} onChange={setTitle} maxLength={200} autoFocus />
          {faultAt('/title') && <p className="field-error">{faultAt('/title')}</p>}
          <TextInput
            label={t('slug')}
            description={t('slugHint')}
            name="slug"
            value={slug}
            error={faultAt('/slug')}
            onChange={event => setSlug(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('parent')}
            name="parent"
            value={parent}
            error={faultAt('/parent')}
            onChange={event => setParent(event.currentTarget.value)}
            data={[
              { value: '', label: t('top') },
              ...all
                .filter(one => one.slug !== category?.slug && !(category && isBelow(all, one.slug, category.slug)))
                .map(one => ({ value: one.slug, label: textIn(one.title, locale, one.slug) })),
            ]}
          />
          <LocalisedInputs
            locales={locales}
            label={t('description')}
            name="description"
            values={description}
            onChange={setDescription}
            maxLength={1000}
            long
          />
          {faultAt('/description') && <p className="field-error">{faultAt('/description')}</p>}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
