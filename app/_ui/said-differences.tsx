'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { channelKinds } from '#lib/compile/channels.ts'
import { compareLines, countChanges } from '#lib/difference/compare-lines.ts'
import { channelText } from '#lib/review/channel-text.ts'
import { type DifferenceTab, DifferenceTabs } from './difference/difference-tabs.tsx'
import { LineDifferences } from './difference/line-difference.tsx'

/** What the channels say of one article; a channel that says nothing is missing. */
export type SaidSide = Partial<Record<string, { hash: string; title: string; content: unknown }>>

interface Props {
  before: SaidSide
  after: SaidSide
  /** Of the text. */
  lang: string
}

/** What became of the words of each channel, one channel at a time. */
export function SaidDifferences({ before, after, lang }: Props) {
  const t = useTranslations()
  const compared = useMemo(
    () =>
      channelKinds.flatMap(kind => {
        const [was, becomes] = [before[kind], after[kind]]
        if (!was && !becomes) return []
        const lines = compareLines(was ? channelText(kind, was) : null, becomes ? channelText(kind, becomes) : null)
        const state = !was ? 'added' : !becomes ? 'removed' : was.hash === becomes.hash ? 'same' : 'changed'
        return [{ kind, state, lines, ...countChanges(lines) } as const]
      }),
    [before, after],
  )
  if (compared.length === 0) return <p className="quiet">{t('composer.saidNowhere')}</p>
  const tabs = compared.map(({ kind, state, lines, added, removed }): DifferenceTab => {
    const hasWords = added + removed > 0
    return {
      id: kind,
      icon: kind,
      label: t(`windows.channels.${kind}`),
      mark: state === 'same' ? null : hasWords ? t('workflow.difference.count', { added, removed }) : '•',
      panel: (
        <>
          {state !== 'changed' && <p className="quiet">{t(`workflow.difference.states.${state}`)}</p>}
          {state === 'changed' && !hasWords && <p className="quiet">{t('composer.changedBesideWords')}</p>}
          <LineDifferences lines={lines} lang={lang} t={t} />
        </>
      ),
    }
  })
  return <DifferenceTabs label={t('composer.beforeAfter')} tabs={tabs} />
}
