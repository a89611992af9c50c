'use client'

import { Button, Checkbox, CheckboxGroup, Group, Modal, NativeSelect, PasswordInput, Stack, Switch, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { roles as allRoles } from '#lib/access/actor.ts'
import type { Grant } from '#lib/access/grants.ts'
import type { UserEntry } from '#lib/access/user-input.ts'
import { GrantsField } from './grants-field.tsx'

interface Props {
  /** Whom to change; null: a new user. */
  user: UserEntry | null
  /** Whoever takes away his own rights would not come back. */
  isSelf: boolean
  /** Slug and title. */
  categories: [string, string][]
  onClose: () => void
}

/** Who somebody is and what he may do. */
export function UserDialog({ user, isSelf, categories, onClose }: Props) {
  const t = useTranslations('admin')
  const common = useTranslations('common')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [email, setEmail] = useState(user?.email ?? '')
  const [name, setName] = useState(user?.name ?? '')
  const [roles, setRoles] = useState<string[]>(user?.roles ?? ['author'])
  const [grants, setGrants] = useState<Grant[]>(user?.grants ?? [])
  const [locale, setLocale] = useState(user?.locale ?? 'ru')
  const [password, setPassword] = useState('')
  const [disabled, setDisabled] = useState(user?.disabledAt != null)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const faultAt = useFaultAt(problem?.errors)

  async function save(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const fields = { name, roles, grants, locale, ...(password === '' ? {} : { password }) }
    const reply = user
      ? await callApi('PATCH', `/users/${encodeURIComponent(user.id)}`, { body: { ...fields, disabled } })
      : await callApi('POST', '/users', { body: { email, ...fields } })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    notify('success', t('users.saved', { name }))
    onClose()
    router.refresh()
  }

  return (
    <Modal opened onClose={onClose} title={user ? user.name : t('users.new')} closeButtonProps={{ 'aria-label': common('cancel') }}>
      <form onSubmit={save}>
        <Stack gap="sm">
          {problem && !problem.errors?.length && <ProblemNote>{problem.status === 409 ? t('users.lastAdmin') : say(problem)}</ProblemNote>}
          {!user && (
            <TextInput
              label={t('users.email')}
              name="email"
              type="email"
              required
              maxLength={254}
              data-autofocus
              value={email}
              error={faultAt('/email')}
              onChange={event => setEmail(event.currentTarget.value)}
            />
          )}
          <TextInput
            label={t('users.name')}
            name="name"
            required
            maxLength={100}
            value={name}
            error={faultAt('/name')}
            onChange={event => setName(event.currentTarget.value)}
          />
          <CheckboxGroup label={t('users.roles')} value={roles} onChange={setRoles} error={faultAt('/roles')} required>
            <div className="scope-list">
              {allRoles.map(role => (
                <Checkbox
                  key={role}
                  value={role}
                  label={t(`roles.${role}.name`)}
                  description={t(`roles.${role}.hint`)}
                  disabled={isSelf && role === 'admin'}
                />
              ))}
            </div>
          </CheckboxGroup>
          <GrantsField grants={grants} categories={categories} faults={problem?.errors} onChange={setGrants} />
          <NativeSelect
            label={t('users.locale')}
            value={locale}
            onChange={event => setLocale(event.currentTarget.value)}
            data={[
              { value: 'ru', label: 'Русский' },
              { value: 'en', label: 'English' },
            ]}
          />
          <PasswordInput
            label={t(user ? 'users.newPassword' : 'users.password')}
            description={t('users.passwordHint')}
            name="password"
            autoComplete="new-password"
            maxLength={200}
            value={password}
            error={faultAt('/password')}
            onChange={event => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('users.showPassword'), tabIndex: 0, 'aria-hidden': undefined }}
          />
          {user && !isSelf && (
            <Switch
              label={t('users.disable')}
              description={t('users.disableHint')}
              checked={disabled}
              onChange={event => setDisabled(event.currentTarget.checked)}
            />
          )}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={pending} disabled={roles.length === 0}>
              {t(user ? 'users.save' : 'users.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
