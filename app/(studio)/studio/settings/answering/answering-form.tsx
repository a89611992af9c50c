'use client'

import { Button, Checkbox, NumberInput, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { AnsweringSettings } from '#lib/answering/answering-settings.ts'
import type { Thresholds } from '#lib/answering/decide.ts'
import type { ChannelKind } from '#lib/compile/types.ts'

interface Props {
  settings: AnsweringSettings
  usual: Record<string, Thresholds>
}

/** When a channel answers by itself, when a person takes over, and how long what was asked is kept. */
export function AnsweringForm({ settings, usual }: Props) {
  const t = useTranslations('learning.settings')
  const names = useTranslations('windows.channels')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [values, setValues] = useState(settings)
  const [pending, setPending] = useState(false)
  const set = (change: Partial<AnsweringSettings>) => setValues({ ...values, ...change })
  const setThreshold = (channel: string, change: Partial<Thresholds>) =>
    set({ thresholds: { ...values.thresholds, [channel]: { ...usual[channel]!, ...values.thresholds[channel], ...change } } })

  async function save(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const { version, ...body } = values
    const reply = await callApi('PUT', '/settings/answering', { version, body })
    setPending(false)
    if (!reply.ok) return notify('error', reply.problem.status === 422 ? t('order') : say(reply.problem))
    notify('success', t('saved'))
    router.refresh()
  }

  return (
    <form onSubmit={save}>
      <Stack gap="md">
        <TableBox label={t('thresholds')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('channel')}</th>
                <th scope="col">{t('answer')}</th>
                <th scope="col">{t('clarify')}</th>
              </tr>
            </thead>
            <tbody>
              {Object.keys(usual).map(channel => {
                const { answer, clarify } = values.thresholds[channel] ?? usual[channel]!
                const name = names(channel as ChannelKind)
                return (
                  <tr key={channel}>
                    <th scope="row">{name}</th>
                    <td>
                      <Percent
                        label={t('answerOf', { channel: name })}
                        least={20}
                        value={answer}
                        onChange={value => setThreshold(channel, { answer: value })}
                      />
                    </td>
                    <td>
                      <Percent
                        label={t('clarifyOf', { channel: name })}
                        least={1}
                        value={clarify}
                        onChange={value => setThreshold(channel, { clarify: value })}
                      />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </TableBox>
        <Stack gap="md" className="narrow">
          <NumberInput
            label={t('handoffAfter')}
            description={t('handoffHint')}
            min={0}
            max={10}
            value={values.handoffAfter}
            onChange={value => set({ handoffAfter: Number(value) })}
          />
          <Checkbox
            label={t('remember')}
            description={t('rememberHint')}
            checked={values.rememberSearches}
            onChange={event => set({ rememberSearches: event.currentTarget.checked })}
          />
          <NumberInput
            label={t('keepDays')}
            description={t('keepHint')}
            min={1}
            max={730}
            value={values.keepDays}
            onChange={value => set({ keepDays: Number(value) })}
          />
          <Button type="submit" loading={pending} style={{ alignSelf: 'start' }}>
            {t('save')}
          </Button>
        </Stack>
      </Stack>
    </form>
  )
}

interface PercentProps {
  label: string
  least: number
  /** 0 to 1. */
  value: number
  onChange: (value: number) => void
}

function Percent({ label, least, value, onChange }: PercentProps) {
  return (
    <NumberInput
      aria-label={label}
      min={least}
      max={99}
      suffix=" %"
      w={120}
      value={Math.round(value * 100)}
      onChange={given => onChange(Number(given) / 100)}
    />
  )
}
