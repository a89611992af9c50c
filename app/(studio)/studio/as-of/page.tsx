import type { Metadata } from 'next'
import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { type Query, readValue, withQuery } from '#app/_ui/query.ts'
import { instantOf, wallTimeOf } from '#app/_ui/zoned-time.ts'
import { requireSession } from '#app/session.ts'
import { canReadChannel } from '#lib/access/policies.ts'
import { now } from '#lib/clock.ts'
import { channelKinds, channels } from '#lib/compile/channels.ts'
import { listSaidAt } from '#lib/delivery/list-said-at.ts'
import { AsOfForm } from './as-of-form.tsx'
import { SaidThen } from './said-then.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('composer.asOf.title') }
}

/** Answers that are listed; a search finds the others. */
const shown = 200

/** What a channel said at an instant: the address holds the place, so that it can be passed on. */
export default async function AsOfPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const { t, locale: language, timeZone, format } = await readInterface()
  const query = await searchParams
  const present = wallTimeOf(now(), timeZone)
  const wall = { date: readValue(query, 'date') ?? present.date, time: readValue(query, 'time') ?? present.time }
  const at = Math.min(instantOf(wall, timeZone) ?? now(), now())
  const kind = channelKinds.find(known => known === readValue(query, 'channel')) ?? 'website'
  const { locales } = istok.env
  const locale =
    locales.find(known => known === readValue(query, 'locale')) ?? locales.find(known => known === language) ?? locales[0] ?? 'ru'
  if (!canReadChannel(actor, channels[kind])) return <NoAccess />
  const profile = Object.keys(channels[kind].profiles).find(known => known === readValue(query, 'profile')) ?? null
  const [q, slug] = [readValue(query, 'q') ?? '', readValue(query, 'slug')]
  const { release, items, count } = await listSaidAt(istok, actor, { channel: channels[kind], locale, at, q, limit: shown })
  const place = { ...wallTimeOf(at, timeZone), channel: kind, locale, profile, q }
  return (
    <div className="page">
      <PageHead title={t('composer.asOf.title')} />
      <p className="page-lead">{t('composer.asOf.lead')}</p>
      <AsOfForm
        key={JSON.stringify({ ...place, q: null })}
        place={place}
        locales={locales}
        channels={channelKinds.filter(known => canReadChannel(actor, channels[known]))}
        profiles={Object.keys(channels[kind].profiles)}
      />
      {release === null ? (
        <EmptyState icon="clock" title={t('composer.asOf.nothing')} text={t('composer.asOf.nothingHint')} />
      ) : (
        <>
          <p className="quiet" role="status">
            <Link href={`/studio/releases/${release.number}`}>{t('releases.named', { number: release.number })}</Link>
            {' · '}
            {release.note || t('releases.noNote')}
            {' · '}
            <time dateTime={release.publishedAt}>
              {format.dateTime(new Date(release.publishedAt), { dateStyle: 'long', timeStyle: 'medium' })}
            </time>
            {' · '}
            {t('composer.asOf.count', { count })}
          </p>
          <div className="as-of">
            {items.length === 0 ? (
              <EmptyState icon="search" title={t('articles.noneFound')} text={t('composer.asOf.noneHint')} />
            ) : (
              <ul className="as-of-list">
                {items.map(item => (
                  <li key={item.slug}>
                    <Link
                      href={withQuery('/studio/as-of', { ...place, slug: item.slug })}
                      lang={locale}
                      aria-current={item.slug === slug ? 'true' : undefined}
                      scroll={false}
                    >
                      {item.title}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            {slug && <SaidThen istok={istok} place={{ channel: kind, locale, slug, at, profile }} />}
          </div>
        </>
      )}
    </div>
  )
}
