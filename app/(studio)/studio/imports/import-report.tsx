'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'use-intl'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { ShownImport } from './import-state.ts'
import { ImportStateBadge } from './import-state-badge.tsx'
import { ReportFindings } from './report-findings.tsx'

const numbers = ['created', 'updated', 'skipped', 'failed'] as const

/** What an import did or would do: how far it is, numbers, what was left out and where, what is there already, what contradicts facts. */
export function ImportReport({ state }: { state: ShownImport }) {
  const t = useTranslations('imports')
  const say = useProblemText()
  const format = useFormatter()
  const { total, done, release } = state
  const isRunning = state.status === 'running'
  return (
    <section className="import-report" aria-label={t('report')}>
      <p role="status" className="import-state">
        <ImportStateBadge status={state.status} label={t(`states.${state.status}`)} />{' '}
        {t(isRunning || state.status === 'failed' ? 'progress' : state.dryRun ? 'wouldBe' : 'was', { done, total })}{' '}
        {release !== null && <Link href={`/studio/releases/${release}`}>{t('released', { release, count: state.published })}</Link>}
      </p>
      {isRunning && <progress max={Math.max(total, 1)} value={done} aria-label={t('progress', { done, total })} />}
      {state.problem !== null && (
        <ProblemNote>
          {t('stopped', { problem: state.refusal ? say({ status: 422, title: '', ...state.refusal }) : state.problem })}
        </ProblemNote>
      )}
      <dl className="import-counts">
        {numbers.map(name => (
          <div key={name}>
            <dt>{t(`counts.${name}`)}</dt>
            <dd>{format.number(state[name])}</dd>
          </div>
        ))}
      </dl>
      <ReportFindings state={state} />
      {!isRunning && !state.dryRun && state.created + state.updated > 0 && (
        <p>
          <Link href="/studio/articles">{t('toArticles')}</Link>
        </p>
      )}
    </section>
  )
}
