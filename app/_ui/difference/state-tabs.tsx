import type { ReactNode } from 'react'
import type { Interface } from '#app/_i18n/read-interface.ts'
import type { ChannelDifference, StateDifference } from '#lib/review/compare-sides.ts'
import { type DifferenceTab, DifferenceTabs } from './difference-tabs.tsx'
import { DocumentDifference } from './document-difference.tsx'
import { FactDifference } from './fact-difference.tsx'
import { FieldDifference } from './field-difference.tsx'
import { LineDifferences } from './line-difference.tsx'

interface Props {
  difference: StateDifference
  /** Of the text. */
  lang: string
  ui: Pick<Interface, 't' | 'locale'>
  categories: Record<string, string>
  /** What stands beside a place of the new text. */
  beside?: (path: string) => ReactNode
}

/** Everything that differs between two states of a translation: the document, each channel in its own words, the facts. */
export function StateTabs({ difference, lang, ui, categories, beside }: Props) {
  const { t } = ui
  const facts = {
    before: Object.fromEntries(difference.facts.flatMap(({ key, before }) => (before === null ? [] : [[key, before]]))),
    after: Object.fromEntries(difference.facts.flatMap(({ key, after }) => (after === null ? [] : [[key, after]]))),
  }
  const { content } = difference
  const movedFacts = difference.facts.filter(({ before, after }) => before !== after).length
  const document: DifferenceTab = {
    id: 'document',
    icon: 'articles',
    label: t('workflow.difference.document'),
    mark: content.isSame ? null : '•',
    panel: (
      <>
        {content.isSame && <p className="quiet">{t('workflow.difference.same')}</p>}
        <FieldDifference content={content} facts={facts} lang={lang} t={t} categories={categories} beside={beside} />
        <div lang={lang} className="prose">
          <DocumentDifference difference={content.document} facts={facts} t={t} beside={index => beside?.(`/content/${index}`)} />
        </div>
        {content.variations.map(({ channel, document }) => (
          <section key={channel} className="diff-variation">
            <h2>{t('workflow.difference.variation', { channel: t(`windows.channels.${channel as 'ivr'}`) })}</h2>
            <div lang={lang} className="prose">
              <DocumentDifference difference={document} facts={facts} t={t} />
            </div>
          </section>
        ))}
      </>
    ),
  }
  const channels = difference.channels.map(
    (channel): DifferenceTab => ({
      id: channel.kind,
      icon: channel.kind,
      label: t(`windows.channels.${channel.kind}`),
      mark: markOf(channel, t),
      panel: <ChannelPanel channel={channel} lang={lang} ui={ui} />,
    }),
  )
  const last: DifferenceTab = {
    id: 'facts',
    icon: 'facts',
    label: t('workflow.difference.facts'),
    mark: movedFacts === 0 ? null : String(movedFacts),
    panel: <FactDifference facts={difference.facts} t={t} />,
  }
  return <DifferenceTabs label={t('workflow.difference.title')} tabs={[document, ...channels, last]} />
}

function markOf({ state, added, removed }: ChannelDifference, t: Interface['t']): string | null {
  if (state === 'same' || state === 'absent') return null
  return added + removed === 0 ? '•' : t('workflow.difference.count', { added, removed })
}

function ChannelPanel({ channel, lang, ui: { t, locale } }: { channel: ChannelDifference; lang: string; ui: Props['ui'] }) {
  const serious = channel.losses.filter(({ level }) => level !== 'info')
  return (
    <div className="diff-channel">
      {channel.state !== 'changed' && <p className="quiet">{t(`workflow.difference.states.${channel.state}`)}</p>}
      {channel.state !== 'absent' && <LineDifferences lines={channel.lines} lang={lang} t={t} />}
      {serious.length > 0 && (
        <ul className="diff-losses">
          {serious.map(({ path, level, reason, message }) => (
            <li key={`${path} ${reason}`} className={`loss-${level}`}>
              {t(`losses.levels.${level}`)}: {message[locale]}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
