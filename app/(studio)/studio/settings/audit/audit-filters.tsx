'use client'

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'use-intl'

interface Props {
  chosen: Record<string, string | undefined>
  people: { value: string; label: string }[]
}

/** Nouns of what is recorded; `article` finds every action on articles. */
const nouns = [
  ...[
    'article',
    'translation',
    'fact',
    'snippet',
    'category',
    'tag',
    'synonym',
    'media',
    'release',
    'schedule',
    'review',
    'import',
    'export',
  ],
  ...['user', 'session', 'identity', 'key', 'embedding', 'setting', 'audit'],
] as const

/** Who, what and when; sent as a plain form, so that an address can be kept. */
export function AuditFilters({ chosen, people }: Props) {
  const t = useTranslations('admin.audit')
  return (
    <form className="filters" method="get">
      <TextInput type="date" name="from" label={t('from')} defaultValue={chosen.from ?? ''} />
      <TextInput type="date" name="to" label={t('to')} defaultValue={chosen.to ?? ''} />
      <NativeSelect
        name="actor"
        label={t('who')}
        defaultValue={chosen.actor ?? ''}
        data={[{ value: '', label: t('anybody') }, ...people]}
      />
      <NativeSelect
        name="action"
        label={t('what')}
        defaultValue={chosen.action ?? ''}
        data={[{ value: '', label: t('anything') }, ...nouns.map(noun => ({ value: noun, label: t(`nouns.${noun}`) }))]}
      />
      <Button type="submit" variant="default">
        {t('show')}
      </Button>
    </form>
  )
}
