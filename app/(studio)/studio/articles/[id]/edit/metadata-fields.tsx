'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { faultOf } from './refusal-note.tsx'
import type { Draft } from './use-draft.ts'

interface Props {
  draft: Draft
  categories: { value: string; label: string }[]
}

/** Where the article stands and who may read it; the same in every language. */
export function MetadataFields({ draft, categories }: Props) {
  const t = useTranslations('edit')
  const { fields, set, problem } = draft
  return (
    <fieldset className="metadata">
      <legend>{t('metadata')}</legend>
      <TextInput
        label={t('slug')}
        name="slug"
        required
        classNames={{ input: 'mono-input' }}
        value={fields.slug}
        onChange={event => set('slug', event.currentTarget.value)}
        error={faultOf(problem, 'slug')}
      />
      <NativeSelect
        label={t('category')}
        name="category"
        value={fields.category}
        onChange={event => set('category', event.currentTarget.value)}
        data={[{ value: '', label: t('noCategory') }, ...categories]}
        error={faultOf(problem, 'category')}
      />
      <TextInput
        label={t('tags')}
        name="tags"
        placeholder="fees, sbp"
        value={fields.tags}
        onChange={event => set('tags', event.currentTarget.value)}
        error={faultOf(problem, 'tags')}
      />
      <NativeSelect
        label={t('audience')}
        name="audience"
        value={fields.audience}
        onChange={event => set('audience', event.currentTarget.value === 'internal' ? 'internal' : 'public')}
        data={[
          { value: 'public', label: t('audiences.public') },
          { value: 'internal', label: t('audiences.internal') },
        ]}
        error={faultOf(problem, 'audience')}
      />
    </fieldset>
  )
}
