import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryPage } from '#app/_catalogue/history-page.tsx'
import { TryBox } from '#app/_catalogue/try-box.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { requireSession } from '#app/session.ts'
import { findSynonym } from '#lib/authoring/find-synonym.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.synonyms.title') }
}

export default async function SynonymHistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const { istok, actor } = await requireSession()
  const { id } = await params
  const { t } = await readInterface()
  const synonym = await findSynonym(istok, actor, { id })
  if (!synonym) notFound()
  const { terms, direction, locale, version } = synonym
  return (
    <HistoryPage
      usage={<TryBox locales={istok.env.locales} locale={locale} questions={terms} />}
      title={direction === 'one-way' ? `${terms.slice(1).join(', ')} → ${terms[0]}` : terms.join(' = ')}
      back={{ href: '/studio/synonyms', label: t('catalogue.synonyms.title') }}
      kind="synonym"
      id={id}
      restore={actor.scopes.has('write') ? { path: `/synonyms/${id}`, version, now: { terms, direction, locale } } : undefined}
    />
  )
}
