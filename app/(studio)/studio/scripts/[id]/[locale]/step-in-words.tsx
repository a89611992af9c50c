import { useTranslations } from 'use-intl'
import type { DraftStep } from './script-draft.ts'

interface Props {
  step: DraftStep
  /** What a step is called by its id. */
  nameOf: (id: string) => string
}

/** A whole step to be read beside another state of it. */
export function StepInWords({ step, nameOf }: Props) {
  const t = useTranslations('scripts')
  const target = step.kind === 'answer' ? step.article : step.href
  const leads = (id: string) => (id === '' ? t('nowhere') : nameOf(id))
  return (
    <>
      <strong>
        {t(`kinds.${step.kind}`)}: {step.title || '—'}
      </strong>
      {step.text !== '' && <p className="script-words">{step.text}</p>}
      {step.kind === 'question' && (
        <p className="script-words">{step.options.map(({ label, next }) => `${label || '—'} → ${leads(next)}`).join('\n')}</p>
      )}
      {(step.kind === 'answer' || step.kind === 'action') && target !== '' && <p className="script-words">{target}</p>}
      {step.kind !== 'question' && step.kind !== 'end' && <p className="script-words">→ {leads(step.next)}</p>}
    </>
  )
}
