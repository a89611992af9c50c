import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HistoryPage } from '#app/_catalogue/history-page.tsx'
import { UsagePanel } from '#app/_catalogue/usage-panel.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { readPlaceUsage } from '#lib/authoring/read-place-usage.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.categories.title') }
}

export default async function CategoryHistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const { istok, actor } = await requireSession()
  const { id } = await params
  const { t, locale } = await readInterface()
  const { items } = await listCategories(istok, actor)
  const category = items.find(one => one.id === id)
  if (!category) notFound()
  const { title, description, version } = category
  return (
    <HistoryPage
      usage={<UsagePanel usage={await readPlaceUsage(istok, actor, { kind: 'category', slug: category.slug })} />}
      title={textIn(title, locale, category.slug)}
      back={{ href: '/studio/categories', label: t('catalogue.categories.title') }}
      kind="category"
      id={id}
      names={new Map(items.map(one => [one.id, textIn(one.title, locale, one.slug)]))}
      restore={actor.scopes.has('write') ? { path: `/categories/${id}`, version, now: { title, description } } : undefined}
    />
  )
}
