import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { canReadChannel } from '#lib/access/policies.ts'
import { channelKinds, channels } from '#lib/compile/channels.ts'
import { listAcknowledgements } from '#lib/delivery/list-acknowledgements.ts'
import { readReleaseStart } from '#lib/delivery/read-releases.ts'
import { isIstokError } from '#lib/errors.ts'
import { ReleaseKind } from '../release-kind.tsx'
import { RollBackButton } from '../roll-back-button.tsx'
import { Acknowledgements } from './acknowledgements.tsx'
import { ReleaseChanges } from './release-changes.tsx'

/** Changes that come with the page; its list asks for the others. */
const firstChanges = 50

interface Props {
  params: Promise<{ number: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readInterface()).t('releases.named', { number: Number((await params).number) }) }
}

export default async function ReleasePage({ params }: Props) {
  const { istok, actor } = await requireSession()
  const { t, format } = await readInterface()
  const number = Number((await params).number)
  if (!Number.isSafeInteger(number) || number < 1) notFound()
  const readable = channelKinds.filter(kind => canReadChannel(actor, channels[kind]))
  const release = await readReleaseStart(istok, actor, { number, channels: readable, shown: firstChanges }).catch((error: unknown) => {
    if (isIstokError(error) && error.code === 'not_found') notFound()
    throw error
  })
  const acknowledgements = actor.scopes.has('read:internal') ? await listAcknowledgements(istok, actor, number) : []
  return (
    <div className="page">
      <nav className="crumb" aria-label={t('common.breadcrumbs')}>
        <Link href="/studio/releases">
          <Icon name="left" size={15} />
          {t('releases.title')}
        </Link>
      </nav>
      <PageHead title={t('releases.named', { number })}>
        {actor.scopes.has('publish') && number > 1 && <RollBackButton number={number} />}
      </PageHead>
      <p className="page-lead">{release.note || t('releases.noNote')}</p>
      <p className="article-meta">
        <ReleaseKind release={release} />
        <span>{release.author}</span>
        <time dateTime={release.publishedAt}>
          {format.dateTime(new Date(release.publishedAt), { dateStyle: 'long', timeStyle: 'medium' })}
        </time>
        <span>{t('releases.changed', { count: release.count })}</span>
      </p>
      {release.facts.length + release.snippets.length > 0 && (
        <p className="as-of-facts">
          {release.facts.map(key => (
            <Link key={`fact ${key}`} href={`/studio/facts?q=${encodeURIComponent(key)}`}>
              {key}
            </Link>
          ))}
          {release.snippets.map(key => (
            <Link key={`snippet ${key}`} href={`/studio/snippets?q=${encodeURIComponent(key)}`}>
              {key}
            </Link>
          ))}
        </p>
      )}
      {release.count === 0 ? (
        <EmptyState icon="releases" title={t('releases.noChanges')} text={t('releases.noChangesHint')} />
      ) : (
        <ReleaseChanges number={number} first={release.changes} count={release.count} />
      )}
      <Acknowledgements acknowledgements={acknowledgements} number={number} />
    </div>
  )
}
