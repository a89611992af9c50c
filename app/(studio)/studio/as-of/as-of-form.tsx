'use client'

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useTransition } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { withQuery } from '#app/_ui/query.ts'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import type { ChannelKind } from '#lib/compile/types.ts'

interface Props {
  place: { date: string; time: string; channel: ChannelKind; locale: string; profile: string | null; q: string }
  locales: string[]
  channels: ChannelKind[]
  profiles: string[]
}

/** Which instant of the organisation's clocks, which channel, language and dialect, and words of the title. */
export function AsOfForm({ place, locales, channels, profiles }: Props) {
  const t = useTranslations()
  const router = useRouter()
  const id = useId()
  const [pending, startTransition] = useTransition()
  useShortcuts(t('composer.asOf.title'), [
    { keys: '/', label: t('articles.find'), run: () => document.querySelector<HTMLElement>('[name="q"]')?.focus() },
  ])
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]))
    startTransition(() => router.push(withQuery('/studio/as-of', values)))
  }
  return (
    <form className="as-of-form" onSubmit={submit} aria-busy={pending}>
      <div className="when-fields">
        <label htmlFor={`${id}-date`}>
          {t('composer.date')}
          <input id={`${id}-date`} className="field" type="date" name="date" defaultValue={place.date} required />
        </label>
        <label htmlFor={`${id}-time`}>
          {t('composer.time')}
          <input id={`${id}-time`} className="field" type="time" step={1} name="time" defaultValue={place.time} required />
        </label>
      </div>
      <NativeSelect
        label={t('composer.asOf.channel')}
        name="channel"
        defaultValue={place.channel}
        data={channels.map(value => ({ value, label: t(`windows.channels.${value}`) }))}
      />
      {profiles.length > 0 && (
        <NativeSelect
          label={t('composer.asOf.profile')}
          name="profile"
          defaultValue={place.profile ?? ''}
          data={[{ value: '', label: t('windows.neutral') }, ...profiles]}
        />
      )}
      <NativeSelect label={t('edit.language')} name="locale" defaultValue={place.locale} data={locales} />
      <TextInput label={t('articles.article')} name="q" type="search" defaultValue={place.q} leftSection={<Icon name="search" />} />
      <Button type="submit" loading={pending}>
        {t('composer.asOf.show')}
      </Button>
    </form>
  )
}
