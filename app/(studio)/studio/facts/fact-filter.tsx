'use client'

import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { withQuery } from '#app/_ui/query.ts'

export function FactFilter({ q }: { q: string }) {
  const t = useTranslations('facts')
  const router = useRouter()
  const [text, setText] = useState(q)
  const search = useDebouncedCallback((value: string) => router.replace(withQuery('/studio/facts', { q: value })), 250)
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
    </search>
  )
}
