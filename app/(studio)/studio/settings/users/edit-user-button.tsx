'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { UserEntry } from '#lib/access/user-input.ts'
import { UserDialog } from './user-dialog.tsx'

export function EditUserButton({ user, isSelf, categories }: { user: UserEntry; isSelf: boolean; categories: [string, string][] }) {
  const t = useTranslations('admin.users')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="subtle" onClick={() => setOpened(true)} aria-label={t('editNamed', { name: user.name })}>
        {t('edit')}
      </Button>
      {opened && <UserDialog user={user} isSelf={isSelf} categories={categories} onClose={() => setOpened(false)} />}
    </>
  )
}
