import type { Metadata } from 'next'
import { ListToolbar } from '#app/_catalogue/list-toolbar.tsx'
import { TryBox } from '#app/_catalogue/try-box.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { Pager } from '#app/_ui/pager.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { listSynonyms } from '#lib/authoring/list-synonyms.ts'
import { readSynonymFaults } from '#lib/search/read-synonym-faults.ts'
import { NewSynonymButton } from './synonym-dialog.tsx'
import { SynonymTable } from './synonym-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.synonyms.title') }
}

export default async function SynonymsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const { t } = await readInterface()
  const [q, locale] = [readValue(query, 'q'), readValue(query, 'locale')]
  const page = await listSynonyms(istok, actor, { q, locale, cursor: readValue(query, 'cursor'), limit: 50 })
  const faults = await readSynonymFaults(istok, actor)
  const canWrite = actor.scopes.has('write')
  const { locales } = istok.env
  const isFiltered = q !== undefined || locale !== undefined
  return (
    <div className="page">
      <PageHead title={t('catalogue.synonyms.title')}>
        {canWrite && <NewSynonymButton locales={locales} locale={locale ?? null} />}
      </PageHead>
      <p className="page-lead">{t('catalogue.synonyms.lead')}</p>
      <div className="split">
        <div>
          <ListToolbar
            path="/studio/synonyms"
            label={t('catalogue.synonyms.find')}
            q={q ?? ''}
            choices={[
              {
                name: 'locale',
                label: t('articles.languages'),
                value: locale ?? '',
                options: [['', t('catalogue.synonyms.anyLanguage')], ...locales.map((one): [string, string] => [one, one.toUpperCase()])],
              },
            ]}
          />
          {faults.size > 0 && <p className="quiet">{t('catalogue.synonyms.faulty', { count: faults.size })}</p>}
          {page.items.length > 0 ? (
            <SynonymTable synonyms={page.items} faults={faults} canWrite={canWrite} locales={locales} />
          ) : (
            <EmptyState
              icon={isFiltered ? 'search' : 'synonyms'}
              title={t(isFiltered ? 'articles.noneFound' : 'catalogue.synonyms.none')}
              text={t(isFiltered ? 'articles.noneFoundHint' : 'catalogue.synonyms.noneHint')}
            />
          )}
          <Pager path="/studio/synonyms" query={query} keep={['q', 'locale']} nextCursor={page.nextCursor} />
        </div>
        <TryBox locales={locales} />
      </div>
    </div>
  )
}
