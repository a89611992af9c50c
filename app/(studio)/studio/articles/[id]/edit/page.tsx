import type { Metadata } from 'next'
import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import type { Query } from '#app/_ui/query.ts'
import { textIn } from '#app/_ui/titles.ts'
import { readChannelViews } from '#app/_ui/windows/read-channel-views.ts'
import { requireSession } from '#app/session.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { markdownOf } from '#lib/authoring/read-translation.ts'
import { readPlace } from '../read-place.ts'
import type { Fields, Saved } from './draft.ts'
import { EditForm } from './edit-form.tsx'
import { readFactChips } from './read-fact-chips.ts'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('edit.title') }
}

export default async function EditPage({ params, searchParams }: Props) {
  const session = await requireSession()
  const { istok, actor } = session
  if (!actor.scopes.has('write')) return <NoAccess />
  const place = await readPlace(session, (await params).id, await searchParams)
  const { t, locale: language } = await readInterface()
  const { article, translation, locale } = place
  const { items } = await listCategories(istok, actor)
  const text = translation ? markdownOf(translation) : null
  const fields: Fields = {
    title: text?.title ?? '',
    shortAnswer: text?.shortAnswer ?? '',
    questions: text?.questions.join('\n') ?? '',
    markdown: text?.markdown ?? '',
    variations: Object.fromEntries(Object.entries(text?.variations ?? {}).map(([kind, { markdown }]) => [kind, markdown])),
    slug: article.slug,
    category: article.category ?? '',
    tags: article.tags.join(', '),
    audience: article.audience,
  }
  const saved: Saved = { version: translation?.version ?? null, articleVersion: article.version, fields }
  return (
    <div className="page">
      <nav className="crumb" aria-label={t('common.breadcrumbs')}>
        <Link href={`/studio/articles/${article.id}?locale=${locale}`}>
          <Icon name="left" size={15} />
          {translation?.title ?? article.slug}
        </Link>
      </nav>
      <EditForm
        key={`${article.id} ${locale}`}
        article={{ id: article.id, isLive: article.translations.some(({ liveRevision }) => liveRevision !== null) }}
        locale={locale}
        locales={place.locales}
        saved={saved}
        status={translation?.status ?? 'draft'}
        views={translation ? await readChannelViews({ session, translation, slug: article.slug, language }) : []}
        facts={await readFactChips(session, locale)}
        categories={items.map(({ slug, title }) => ({ value: slug, label: textIn(title, language, slug) }))}
        canPublish={actor.scopes.has('publish')}
      />
    </div>
  )
}
