'use client'

import { MantineProvider } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { IntlProvider } from 'use-intl'
import type { Messages } from '#app/_i18n/catalogues.ts'
import { NoticeProvider } from './notices.tsx'
import { cssVariables, theme } from './theme.ts'

interface Props {
  locale: 'ru' | 'en'
  messages: Messages
  timeZone: string
  nonce: string
  /** Whatever else was chosen. */
  scheme?: 'light' | 'dark' | undefined
  children: ReactNode
}

/** Theme, language and notices for everything below. The document keeps the nonce it was loaded with; later ones belong to other replies. */
export function Providers({ locale, messages, timeZone, nonce, scheme, children }: Props) {
  const [first] = useState(() => {
    // Where libraries that add style elements of their own look for it.
    Reflect.set(globalThis, '__webpack_nonce__', typeof window === 'undefined' ? undefined : nonce)
    return nonce
  })
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(scheme && { forceColorScheme: scheme })}
      getStyleNonce={() => first}
    >
      <IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
        <NoticeProvider>{children}</NoticeProvider>
      </IntlProvider>
    </MantineProvider>
  )
}
