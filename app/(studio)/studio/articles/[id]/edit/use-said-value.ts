'use client'

import { useTranslations } from 'use-intl'
import type { Metadata, MetadataName } from '#app/_drafts/metadata-kind.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import type { Choices } from './metadata-fields.tsx'

/** Says what is said about an article in the words of its fields; a dash for none. Without choices categories and people go by their keys. */
export function useSaidValue(choices?: Choices): (name: MetadataName, metadata: Metadata) => string {
  const t = useTranslations()
  const named = (list: { value: string; label: string }[] | undefined, key: string) =>
    list?.find(({ value }) => value === key)?.label ?? key
  return (name, metadata) => {
    switch (name) {
      case 'category':
        return metadata.category === null ? t('draft.fields.noCategory') : named(choices?.categories, metadata.category)
      case 'owner':
        return metadata.owner === null ? t('draft.fields.noOwner') : named(choices?.people, metadata.owner)
      case 'audience':
        return t(`draft.fields.${metadata.audience}`)
      case 'channels':
        return channelKinds
          .filter(kind => metadata.channels?.includes(kind) ?? true)
          .map(kind => t(`windows.channels.${kind}`))
          .join(', ')
      case 'tags':
        return metadata.tags.join(', ') || '—'
      default:
        return String(metadata[name] ?? '—')
    }
  }
}
