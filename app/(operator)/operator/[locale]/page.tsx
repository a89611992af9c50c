import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'

/** Before an answer is chosen: which keys do what. */
export default async function DeskPage() {
  const { t } = await readInterface()
  return (
    <EmptyState icon="operator" title={t('operator.choose')} text={t('operator.chooseHint')}>
      <dl className="keys">
        {(['filter', 'move', 'open', 'copy'] as const).map(key => (
          <div key={key}>
            <dt>
              <kbd>{t(`operator.keys.${key}`)}</kbd>
            </dt>
            <dd>{t(`operator.keyMeaning.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </EmptyState>
  )
}
