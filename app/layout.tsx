import '@fontsource-variable/golos-text/index.css'
import '@fontsource-variable/jetbrains-mono/index.css'
import '@mantine/core/styles.css'
import '@mantine/spotlight/styles.css'
import './globals.css'
import './prose.css'
import './windows.css'
import './edit.css'
import './difference.css'
import './review.css'
import './workflow.css'
import './article-list.css'
import './draft.css'
import './operator.css'
import './desk.css'
import './catalogue.css'
import './fact-page.css'
import './synonyms.css'
import './places.css'
import './pictures.css'
import './home.css'
import './settings.css'
import './release.css'
import './learning.css'
import './imports.css'
import './palette.css'
import './_editor/document-editor.css'
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { readOrganisation } from '#lib/delivery/read-organisation.ts'
import { accentStyle } from '#lib/organisation/accent-style.ts'
import { sharedIstok } from '#lib/shared-istok.ts'
import { readHostView } from './_i18n/host-view.ts'
import { readInterface } from './_i18n/read-interface.ts'
import { Providers } from './_ui/providers.tsx'

export const dynamic = 'force-dynamic'
export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#121b1e' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await readInterface()
  return { title: { default: t('shell.product'), template: `%s · ${t('shell.product')}` }, robots: { index: false, follow: false } }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, messages, timeZone } = await readInterface()
  const { accent } = readOrganisation(sharedIstok())
  const asked = await headers()
  const nonce = asked.get('x-istok-nonce') ?? ''
  const { scheme } = readHostView(asked.get('x-istok-path'))
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" forceColorScheme={scheme} nonce={nonce} />
        {accent !== null && <link rel="stylesheet" href={`/assets/${accentStyle(accent).hash}/accent.css`} />}
        <link rel="icon" href="/assets/studio/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <Providers locale={locale} messages={messages} timeZone={timeZone} nonce={nonce} scheme={scheme}>
          {children}
        </Providers>
      </body>
    </html>
  )
}
