import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { createFormatter, createTranslator } from 'use-intl/core'
import { sharedIstok } from '#lib/shared-istok.ts'
import { catalogues, type Messages } from './catalogues.ts'
import { readHostView } from './host-view.ts'
import { type InterfaceLocale, isInterfaceLocale, localeCookie, localeFromHeader } from './locales.ts'

const known: Record<InterfaceLocale, Messages> = catalogues

/** Language, messages and formatters of this request: of the page that holds this one, else of the cookie, else of what the browser prefers. */
export const readInterface = cache(async () => {
  const chosen = readHostView((await headers()).get('x-istok-path')).locale ?? (await cookies()).get(localeCookie)?.value
  const locale = isInterfaceLocale(chosen) ? chosen : localeFromHeader((await headers()).get('accept-language'))
  const messages = known[locale]
  const timeZone = sharedIstok().env.timeZone
  return { locale, messages, timeZone, t: createTranslator({ locale, messages }), format: createFormatter({ locale, timeZone }) }
})

export type Interface = Awaited<ReturnType<typeof readInterface>>
