'use client'

import { Button, Group } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import type { OperatorContent } from '#lib/compile/types.ts'
import { copyText } from './copy-text.ts'

type Form = 'short' | 'plain' | 'html'
const forms: Form[] = ['short', 'plain', 'html']

/** Copies what may be said to a customer: the short answer (`c`), the whole as text, the whole with its form. */
export function CopyBar({ copy }: { copy: OperatorContent['copy'] }) {
  const t = useTranslations('operator')
  const [done, setDone] = useState<{ form: Form; ok: boolean } | null>(null)
  async function take(form: Form) {
    if (copy[form] === '') return
    setDone({ form, ok: await copyText(copy, form) })
  }
  useHotkeys([['c', () => void take('short')]])
  useEffect(() => {
    if (done === null) return
    const timer = setTimeout(() => setDone(null), 2500)
    return () => clearTimeout(timer)
  }, [done])
  if (copy.plain === '')
    return (
      <p className="desk-internal">
        <Icon name="locked" size={16} />
        {t('internalOnly')}
      </p>
    )
  return (
    <Group gap="xs" mb="md">
      {forms.map(form => (
        <Button
          key={form}
          variant={form === 'short' ? 'filled' : 'default'}
          disabled={copy[form] === ''}
          leftSection={<Icon name={done?.form === form && done.ok ? 'check' : 'copy'} size={16} />}
          onClick={() => void take(form)}
          aria-keyshortcuts={form === 'short' ? 'c' : undefined}
        >
          {done?.form === form && done.ok ? t('copied') : t(`copy.${form}`)}
        </Button>
      ))}
      <span className="quiet" role="status">
        {done !== null && (done.ok ? t('copiedForm', { form: t(`copy.${done.form}`) }) : t('copyFailed'))}
      </span>
    </Group>
  )
}
