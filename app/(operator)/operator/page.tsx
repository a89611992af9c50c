import { redirect } from 'next/navigation'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { requireSession } from '#app/session.ts'

interface Props {
  searchParams: Promise<{ q?: string | string[] }>
}

/** `?q=` goes along; a browser keeps the fragment by itself. */
export default async function OperatorPage({ searchParams }: Props) {
  const { q } = await searchParams
  const { istok } = await requireSession()
  const { locale } = await readInterface()
  const first = istok.env.locales.includes(locale) ? locale : (istok.env.locales[0] ?? 'ru')
  redirect(`/operator/${first}${typeof q === 'string' && q !== '' ? `?${new URLSearchParams({ q })}` : ''}`)
}
