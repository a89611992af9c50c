import { redirect } from 'next/navigation'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { requireSession } from '#app/session.ts'

export default async function OperatorPage() {
  const { istok } = await requireSession()
  const { locale } = await readInterface()
  redirect(`/operator/${istok.env.locales.includes(locale) ? locale : (istok.env.locales[0] ?? 'ru')}`)
}
