'use client'

import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { demoPassword, demoUsers } from '#lib/access/demo-users.ts'
import { oidcAddress, type SignInResult, signInWith } from './sign-in.ts'

interface Props {
  from: string | null
  demo: boolean
  /** What the organisation's own sign-in service is called; null: there is none. */
  service: string | null
  /** The service vouched for somebody who is not known here, or did not answer as it should. */
  isRefused: boolean
}

/** E-mail and password, or the organisation's own service. Says why it was refused and when to try again. */
export function SignInForm({ from, demo, service, isRefused }: Props) {
  const t = useTranslations('signIn')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<SignInResult | null>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])

  async function submit(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    setRefusal(null)
    const result = await signInWith(email, password)
    // The fragment says who calls the operator; the server never sees it.
    if (result.kind === 'done') return location.assign(from === null ? '/sign-in' : `${from}${location.hash}`)
    setRefusal(result)
    setPending(false)
  }

  function choose(chosen: string) {
    setEmail(chosen)
    setPassword(demoPassword)
  }

  return (
    <form onSubmit={submit} method="post" action="/sign-in" data-ready={ready}>
      <Stack gap="sm">
        {refusal ? <ProblemNote>{messageOf(refusal, t)}</ProblemNote> : isRefused && <ProblemNote>{t('serviceRefused')}</ProblemNote>}
        <TextInput
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={event => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0, 'aria-hidden': undefined }}
        />
        <Button type="submit" size="sm" loading={pending} fullWidth mt={4}>
          {t('submit')}
        </Button>
      </Stack>
      {service !== null && <ServiceButton from={from} name={service} onFailed={() => setRefusal({ kind: 'offline' })} />}
      {demo && <DemoLogins onChoose={choose} />}
    </form>
  )
}

function ServiceButton({ from, name, onFailed }: { from: string | null; name: string; onFailed: () => void }) {
  const t = useTranslations('signIn')
  const [pending, setPending] = useState(false)
  async function go() {
    setPending(true)
    const address = await oidcAddress(from)
    if (address !== null) return location.assign(address)
    setPending(false)
    onFailed()
  }
  return (
    <Button variant="default" fullWidth mt="sm" loading={pending} onClick={go}>
      {t('byService', { name })}
    </Button>
  )
}

function messageOf(result: SignInResult, t: ReturnType<typeof useTranslations<'signIn'>>): string {
  if (result.kind === 'throttled') return t('throttled', { minutes: Math.max(1, Math.ceil(result.seconds / 60)) })
  return result.kind === 'refused' ? t('refused') : t('offline')
}

function DemoLogins({ onChoose }: { onChoose: (email: string) => void }) {
  const t = useTranslations('signIn')
  return (
    <section aria-label={t('demo')}>
      <Text size="xs" c="dimmed" mt="lg" mb={4}>
        {t('demo')}
      </Text>
      {demoUsers.map(({ email, kind }) => (
        <button key={email} type="button" className="demo-login" onClick={() => onChoose(email)}>
          <span>{email}</span>
          <span className="quiet">{t(`demoRole.${kind}`)}</span>
        </button>
      ))}
    </section>
  )
}
