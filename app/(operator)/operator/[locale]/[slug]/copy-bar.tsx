'use client'

import { Button, Group, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { useShortcuts } from '#app/_ui/shortcuts/shortcuts.tsx'
import type { OperatorContent } from '#lib/compile/types.ts'
import { type Form, formOf, type Messenger, type MessengerTexts, messengers, ownForms, writeClipboard } from './copy-form.ts'

const keys: Record<Form, string> = { short: 'C', plain: 'P', html: 'R', telegram: 'T', max: 'M', vk: 'V', whatsapp: 'W' }
/** Names of products are the same in every language. */
const names: Record<Messenger, string> = { telegram: 'Telegram', max: 'MAX', vk: 'VK', whatsapp: 'WhatsApp' }
const messengerNames = Object.keys(messengers) as Messenger[]

interface Props {
  copy: OperatorContent['copy']
  /** What the bot sends of this answer; null: the bot does not say it. */
  sent: MessengerTexts | null
  /** Something else is what this page is for. */
  isQuiet?: boolean
}

/** Copies what may be said to a customer, each form with a key of its own. */
export function CopyBar({ copy, sent, isQuiet = false }: Props) {
  const t = useTranslations('operator')
  const d = useTranslations('desk')
  const [done, setDone] = useState<{ form: Form; ok: boolean } | null>(null)
  const forms = [...ownForms.filter(form => copy[form] !== ''), ...messengerNames.filter(name => sent && sent[name].length > 0)]
  const nameOf = (form: Form) => (form in messengers ? names[form as Messenger] : t(`copy.${form as 'short'}`))
  async function take(form: Form) {
    const copied = formOf(form, copy, sent)
    setDone({ form, ok: copied !== null && (await writeClipboard(copied)) })
  }
  useShortcuts(
    d('copy.title'),
    copy.plain === '' ? [] : forms.map(form => ({ keys: keys[form], label: nameOf(form), run: () => void take(form) })),
  )
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
  const button = (form: Form) => (
    <Button
      key={form}
      size={isQuiet || form in messengers ? 'compact-sm' : 'sm'}
      variant={form === 'short' && !isQuiet ? 'filled' : 'default'}
      leftSection={<Icon name={done?.form === form && done.ok ? 'check' : form in messengers ? 'send' : 'copy'} size={16} />}
      rightSection={<kbd>{keys[form]}</kbd>}
      onClick={() => void take(form)}
      aria-keyshortcuts={keys[form]}
    >
      {nameOf(form)}
    </Button>
  )
  return (
    <Stack gap="xs" mb="md" role="group" aria-label={d('copy.title')}>
      <Group gap="xs">{forms.filter(form => !(form in messengers)).map(button)}</Group>
      <Group gap="xs">
        {forms.filter(form => form in messengers).map(button)}
        <span className="quiet" role="status">
          {done !== null && (done.ok ? t('copiedForm', { form: nameOf(done.form) }) : t('copyFailed'))}
        </span>
      </Group>
    </Stack>
  )
}
