import type { Metadata } from 'next'
import Link from 'next/link'
import { ListToolbar } from '#app/_catalogue/list-toolbar.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue, withQuery } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { listMedia } from '#lib/authoring/list-media.ts'
import { mediaLimits } from '#lib/authoring/store-media.ts'
import { MediaGrid, MediaTable } from './media-list.tsx'
import { UploadArea } from './upload-area.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.media.title') }
}

export default async function MediaPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const { t } = await readInterface()
  const q = readValue(query, 'q')
  const view = readValue(query, 'view') === 'list' ? 'list' : 'grid'
  const page = await listMedia(istok, actor, { q, cursor: readValue(query, 'cursor'), limit: 48 })
  const List = view === 'list' ? MediaTable : MediaGrid
  return (
    <div className="page">
      <PageHead title={t('catalogue.media.title')} />
      {canSomewhere(actor, 'write') && <UploadArea limits={mediaLimits} />}
      <ListToolbar path="/studio/media" label={t('catalogue.media.find')} q={q ?? ''} keep={view === 'list' ? { view } : {}}>
        <nav className="view-switch" aria-label={t('catalogue.media.view')}>
          {(['grid', 'list'] as const).map(one => (
            <Link
              key={one}
              href={withQuery('/studio/media', { q, view: one === 'list' ? 'list' : undefined })}
              aria-current={one === view ? 'true' : undefined}
            >
              {t(`catalogue.media.views.${one}`)}
            </Link>
          ))}
        </nav>
      </ListToolbar>
      {page.items.length > 0 ? (
        <List media={page.items} />
      ) : (
        <EmptyState
          icon={q ? 'search' : 'media'}
          title={t(q ? 'articles.noneFound' : 'catalogue.media.none')}
          text={t(q ? 'articles.noneFoundHint' : 'catalogue.media.noneHint')}
        />
      )}
      <Pager path="/studio/media" query={query} keep={['q', 'view']} nextCursor={page.nextCursor} />
    </div>
  )
}
