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
import { canSomewhere } from '#lib/access/policies.ts'
import { readNames } from '#lib/access/read-names.ts'
import { listScripts } from '#lib/authoring/list-scripts.ts'
import { statuses } from '#lib/authoring/status.ts'
import { ScriptTable } from './script-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('scripts.title') }
}

/** Every article that holds a decision script, with what keeps it from being published. */
export default async function ScriptsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { istok, actor } = await requireSession()
  const query = await searchParams
  const { t } = await readInterface()
  const q = readValue(query, 'q')
  const status = statuses.find(known => known === readValue(query, 'status'))
  const locale = istok.env.locales.find(known => known === readValue(query, 'locale'))
  const isFiltered = q !== undefined || status !== undefined || locale !== undefined
  const canWrite = canSomewhere(actor, 'write')
  const page = await listScripts(istok, actor, { q, status, locale, cursor: readValue(query, 'cursor') ?? null, limit: 50 })
  const names = await readNames(
    istok,
    page.items.map(({ updatedBy }) => updatedBy),
  )
  return (
    <div className="page">
      <PageHead title={t('scripts.title')}>
        {canWrite && (
          <ButtonLink href="/studio/scripts/new" leftSection={<Icon name="plus" size={16} />}>
            {t('scripts.new')}
          </ButtonLink>
        )}
      </PageHead>
      <p className="page-lead">{t('scripts.lead')}</p>
      <ListToolbar
        path="/studio/scripts"
        label={t('scripts.find')}
        q={q ?? ''}
        newHref={canWrite ? '/studio/scripts/new' : undefined}
        choices={[
          {
            name: 'locale',
            label: t('articles.languages'),
            value: locale ?? '',
            options: [['', t('scripts.anyLanguage')], ...istok.env.locales.map((one): [string, string] => [one, one.toUpperCase()])],
          },
          {
            name: 'status',
            label: t('scripts.status'),
            value: status ?? '',
            options: [['', t('articles.anyStatus')], ...statuses.map((one): [string, string] => [one, t(`status.${one}`)])],
          },
        ]}
      />
      {page.items.length > 0 ? (
        <ScriptTable scripts={page.items} names={names} />
      ) : (
        <EmptyState
          icon={isFiltered ? 'search' : 'categories'}
          title={t(isFiltered ? 'scripts.noneFound' : 'scripts.none')}
          text={t(isFiltered ? 'scripts.noneFoundHint' : 'scripts.noneHint')}
        />
      )}
      <Pager path="/studio/scripts" query={query} keep={['q', 'locale', 'status']} nextCursor={page.nextCursor} />
    </div>
  )
}
