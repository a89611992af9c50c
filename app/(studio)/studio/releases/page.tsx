import type { Metadata } from 'next'
import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { listReleases } from '#lib/delivery/read-releases.ts'
import { ReleaseKind } from './release-kind.tsx'
import { RollBackButton } from './roll-back-button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('releases.title') }
}

export default async function ReleasesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const { t, format } = await readInterface()
  const before = Number(readValue(query, 'cursor')) || null
  const { items, nextCursor } = await listReleases(istok, actor, { limit: 30, before })
  const canRollBack = actor.scopes.has('publish')
  return (
    <div className="page">
      <PageHead title={t('releases.title')}>
        <ButtonLink href="/studio/as-of" variant="default" leftSection={<Icon name="clock" size={16} />}>
          {t('composer.asOf.title')}
        </ButtonLink>
        <ButtonLink href="/studio/releases/calendar" variant="default" leftSection={<Icon name="calendar" size={16} />}>
          {t('composer.calendar.title')}
        </ButtonLink>
        {canSomewhere(actor, 'publish') && (
          <ButtonLink href="/studio/releases/new" leftSection={<Icon name="plus" size={16} />}>
            {t('composer.title')}
          </ButtonLink>
        )}
      </PageHead>
      <p className="page-lead">{t('releases.lead')}</p>
      {items.length === 0 ? (
        <EmptyState icon="releases" title={t('releases.none')} text={t('releases.noneHint')} />
      ) : (
        <ol className="release-list">
          {items.map((release, index) => (
            <li key={release.number} className="release">
              <Link
                href={`/studio/releases/${release.number}`}
                className="release-number"
                aria-label={t('releases.named', { number: release.number })}
              >
                {release.number}
              </Link>
              <div className="release-text">
                <p className="release-note">{release.note || t('releases.noNote')}</p>
                <p className="quiet">
                  <ReleaseKind release={release} />
                  {' · '}
                  {release.author}
                  {' · '}
                  <time dateTime={release.publishedAt}>
                    {format.dateTime(new Date(release.publishedAt), { dateStyle: 'long', timeStyle: 'short' })}
                  </time>
                </p>
              </div>
              {index === 0 && before === null && <span className="state state-green">{t('releases.current')}</span>}
              {canRollBack && release.number > 1 && <RollBackButton number={release.number} />}
            </li>
          ))}
        </ol>
      )}
      <Pager path="/studio/releases" query={query} keep={[]} nextCursor={nextCursor} />
    </div>
  )
}
