'use client'

import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { FactEntry } from '#lib/authoring/read-fact.ts'
import { replaceCurrent } from './replace-current.ts'

interface Props {
  fact: FactEntry
  canPublish: boolean
  onClose: () => void
  /** `publish`: somebody wants it live at once. */
  onSaved: (publish: boolean) => void
}

/** The value that holds now, once or per language. */
export function FactDialog({ fact, canPublish, onClose, onSaved }: Props) {
  const t = useTranslations('facts')
  const locale = useLocale()
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [value, setValue] = useState(fact.current ?? '')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function save(publish: boolean) {
    setPending(true)
    const { key, type, unit, title } = fact
    const values = replaceCurrent(fact.values, value, Date.now())
    const reply = await callApi('PUT', `/facts/${encodeURIComponent(key)}`, {
      body: { key, type, unit, title, values },
      version: fact.version,
    })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    if (!publish) notify('success', t('saved'))
    router.refresh()
    onSaved(publish)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void save(canPublish)
  }

  const fault = problem?.errors?.find(({ pointer }) => pointer.startsWith('/values'))?.message
  const hint = t(`hints.${fact.type as 'money'}`, { unit: fact.unit ?? '' })
  const common = { required: true, error: fault, description: hint, 'data-autofocus': true }
  return (
    <Modal opened onClose={onClose} title={textIn(fact.title, locale, fact.key)} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {problem && !fault && <ProblemNote>{say(problem)}</ProblemNote>}
          {typeof value === 'string' ? (
            <TextInput {...common} label={t('value')} name="value" value={value} onChange={event => setValue(event.currentTarget.value)} />
          ) : (
            Object.entries(value).map(([locale, text]) => (
              <TextInput
                {...common}
                key={locale}
                label={t('valueIn', { locale })}
                name={`value-${locale}`}
                lang={locale}
                value={text}
                onChange={event => setValue({ ...value, [locale]: event.currentTarget.value })}
              />
            ))
          )}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={() => void save(false)} loading={pending}>
              {t('saveDraft')}
            </Button>
            {canPublish && (
              <Button type="submit" loading={pending}>
                {t('saveAndPublish')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
