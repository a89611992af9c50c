import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from './button-link.tsx'
import { EmptyState } from './empty-state.tsx'

export async function MissingPage() {
  const { t } = await readInterface()
  return (
    <div className="page">
      <EmptyState isPage icon="search" title={t('missing.title')} text={t('missing.text')}>
        <ButtonLink href="/studio/articles">{t('missing.back')}</ButtonLink>
      </EmptyState>
    </div>
  )
}
