'use client'

import { Button, Menu, MenuDropdown, MenuItem, MenuLabel, MenuTarget } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { signOut } from '#app/sign-in/sign-in.ts'
import { Icon } from './icon.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { SchemeSwitch } from './scheme-switch.tsx'

/** Who is signed in, language, colours, and the way out. */
export function UserMenu({ name, email }: { name: string; email: string }) {
  const t = useTranslations('shell')
  async function leave() {
    await signOut()
    location.assign('/sign-in')
  }
  return (
    <Menu width={248} position="top-start" withinPortal={false}>
      <MenuTarget>
        <Button
          variant="subtle"
          color="gray"
          fullWidth
          justify="start"
          leftSection={<Icon name="user" />}
          className="user-button"
          aria-label={t('userMenu', { name })}
        >
          {name}
        </Button>
      </MenuTarget>
      <MenuDropdown>
        <MenuLabel>{email}</MenuLabel>
        <div className="menu-row">
          <span>{t('language')}</span>
          <LanguageSwitch />
        </div>
        <div className="menu-row">
          <span>{t('scheme')}</span>
          <SchemeSwitch />
        </div>
        <MenuItem leftSection={<Icon name="out" />} onClick={leave}>
          {t('signOut')}
        </MenuItem>
      </MenuDropdown>
    </Menu>
  )
}
