import type { Metadata } from 'next'
import { ListToolbar } from '#app/_catalogue/list-toolbar.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { listFacts } from '#lib/authoring/list-facts.ts'
import { statuses } from '#lib/authoring/status.ts'
import { factTypes } from '#lib/document/facts.ts'
import { FactTable } from './fact-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('facts.title') }
}

export default async function FactsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const session = await requireSession()
  const query = await searchParams
  const { t } = await readInterface()
  const q = readValue(query, 'q')
  const type = factTypes.find(known => known === readValue(query, 'type'))
  const status = statuses.find(known => known === readValue(query, 'status'))
  const isFiltered = q !== undefined || type !== undefined || status !== undefined
  const canWrite = session.actor.scopes.has('write')
  const page = await listFacts(session.istok, session.actor, { q, type, status, cursor: readValue(query, 'cursor'), limit: 50 })
  return (
    <div className="page">
      <PageHead title={t('facts.title')}>
        {canWrite && (
          <ButtonLink href="/studio/facts/new" leftSection={<Icon name="plus" size={16} />}>
            {t('catalogue.facts.new')}
          </ButtonLink>
        )}
      </PageHead>
      <p className="page-lead">{t('facts.lead')}</p>
      <ListToolbar
        path="/studio/facts"
        label={t('facts.find')}
        q={q ?? ''}
        newHref={canWrite ? '/studio/facts/new' : undefined}
        choices={[
          {
            name: 'type',
            label: t('catalogue.facts.type'),
            value: type ?? '',
            options: [
              ['', t('catalogue.facts.anyType')],
              ...factTypes.map((one): [string, string] => [one, t(`catalogue.facts.types.${one}`)]),
            ],
          },
          {
            name: 'status',
            label: t('facts.status'),
            value: status ?? '',
            options: [['', t('articles.anyStatus')], ...statuses.map((one): [string, string] => [one, t(`status.${one}`)])],
          },
        ]}
      />
      {page.items.length > 0 ? (
        <FactTable facts={page.items} session={session} />
      ) : (
        <EmptyState
          icon="facts"
          title={t(isFiltered ? 'facts.noneFound' : 'facts.none')}
          text={t(isFiltered ? 'facts.noneFoundHint' : 'facts.noneHint')}
        />
      )}
      <Pager path="/studio/facts" query={query} keep={['q', 'type', 'status']} nextCursor={page.nextCursor} />
    </div>
  )
}
