'use client'

import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { type SignInResult, signInWith } from '#app/sign-in/sign-in.ts'

interface Props {
  email: string
  onSignedIn: () => void
}

/** The session ended while somebody wrote: sign in here, or in another tab, and go on. The text stays. */
export function SignInDialog({ email, onSignedIn }: Props) {
  const t = useTranslations()
  const [password, setPassword] = useState('')
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<SignInResult | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    setPending(true)
    const result = await signInWith(email, password)
    setPending(false)
    if (result.kind === 'done') return onSignedIn()
    setRefusal(result)
  }

  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('draft.signIn.title')}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text>{t('draft.signIn.text')}</Text>
          {refusal && <ProblemNote>{refusalText(refusal, t)}</ProblemNote>}
          <TextInput label={t('signIn.email')} value={email} readOnly autoComplete="username" name="email" />
          <PasswordInput
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0, 'aria-hidden': undefined }}
          />
          <Group justify="space-between" gap="xs">
            <Button variant="subtle" onClick={onSignedIn}>
              {t('draft.signIn.elsewhere')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('signIn.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function refusalText(result: SignInResult, t: ReturnType<typeof useTranslations<never>>): string {
  if (result.kind === 'throttled') return t('signIn.throttled', { minutes: Math.max(1, Math.ceil(result.seconds / 60)) })
  return result.kind === 'refused' ? t('signIn.refused') : t('signIn.offline')
}
