'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { EntryDialog } from '#app/_catalogue/entry-dialog.tsx'
import { LocalisedInputs } from '#app/_catalogue/localised-inputs.tsx'
import { PlaceImpact } from '#app/_catalogue/place-impact.tsx'
import { useSaving } from '#app/_catalogue/use-saving.ts'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
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

type Fields = Pick<CategoryEntry, 'slug' | 'title' | 'description' | 'parent'>
const fieldsOf = ({ slug, title, description, parent }: CategoryEntry): Fields => ({ slug, title, description, parent })

/** Titles, descriptions, address and place of a category. */
export function CategoryDialog({ category, all, locales, onClose }: Props) {
  const t = useTranslations('catalogue.categories')
  const met = useTranslations('catalogue.conflict')
  const locale = useLocale()
  const notify = useNotify()
  const [title, setTitle] = useState(category?.title ?? {})
  const [description, setDescription] = useState(category?.description ?? {})
  const [typedSlug, setSlug] = useState(category?.slug ?? '')
  const [parent, setParent] = useState(category?.parent ?? '')
  const slug = typedSlug || (category ? '' : slugFromTitle(Object.values(title)[0] ?? '', ''))
  const fields: Fields = { slug, title, description, parent: parent || null }
  const saving = useSaving<Fields, CategoryEntry>({
    fields,
    show(next) {
      setSlug(next.slug)
      setTitle(next.title)
      setDescription(next.description)
      setParent(next.parent ?? '')
    },
    stored: category ? { fields: fieldsOf(category), version: category.version } : { fields },
    send: (body, version) =>
      callApi<CategoryEntry>(category ? 'PATCH' : 'POST', category ? `/categories/${category.id}` : '/categories', { body, version }),
    async read() {
      const reply = await callApi<{ items: CategoryEntry[] }>('GET', '/categories')
      const current = reply.ok ? reply.body.items.find(({ id }) => id === category?.id) : null
      return current ? { fields: fieldsOf(current), version: current.version } : null
    },
    onMet: () => notify('success', met('met')),
  })
  const faultAt = useFaultAt(saving.problem?.errors)
  return (
    <EntryDialog
      title={t(category ? 'edit' : 'new')}
      saving={saving}
      mine={fields}
      labels={{ slug: t('slug'), title: t('name'), description: t('description'), parent: t('parent') }}
      say={(field, value) =>
        field === 'parent' && value ? textIn(all.find(one => one.slug === value)?.title ?? {}, locale, String(value)) : String(value ?? '')
      }
      places={['/slug', '/title', '/description', '/parent']}
      done={() => t('saved')}
      onClose={onClose}
    >
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
      {category && (
        <PlaceImpact
          kind="category"
          path={`/categories/${category.id}/impact`}
          body={saving.isChanged ? { slug, title, description, parent: fields.parent } : null}
        />
      )}
    </EntryDialog>
  )
}
