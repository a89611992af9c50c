'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { UserDialog } from './user-dialog.tsx'

export function NewUserButton({ categories }: { categories: [string, string][] }) {
  const t = useTranslations('admin.users')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpened(true)}>
        {t('new')}
      </Button>
      {opened && <UserDialog user={null} isSelf={false} categories={categories} onClose={() => setOpened(false)} />}
    </>
  )
}
