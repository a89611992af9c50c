import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { createFormatter, createTranslator } from 'use-intl/core'
import { sharedIstok } from '#lib/shared-istok.ts'
import en from '../../content/messages/studio.en.json'
import ru from '../../content/messages/studio.ru.json'
import { type InterfaceLocale, isInterfaceLocale, localeCookie, localeFromHeader } from './locales.ts'

export type Messages = typeof ru
const catalogues: Record<InterfaceLocale, Messages> = { ru, en }

/** Language, messages and formatters of this request: of the cookie, else of what the browser prefers. */
export const readInterface = cache(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value
  const locale = isInterfaceLocale(chosen) ? chosen : localeFromHeader((await headers()).get('accept-language'))
  const messages = catalogues[locale]
  const timeZone = sharedIstok().env.timeZone
  return { locale, messages, timeZone, t: createTranslator({ locale, messages }), format: createFormatter({ locale, timeZone }) }
})

export type Interface = Awaited<ReturnType<typeof readInterface>>
