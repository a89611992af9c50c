import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { HomeSection } from './_home/home-section.tsx'
import { readHome } from './_home/read-home.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('home.title') }
}

export default async function HomePage() {
  const session = await requireSession()
  const ui = await readInterface()
  const { t } = ui
  const { actor } = session
  const parts = await readHome(session, ui)
  const waiting = parts.filter(({ waits }) => waits)
  return (
    <div className="page">
      <PageHead title={t('home.title')}>
        {canSomewhere(actor, 'publish') && (
          <ButtonLink href="/studio/releases/new" variant="default" leftSection={<Icon name="send" size={16} />}>
            {t('composer.title')}
          </ButtonLink>
        )}
        {canSomewhere(actor, 'write') && (
          <ButtonLink href="/studio/articles/new" leftSection={<Icon name="plus" size={16} />}>
            {t('articles.new')}
          </ButtonLink>
        )}
      </PageHead>
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={t('home.calm')} text={t('home.calmHint')} />
      ) : (
        <div className="home">
          {waiting.map(part => (
            <HomeSection key={part.kind} part={part} />
          ))}
        </div>
      )}
      <h2 className="home-title">{t('home.lately')}</h2>
      <div className="home">
        {parts
          .filter(({ waits }) => !waits)
          .map(part => (
            <HomeSection key={part.kind} part={part} />
          ))}
      </div>
    </div>
  )
}
