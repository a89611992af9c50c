import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from './empty-state.tsx'

/** Says who may see the page. */
export async function NoAccess() {
  const { t } = await readInterface()
  return (
    <div className="page">
      <EmptyState isPage icon="locked" title={t('noAccess.title')} text={t('noAccess.text')} />
    </div>
  )
}
