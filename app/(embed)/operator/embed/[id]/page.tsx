import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ShortcutProvider } from '#app/_ui/shortcuts/shortcuts.tsx'
import { findFrameOrigins } from '#lib/embedding/find-frame-origins.ts'
import { sharedIstok } from '#lib/shared-istok.ts'
import { Frame } from './frame.tsx'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('desk.frame.title') }
}

/** The panel in a page of another system. It holds nothing before the frame has a session of its own, so it needs none here. */
export default async function EmbedPage({ params }: Props) {
  const istok = sharedIstok()
  const { id } = await params
  const origins = findFrameOrigins(istok, id)
  if (!origins) notFound()
  const { locale } = await readInterface()
  const first = istok.env.locales.includes(locale) ? locale : (istok.env.locales[0] ?? 'ru')
  return (
    <main className="frame">
      <ShortcutProvider>
        <Frame id={id} origins={origins} locale={first} locales={istok.env.locales} />
      </ShortcutProvider>
    </main>
  )
}
