'use client'

import { Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { withQuery } from '#app/_ui/query.ts'

const channels = ['website', 'chatbot', 'ivr', 'operator', 'agent'] as const

interface Props {
  path: string
  q: string
  channel: string | null
  state: string
}

/** Search in a list of what customers said, in all channels or one. */
export function LearningFilter({ path, q, channel, state }: Props) {
  const t = useTranslations('learning')
  const names = useTranslations('windows.channels')
  const router = useRouter()
  const [text, setText] = useState(q)
  const kept = state === 'open' ? undefined : state
  const search = useDebouncedCallback((value: string) => router.replace(withQuery(path, { q: value, channel, state: kept })), 250)
  return (
    <search className="toolbar">
      <TextInput
        className="grow"
        type="search"
        aria-label={t('find')}
        placeholder={t('find')}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={event => {
          setText(event.currentTarget.value)
          search(event.currentTarget.value)
        }}
      />
      <Select
        aria-label={t('channel')}
        placeholder={t('anyChannel')}
        clearable
        data={channels.map(value => ({ value, label: names(value) }))}
        value={channel}
        onChange={value => router.replace(withQuery(path, { q: text, channel: value, state: kept }))}
      />
    </search>
  )
}
