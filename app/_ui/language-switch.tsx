'use client'

import { SegmentedControl } from '@mantine/core'
import { useLocale, useTranslations } from 'use-intl'
import { localeCookie } from '#app/_i18n/locales.ts'

/** The language of the interface, kept for a year in this browser. */
export function LanguageSwitch() {
  const locale = useLocale()
  const t = useTranslations('shell')
  function choose(next: string) {
    const secure = location.protocol === 'https:' ? '; Secure' : ''
    // The Cookie Store API is not in every browser yet.
    Reflect.set(document, 'cookie', `${localeCookie}=${next}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`)
    location.reload()
  }
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={locale}
      onChange={choose}
      data={[
        { value: 'ru', label: 'Русский' },
        { value: 'en', label: 'English' },
      ]}
    />
  )
}
