import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { StatusBadge } from '#app/_ui/status-badge.tsx'
import { preferred } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { listReleases } from '#lib/delivery/read-releases.ts'
import { HomeRow, HomeSection } from './_home/home-section.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('home.title') }
}

export default async function HomePage() {
  const { istok, actor } = await requireSession()
  const { t, format, locale } = await readInterface()
  const { items: releases } = await listReleases(istok, actor, { limit: 5, before: null })
  const { items: changed } = await listArticles(istok, actor, { status: 'changed', limit: 5 })
  const { items: drafts } = await listArticles(istok, actor, { status: 'draft', limit: 5 })
  const waiting = [...changed, ...drafts].sort((a, b) => b.updatedAt - a.updatedAt).slice(0, 5)
  return (
    <div className="page">
      <PageHead title={t('home.title')}>
        {actor.scopes.has('write') && (
          <ButtonLink href="/studio/articles/new" leftSection={<Icon name="plus" size={16} />}>
            {t('articles.new')}
          </ButtonLink>
        )}
      </PageHead>
      {waiting.length === 0 && releases.length === 0 && <EmptyState icon="home" title={t('home.calm')} text={t('home.calmHint')} />}
      <div className="home">
        {waiting.length > 0 && (
          <HomeSection
            title={t('home.drafts')}
            icon="changed"
            count={null}
            all={{ href: '/studio/articles?status=changed', label: t('home.allDrafts') }}
          >
            {waiting.map(article => {
              const shown = preferred(article.translations, locale)
              return (
                <HomeRow
                  key={article.id}
                  href={`/studio/articles/${article.id}${shown ? `?locale=${shown.locale}` : ''}`}
                  title={shown?.title ?? article.slug}
                  lang={shown?.locale}
                  end={format.dateTime(article.updatedAt, { dateStyle: 'medium' })}
                >
                  <StatusBadge status={article.status} t={t} />
                </HomeRow>
              )
            })}
          </HomeSection>
        )}
        {releases.length > 0 && (
          <HomeSection
            title={t('home.releases')}
            icon="releases"
            count={null}
            all={{ href: '/studio/releases', label: t('home.allReleases') }}
          >
            {releases.map(release => (
              <HomeRow
                key={release.number}
                href={`/studio/releases/${release.number}`}
                title={release.note || t('releases.named', { number: release.number })}
                end={format.dateTime(new Date(release.publishedAt), { dateStyle: 'medium', timeStyle: 'short' })}
              >
                {t('releases.named', { number: release.number })}
              </HomeRow>
            ))}
          </HomeSection>
        )}
      </div>
    </div>
  )
}
