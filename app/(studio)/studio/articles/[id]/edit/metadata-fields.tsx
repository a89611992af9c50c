'use client'

import { Checkbox, Group, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import { memo } from 'react'
import { useTranslations } from 'use-intl'
import type { Metadata } from '#app/_drafts/metadata-kind.ts'
import { useSessionState } from '#app/_drafts/use-session-state.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import { slugFromTitle } from '#lib/document/slug.ts'
import type { ArticleDraft } from './use-article-draft.ts'
import type { Fault } from './use-fault.ts'

export interface Choices {
  categories: { value: string; label: string }[]
  /** An article may stand in no category. */
  canHaveNone: boolean
  tags: string[]
  people: { value: string; label: string }[]
}

interface Props {
  draft: ArticleDraft
  faultOf: Fault
  choices: Choices
  /** The slug under which the article is live; null: it is not. */
  liveSlug: string | null
}

/** Where the article stands, who may read it and who looks after it; the same in every language. */
export const MetadataFields = memo(function MetadataFields({ draft, faultOf, choices, liveSlug }: Props) {
  const t = useTranslations('draft.fields')
  const about: Metadata = useSessionState(draft.sessions.about, ({ content }) => content)
  const set = draft.setAbout
  const { categories, tags, people } = choices
  const owners =
    about.owner === null || people.some(({ value }) => value === about.owner)
      ? people
      : [...people, { value: about.owner, label: about.owner }]
  return (
    <fieldset className="metadata">
      <legend>{t('legend')}</legend>
      <NativeSelect
        label={t('category')}
        name="category"
        value={about.category ?? ''}
        onChange={event => set({ category: event.currentTarget.value || null })}
        data={[...(choices.canHaveNone || about.category === null ? [{ value: '', label: t('noCategory') }] : []), ...categories]}
        error={faultOf('category')}
      />
      <TagsInput
        label={t('tags')}
        name="tags"
        data={tags}
        value={about.tags}
        onChange={next => set({ tags: [...new Set(next.map(tag => slugFromTitle(tag, '')).filter(tag => tag !== ''))] })}
        splitChars={[',', ' ', ';']}
        error={faultOf('tags')}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <NativeSelect
        label={t('audience')}
        name="audience"
        value={about.audience}
        onChange={event => set({ audience: event.currentTarget.value === 'internal' ? 'internal' : 'public' })}
        data={[
          { value: 'public', label: t('public') },
          { value: 'internal', label: t('internal') },
        ]}
        error={faultOf('audience')}
      />
      <ChannelChoice channels={about.channels} onChange={channels => set({ channels })} error={faultOf('channels')} />
      <NativeSelect
        label={t('owner')}
        name="owner"
        value={about.owner ?? ''}
        onChange={event => set({ owner: event.currentTarget.value || null })}
        data={[{ value: '', label: t('noOwner') }, ...owners]}
        error={faultOf('owner')}
      />
      <NumberInput
        label={t('reviewEveryDays')}
        name="reviewEveryDays"
        min={1}
        max={3650}
        clampBehavior="blur"
        allowDecimal={false}
        hideControls
        value={about.reviewEveryDays ?? ''}
        onChange={value => set({ reviewEveryDays: typeof value === 'number' && value >= 1 ? value : null })}
        error={faultOf('reviewEveryDays')}
      />
      <SlugField slug={about.slug} liveSlug={liveSlug} onChange={slug => set({ slug })} error={faultOf('slug')} />
    </fieldset>
  )
})

/** An address is taken over when it is complete, not at each key. */
function SlugField({
  slug,
  liveSlug,
  onChange,
  error,
}: {
  slug: string
  liveSlug: string | null
  onChange: (slug: string) => void
  error: string | null
}) {
  const t = useTranslations('draft.fields')
  return (
    <TextInput
      key={slug}
      label={t('slug')}
      name="slug"
      required
      classNames={{ input: 'mono-input' }}
      defaultValue={slug}
      onBlur={event => {
        const next = slugFromTitle(event.currentTarget.value, '')
        event.currentTarget.value = next === '' ? slug : next
        if (next !== '' && next !== slug) onChange(next)
      }}
      description={liveSlug !== null && liveSlug !== slug ? t('slugMoves', { slug: liveSlug }) : t('slugHint')}
      error={error}
    />
  )
}

function ChannelChoice({
  channels,
  onChange,
  error,
}: {
  channels: string[] | null
  onChange: (channels: string[] | null) => void
  error: string | null
}) {
  const t = useTranslations()
  const chosen: string[] = channels ?? [...channelKinds]
  const change = (next: string[]) => {
    if (next.length > 0) onChange(next.length === channelKinds.length ? null : [...next].sort())
  }
  return (
    <Checkbox.Group label={t('draft.fields.channels')} value={chosen} onChange={change} error={error} className="channel-choice">
      <Group gap="xs" mt={4}>
        {channelKinds.map(kind => (
          <Checkbox key={kind} value={kind} size="xs" label={t(`windows.channels.${kind}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
