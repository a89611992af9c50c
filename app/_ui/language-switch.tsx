'use client'

import { SegmentedControl } from '@mantine/core'
import { useLocale, useTranslations } from 'use-intl'
import { chooseLanguage } from './choose-language.ts'

/** The language of the interface, kept for a year in this browser. */
export function LanguageSwitch() {
  const locale = useLocale()
  const t = useTranslations('shell')
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={locale}
      onChange={chooseLanguage}
      data={[
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ]}
    />
  )
}
