import type { Metadata } from 'next'
import Image from 'next/image'
import { notFound } from 'next/navigation'
import { DeleteButton } from '#app/_catalogue/delete-button.tsx'
import { HistoryPanel } from '#app/_catalogue/history-panel.tsx'
import { UsagePanel } from '#app/_catalogue/usage-panel.tsx'
import { type Interface, readInterface } from '#app/_i18n/read-interface.ts'
import { Crumb } from '#app/_ui/crumb.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import { requireSession } from '#app/session.ts'
import { type AltText, readMediaUsage } from '#lib/authoring/read-media-usage.ts'
import { isPublicMedia } from '#lib/delivery/is-public-media.ts'
import { isIstokError } from '#lib/errors.ts'
import { sizeInWords } from '../size-in-words.ts'
import { ChangePicture } from './change-picture.tsx'
import { RenameMedia } from './rename-media.tsx'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.media.one') }
}

export default async function MediaItemPage({ params }: Props) {
  const { istok, actor } = await requireSession()
  const { t, format } = await readInterface()
  const { id } = await params
  const { media, usage, alts, inHistory } = await readMediaUsage(istok, actor, { id }).catch(missing)
  const canWrite = actor.scopes.has('write')
  const isPublic = isPublicMedia(istok, id)
  return (
    <div className="page">
      <Crumb href="/studio/media">{t('catalogue.media.title')}</Crumb>
      <PageHead title={media.fileName}>
        <StateBadge tone={isPublic ? 'green' : 'gray'} icon={isPublic ? 'website' : 'locked'}>
          {t(isPublic ? 'catalogue.media.public' : 'catalogue.media.notPublic')}
        </StateBadge>
        {canWrite && <DeleteButton path={`/media/${id}`} version={media.version} name={media.fileName} then="/studio/media" />}
      </PageHead>
      <div className="media-one">
        <a href={`/media/${id}.${media.extension}`} className="media-frame" target="_blank" rel="noopener">
          <Image
            unoptimized
            src={`/media/${id}.${media.extension}`}
            alt={media.fileName}
            width={media.width ?? 320}
            height={media.height ?? 320}
          />
        </a>
        <div className="media-facts">
          {canWrite && <RenameMedia id={id} version={media.version} fileName={media.fileName} />}
          <dl className="pairs">
            <dt>{t('catalogue.media.kind')}</dt>
            <dd>{media.extension.toUpperCase()}</dd>
            <dt>{t('catalogue.media.dimensions')}</dt>
            <dd>
              {media.width} × {media.height}
            </dd>
            <dt>{t('catalogue.media.size')}</dt>
            <dd>{sizeInWords(media.bytes, t, format)}</dd>
            <dt>{t('catalogue.media.added')}</dt>
            <dd>{format.dateTime(media.createdAt, { dateStyle: 'long', timeStyle: 'short' })}</dd>
            <dt>{t('catalogue.media.insert')}</dt>
            <dd className="mono">media:{id}</dd>
          </dl>
          {inHistory && <p className="quiet">{t('catalogue.media.inHistory')}</p>}
        </div>
      </div>
      <div className="panel-grid">
        <section className="panel" aria-labelledby="alts">
          <h2 id="alts">{t('catalogue.media.alts')}</h2>
          {alts.length === 0 && <p className="quiet">{t('catalogue.media.noAlts')}</p>}
          <ul className="plain-list">
            {[...Map.groupBy(alts, ({ alt, locale }) => `${locale} ${alt}`)].slice(0, shownAlts).map(([key, same]) => (
              <AltRow key={key} same={same} t={t} />
            ))}
          </ul>
        </section>
        <UsagePanel usage={usage} />
        {canWrite && usage.drafts.length + usage.snippets.length > 0 && (
          <ChangePicture id={id} locales={istok.env.locales} canPublish={actor.scopes.has('publish')} />
        )}
        <HistoryPanel kind="media" id={id} />
      </div>
    </div>
  )
}

/** Texts that are listed, and places of each; a logo stands in hundreds of articles. */
const shownAlts = 50
const shownPlaces = 8

/** One text and where the picture is said to show it. */
function AltRow({ same, t }: { same: AltText[]; t: Interface['t'] }) {
  const { alt = '', locale } = same[0] ?? {}
  return (
    <li>
      {alt === '' ? <strong className="field-error">{t('catalogue.media.emptyAlt')}</strong> : <span lang={locale}>«{alt}»</span>}{' '}
      <span className="quiet">
        {same
          .slice(0, shownPlaces)
          .map(
            ({ place, kind, state }) =>
              `${kind === 'snippet' ? t('catalogue.delete.snippet', { key: place }) : place} · ${locale} · ${t(`catalogue.usage.${state}`)}`,
          )
          .join('; ')}
        {same.length > shownPlaces && `; ${t('catalogue.delete.more', { count: same.length - shownPlaces })}`}
      </span>
    </li>
  )
}

function missing(error: unknown): never {
  if (isIstokError(error) && error.code === 'not_found') notFound()
  throw error
}
