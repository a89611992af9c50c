import type { Metadata } from 'next'
import Link from 'next/link'
import { ListToolbar } from '#app/_catalogue/list-toolbar.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { StatusBadge } from '#app/_ui/status-badge.tsx'
import { TableBox } from '#app/_ui/table-box.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { listSnippets } from '#lib/authoring/list-snippets.ts'
import { listUses } from '#lib/authoring/list-uses.ts'
import { statuses } from '#lib/authoring/status.ts'
import { FactUsage } from '../facts/fact-usage.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.snippets.title') }
}

export default async function SnippetsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const { t, locale, format } = await readInterface()
  const q = readValue(query, 'q')
  const status = statuses.find(known => known === readValue(query, 'status'))
  const page = await listSnippets(istok, actor, { q, status, cursor: readValue(query, 'cursor'), limit: 50 })
  const uses = await listUses(
    istok,
    actor,
    'snippet',
    page.items.map(({ key }) => key),
  )
  const canWrite = actor.scopes.has('write')
  const isFiltered = q !== undefined || status !== undefined
  return (
    <div className="page">
      <PageHead title={t('catalogue.snippets.title')}>
        {canWrite && (
          <ButtonLink href="/studio/snippets/new" leftSection={<Icon name="plus" size={16} />}>
            {t('catalogue.snippets.new')}
          </ButtonLink>
        )}
      </PageHead>
      <p className="page-lead">{t('catalogue.snippets.lead')}</p>
      <ListToolbar
        path="/studio/snippets"
        label={t('catalogue.snippets.find')}
        q={q ?? ''}
        newHref={canWrite ? '/studio/snippets/new' : undefined}
        choices={[
          {
            name: 'status',
            label: t('articles.status'),
            value: status ?? '',
            options: [['', t('articles.anyStatus')], ...statuses.map((one): [string, string] => [one, t(`status.${one}`)])],
          },
        ]}
      />
      {page.items.length === 0 ? (
        <EmptyState
          icon={isFiltered ? 'search' : 'snippets'}
          title={t(isFiltered ? 'articles.noneFound' : 'catalogue.snippets.none')}
          text={t(isFiltered ? 'articles.noneFoundHint' : 'catalogue.snippets.noneHint')}
        />
      ) : (
        <TableBox label={t('catalogue.snippets.title')}>
          <table className="table table-stacked">
            <thead>
              <tr>
                <th scope="col">{t('catalogue.snippets.snippet')}</th>
                <th scope="col">{t('articles.languages')}</th>
                <th scope="col">{t('articles.status')}</th>
                <th scope="col">{t('catalogue.usage.title')}</th>
                <th scope="col" className="number">
                  {t('articles.updated')}
                </th>
              </tr>
            </thead>
            <tbody>
              {page.items.map(snippet => (
                <tr key={snippet.key}>
                  <td className="wide">
                    <Link href={`/studio/snippets/${encodeURIComponent(snippet.key)}`} className="row-link">
                      {textIn(snippet.title, locale, snippet.key)}
                    </Link>
                    <span className="under mono">{snippet.key}</span>
                  </td>
                  <td>
                    <span className="locale-mark">{Object.keys(snippet.documents).join(' ')}</span>
                  </td>
                  <td>
                    <StatusBadge status={snippet.status} t={t} />
                  </td>
                  <td>
                    <FactUsage usage={uses.get(snippet.key)} href={`/studio/snippets/${encodeURIComponent(snippet.key)}`} />
                  </td>
                  <td className="number">{format.dateTime(snippet.updatedAt, { dateStyle: 'medium' })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      <Pager path="/studio/snippets" query={query} keep={['q', 'status']} nextCursor={page.nextCursor} />
    </div>
  )
}
