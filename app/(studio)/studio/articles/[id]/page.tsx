import type { Metadata } from 'next'
import { TryBox } from '#app/_catalogue/try-box.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import type { Query } from '#app/_ui/query.ts'
import { ChannelWindows } from '#app/_ui/windows/channel-windows.tsx'
import { readChannelViews } from '#app/_ui/windows/read-channel-views.ts'
import { requireSession } from '#app/session.ts'
import { readRights } from '#lib/authoring/article-rights.ts'
import { ArticleHead } from './article-head.tsx'
import { readPlace } from './read-place.ts'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { article, translation } = await readPlace(await requireSession(), (await params).id, await searchParams)
  return { title: translation?.title ?? article.slug }
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const session = await requireSession()
  const place = await readPlace(session, (await params).id, await searchParams)
  const { t, locale: language } = await readInterface()
  const { article, translation, locale } = place
  const { write: canWrite } = readRights(session.istok, session.actor, article.id)
  const editPath = `/studio/articles/${article.id}/edit?locale=${locale}`
  return (
    <div className="page">
      <ArticleHead place={place} canWrite={canWrite} />
      {translation ? (
        <>
          <ChannelWindows views={await readChannelViews({ session, translation, slug: article.slug, language })} />
          <div className="article-try">
            <TryBox key={locale} locales={place.locales} locale={locale} articleId={article.id} questions={translation.questions} />
          </div>
        </>
      ) : (
        <EmptyState icon="language" title={t('article.noTranslation')} text={t('article.noTranslationHint')}>
          {canWrite && (
            <ButtonLink href={editPath} leftSection={<Icon name="changed" size={16} />}>
              {t('article.write')}
            </ButtonLink>
          )}
        </EmptyState>
      )}
    </div>
  )
}
