import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'

/** An address that no answer has; search and lists stay beside it. */
export default async function AnswerNotFound() {
  const { t } = await readInterface()
  return <EmptyState icon="search" title={t('operator.missing')} text={t('operator.goneHint')} />
}
