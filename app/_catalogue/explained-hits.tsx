'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import type { ExplainedAnswer } from '#lib/answering/explain-answer.ts'
import type { ExplainedHit, ExplainedWord, Explanation } from '#lib/search/explain-search.ts'
import { ChannelAnswer } from './channel-answer.tsx'

/** Why search finds what it finds, and what the channel would answer. */
export type ExplainedQuestion = Explanation & { answer: ExplainedAnswer }

interface Props {
  found: ExplainedQuestion
  /** The language that was asked for. */
  asked: string
  articleId: string | undefined
}

/** What was understood, what was found, and why. */
export function ExplainedHits({ found, asked, articleId }: Props) {
  const t = useTranslations('catalogue.try')
  const place = articleId === undefined ? -1 : found.items.findIndex(hit => hit.articleId === articleId)
  return (
    <>
      {found.corrected && (
        <p className="try-repair">
          <Icon name="info" size={16} />
          <span>
            {t(`repaired.${found.corrected.kind}`)} <strong>{found.corrected.query}</strong>
          </span>
        </p>
      )}
      <Understood words={found.words} />
      <ChannelAnswer answer={found.answer} locale={found.locale} />
      {articleId !== undefined && <p>{place < 0 ? t('notHere') : t('place', { place: place + 1 })}</p>}
      {found.items.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <p className="quiet">
            {t('total', { count: found.total })}
            {found.locale !== asked && ` ${t('elsewhere', { locale: found.locale.toUpperCase() })}`}
          </p>
          <ol className="hits">
            {found.items.map(hit => (
              <li key={hit.slug} aria-current={hit.articleId === articleId ? 'true' : undefined}>
                <HitWithReasons hit={hit} locale={found.locale} />
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

function Understood({ words }: { words: ExplainedWord[] }) {
  const t = useTranslations('catalogue.try')
  return (
    <details className="understood">
      <summary>{t('understood')}</summary>
      <ul className="plain-list">
        {words.map(({ word, empty, ways }, index) => (
          // The same word may stand in a question twice, and words never change places.
          <li key={`${words.slice(0, index).filter(other => other.word === word).length} ${word}`}>
            <strong>{word}</strong>{' '}
            <span className="quiet">
              {empty
                ? t('emptyWord')
                : ways.length === 0
                  ? t('unknownWord')
                  : ways.map(({ by, words, weight }) => `${words.join(' + ')} (${t(`by.${by}`)}, ${weight})`).join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const tones = { exact: 'green', strong: 'blue', weak: 'gray' } as const

function HitWithReasons({ hit, locale }: { hit: ExplainedHit; locale: string }) {
  const t = useTranslations('catalogue.try')
  const format = useFormatter()
  const parts = Object.entries(hit.parts).filter(([, value]) => value > 0) as [keyof ExplainedHit['parts'], number][]
  const most = Math.max(...parts.map(([, value]) => value), 0.001)
  return (
    <>
      <p className="hit-title">
        <Link href={`/studio/articles/${hit.articleId}?locale=${locale}`} lang={locale} className="usage-link">
          {hit.title}
        </Link>
        <StateBadge tone={tones[hit.confidence]} icon={hit.confidence === 'weak' ? 'info' : 'check'}>
          {`${t(`confidence.${hit.confidence}`)} · ${format.number(hit.score, { maximumFractionDigits: 2 })}`}
        </StateBadge>
      </p>
      {hit.phrasing && <p className="hit-phrasing">{t('phrasing', { text: hit.phrasing })}</p>}
      <ul className="matches">
        {hit.matches.map(({ word, by, met, fields }) => (
          <li key={`${word} ${by}`}>
            <strong>{word}</strong> <span className={`way way-${by}`}>{t(`by.${by}`)}</span>{' '}
            <span lang={locale}>{met.slice(0, 4).join(', ')}</span>{' '}
            <span className="quiet">{fields.map(field => t(`fields.${field}`)).join(', ')}</span>
          </li>
        ))}
        {hit.missing.length > 0 && <li className="quiet">{t('missing', { words: hit.missing.join(', ') })}</li>}
      </ul>
      <details className="understood">
        <summary>{t('parts')}</summary>
        <table className="parts">
          <tbody>
            {parts.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{t(`partNames.${name}`)}</th>
                <td>
                  <meter min={0} max={most} value={value} aria-label={t(`partNames.${name}`)} />
                </td>
                <td className="number">{format.number(value, { maximumFractionDigits: 2 })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
