import type { Metadata } from 'next'
import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { listScripts } from '#lib/authoring/list-scripts.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('scripts.title') }
}

/** Every article that holds a decision script, with what keeps it from being published. */
export default async function ScriptsPage() {
  const { istok, actor } = await requireSession()
  const { t } = await readInterface()
  const scripts = await listScripts(istok, actor)
  return (
    <div className="page">
      <PageHead title={t('scripts.title')}>
        {canSomewhere(actor, 'write') && (
          <ButtonLink href="/studio/scripts/new" leftSection={<Icon name="plus" size={16} />}>
            {t('scripts.new')}
          </ButtonLink>
        )}
      </PageHead>
      <p className="page-lead">{t('scripts.lead')}</p>
      {scripts.length === 0 && <EmptyState icon="articles" title={t('scripts.none')} text={t('scripts.noneHint')} />}
      <ul className="tasks">
        {scripts.map(({ articleId, locale, title, steps, problems }) => (
          <li key={`${articleId}/${locale}`}>
            <h2 lang={locale}>
              <Link href={`/studio/scripts/${articleId}/${locale}`}>{title}</Link>
            </h2>
            <p className="article-meta">
              <span>{locale.toUpperCase()}</span>
              <span>{t('scripts.steps', { count: steps })}</span>
              <span>{problems === 0 ? t('scripts.ready') : t('scripts.problems', { count: problems })}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
