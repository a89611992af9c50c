import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryPage } from '#app/_catalogue/history-page.tsx'
import { UsagePanel } from '#app/_catalogue/usage-panel.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { findTag } from '#lib/authoring/find-tag.ts'
import { readPlaceUsage } from '#lib/authoring/read-place-usage.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.tags.tag') }
}

export default async function TagHistoryPage({ params }: { params: Promise<{ slug: string }> }) {
  const { istok, actor } = await requireSession()
  const { slug } = await params
  const { t, locale } = await readInterface()
  const tag = await findTag(istok, actor, { slug: decodeURIComponent(slug) })
  if (!tag) notFound()
  const { title, version } = tag
  return (
    <HistoryPage
      usage={<UsagePanel usage={await readPlaceUsage(istok, actor, { kind: 'tag', slug: tag.slug })} />}
      title={textIn(title, locale, tag.slug)}
      back={{ href: '/studio/tags', label: t('catalogue.tags.title') }}
      kind="tag"
      id={tag.slug}
      restore={actor.scopes.has('write') ? { path: `/tags/${tag.slug}`, version, now: { title } } : undefined}
    />
  )
}
