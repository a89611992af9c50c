'use client'

import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon, type IconName } from './icon.tsx'

const schemes = { light: 'sun', dark: 'moon', auto: 'auto' } as const satisfies Record<string, IconName>
type Scheme = keyof typeof schemes

/** Light, dark, or as the system says. */
export function SchemeSwitch() {
  const t = useTranslations('shell')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  // The server does not know what this browser has chosen.
  const [mounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('scheme')}
      value={mounted ? colorScheme : 'auto'}
      onChange={value => setColorScheme(value as Scheme)}
      data={(Object.keys(schemes) as Scheme[]).map(scheme => ({
        value: scheme,
        label: <Icon name={schemes[scheme]} size={16} label={t(`schemes.${scheme}`)} />,
      }))}
    />
  )
}
