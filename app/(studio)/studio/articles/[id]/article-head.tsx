import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { SendReviewButton } from '#app/_ui/review/send-review-button.tsx'
import { StatusBadge } from '#app/_ui/status-badge.tsx'
import { findScript } from '#lib/document/check-script.ts'
import type { ArticlePlace } from './read-place.ts'
import { WorkState } from './work-state.tsx'

/** Title, state and language of an article, and the ways to change and to see it. */
export async function ArticleHead({ place, canWrite }: { place: ArticlePlace; canWrite: boolean }) {
  const { t, format } = await readInterface()
  const { article, translation, locale, locales } = place
  const standing = article.translations.find(one => one.locale === locale)?.standing
  const isUnderway = standing === 'in-review' || standing === 'approved'
  const script = translation && findScript(translation.document.content)?.script
  const isLive = translation !== null && translation.liveRevision !== null
  return (
    <>
      <nav className="crumb" aria-label={t('common.breadcrumbs')}>
        <Link href="/studio/articles">
          <Icon name="left" size={15} />
          {t('articles.title')}
        </Link>
      </nav>
      <PageHead title={translation?.title ?? article.slug} lang={translation ? locale : undefined}>
        {isLive && article.audience === 'public' && (
          <ButtonLink outside href={`/${locale}/articles/${article.slug}`} variant="default" leftSection={<Icon name="open" size={16} />}>
            {t('article.onSite')}
          </ButtonLink>
        )}
        {canWrite && translation && translation.status !== 'published' && !isUnderway && (
          <SendReviewButton articleId={article.id} locale={locale} />
        )}
        {canWrite && script && (
          <ButtonLink href={`/studio/scripts/${article.id}/${locale}`} variant="default" leftSection={<Icon name="windows" size={16} />}>
            {t('scripts.ofArticle', { count: script.content.length })}
          </ButtonLink>
        )}
        {canWrite && translation && (
          <ButtonLink href={`/studio/articles/${article.id}/edit?locale=${locale}`} leftSection={<Icon name="changed" size={16} />}>
            {t('article.edit')}
          </ButtonLink>
        )}
      </PageHead>
      <div className="article-meta">
        <StatusBadge status={translation?.status ?? 'draft'} t={t} />
        <span className="mono">{article.slug}</span>
        {article.audience === 'internal' && (
          <span className="internal-mark">
            <Icon name="locked" size={13} />
            {t('articles.internal')}
          </span>
        )}
        {translation?.liveRelease != null && <span>{t('article.release', { number: translation.liveRelease })}</span>}
        {translation && (
          <span>{t('article.updated', { date: format.dateTime(translation.updatedAt, { dateStyle: 'long', timeStyle: 'short' }) })}</span>
        )}
        <nav className="locales" aria-label={t('article.languages')}>
          {locales.map(one => (
            <Link
              key={one}
              href={`/studio/articles/${article.id}?locale=${one}`}
              className="locale-link"
              aria-current={one === locale ? 'page' : undefined}
            >
              {one}
            </Link>
          ))}
        </nav>
      </div>
      <WorkState place={place} canWrite={canWrite} />
    </>
  )
}
