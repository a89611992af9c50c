'use client'

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EntryDialog } from '#app/_catalogue/entry-dialog.tsx'
import { LocalisedInputs } from '#app/_catalogue/localised-inputs.tsx'
import { isSameFields } from '#app/_catalogue/meet-fields.ts'
import { PlaceImpact } from '#app/_catalogue/place-impact.tsx'
import { type Stored, useSaving } from '#app/_catalogue/use-saving.ts'
import { callApi } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
import type { TagEntry } from '#lib/authoring/list-tags.ts'
import { slugFromTitle } from '#lib/document/slug.ts'

export function NewTagButton({ locales }: { locales: readonly string[] }) {
  const t = useTranslations('catalogue.tags')
  const list = useTranslations('catalogue.list')
  const [open, setOpen] = useState(false)
  useShortcuts(list('keys'), [{ keys: 'N', label: list('makeNew'), run: () => setOpen(true) }])
  return (
    <>
      <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen(true)}>
        {t('new')}
      </Button>
      {open && <TagDialog tag={null} locales={locales} onClose={() => setOpen(false)} />}
    </>
  )
}

export function TagNameButton({ tag, locales, name }: { tag: TagEntry; locales: readonly string[]; name: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="row-link link-button" onClick={() => setOpen(true)}>
        {name}
      </button>
      {open && <TagDialog tag={tag} locales={locales} onClose={() => setOpen(false)} />}
    </>
  )
}

interface Props {
  tag: TagEntry | null
  locales: readonly string[]
  onClose: () => void
}

type Fields = Pick<TagEntry, 'slug' | 'title'>

/** Titles and address of a tag. Another address goes into the drafts of its articles. */
function TagDialog({ tag, locales, onClose }: Props) {
  const t = useTranslations('catalogue.tags')
  const met = useTranslations('catalogue.conflict')
  const notify = useNotify()
  const [title, setTitle] = useState(tag?.title ?? {})
  const [typedSlug, setSlug] = useState(tag?.slug ?? '')
  const slug = typedSlug || (tag ? '' : slugFromTitle(Object.values(title)[0] ?? '', ''))
  const fields: Fields = { slug, title }
  const saving = useSaving<Fields, TagEntry & { changed?: number }>({
    fields,
    show(next) {
      setTitle(next.title)
      setSlug(next.slug)
    },
    stored: tag ? { fields: { slug: tag.slug, title: tag.title }, version: tag.version } : { fields },
    send: (body, version) => callApi(tag ? 'PATCH' : 'POST', tag ? `/tags/${tag.slug}` : '/tags', { body, version }),
    read: () => (tag ? findTag(tag.slug) : Promise.resolve(null)),
    onMet: () => notify('success', met('met')),
  })
  const faultAt = useFaultAt(saving.problem?.errors)
  return (
    <EntryDialog
      title={t(tag ? 'edit' : 'new')}
      saving={saving}
      mine={fields}
      labels={{ title: t('name'), slug: t('slug') }}
      places={['/slug', '/title']}
      done={({ changed }) => (changed ? t('savedWith', { count: changed }) : t('saved'))}
      onClose={onClose}
    >
      <LocalisedInputs locales={locales} label={t('name')} name="title" values={title} onChange={setTitle} maxLength={100} autoFocus />
      {faultAt('/title') && <p className="field-error">{faultAt('/title')}</p>}
      <TextInput
        label={t('slug')}
        description={t(tag && slug !== tag.slug && tag.articles > 0 ? 'slugWarning' : 'slugHint', { count: tag?.articles ?? 0 })}
        name="slug"
        value={slug}
        error={faultAt('/slug')}
        onChange={event => setSlug(event.currentTarget.value)}
      />
      {tag && !isSameFields(title, tag.title) && <p className="quiet">{t('namesInside')}</p>}
      {tag && <PlaceImpact kind="tag" path={`/tags/${tag.slug}/impact`} body={slug !== '' && slug !== tag.slug ? { slug } : null} />}
    </EntryDialog>
  )
}

/** The tag as it is stored now. */
async function findTag(slug: string): Promise<Stored<Fields> | null> {
  const reply = await callApi<{ items: TagEntry[] }>('GET', `/tags?${new URLSearchParams({ q: slug, limit: '200' })}`)
  const tag = reply.ok ? reply.body.items.find(one => one.slug === slug) : null
  return tag ? { fields: { slug: tag.slug, title: tag.title }, version: tag.version } : null
}
