'use client'

import { Button, Checkbox, CheckboxGroup, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { scopes } from '#lib/access/actor.ts'
import { channelKinds } from '#lib/compile/channels.ts'

const lifetimes = ['30', '90', '365', ''] as const

interface Props {
  onClose: () => void
  onMade: (key: string) => void
}

/** What a key may do, in which channel, and for how long. */
export function NewKeyDialog({ onClose, onMade }: Props) {
  const t = useTranslations()
  const say = useProblemText()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string[]>(['read'])
  const [channel, setChannel] = useState('')
  const [days, setDays] = useState('365')
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function create(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const expiresAt = days === '' ? null : new Date(Date.now() + Number(days) * 86_400_000).toISOString()
    const reply = await callApi<{ key: string }>('POST', '/keys', {
      body: { name, scopes: chosen, channel: channel === '' ? null : channel, expiresAt },
    })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    onMade(reply.body.key)
  }

  return (
    <Modal opened onClose={onClose} title={t('keys.new')} closeButtonProps={{ 'aria-label': t('common.cancel') }}>
      <form onSubmit={create}>
        <Stack gap="sm">
          {problem && <ProblemNote>{say(problem)}</ProblemNote>}
          <TextInput
            label={t('keys.name')}
            name="name"
            required
            maxLength={100}
            data-autofocus
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <CheckboxGroup label={t('keys.scopes')} value={chosen} onChange={setChosen} required>
            <div className="scope-list">
              {scopes.map(scope => (
                <Checkbox key={scope} value={scope} label={t(`keys.scopeNames.${scope.replace(':', '-') as 'read'}`)} description={scope} />
              ))}
            </div>
          </CheckboxGroup>
          <NativeSelect
            label={t('keys.channel')}
            value={channel}
            onChange={event => setChannel(event.currentTarget.value)}
            data={[
              { value: '', label: t('keys.anyChannel') },
              ...channelKinds.map(kind => ({ value: kind, label: t(`windows.channels.${kind}`) })),
            ]}
          />
          <NativeSelect
            label={t('keys.expires')}
            value={days}
            onChange={event => setDays(event.currentTarget.value)}
            data={lifetimes.map(value => ({
              value,
              label: value === '' ? t('keys.untilRevoked') : t('keys.inDays', { days: Number(value) }),
            }))}
          />
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={pending} disabled={chosen.length === 0}>
              {t('keys.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
