'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { channelKinds } from '#lib/compile/channels.ts'
import type { ArticleImpact } from '#lib/impact/measure-impact.ts'
import { Pieces } from './pieces.tsx'

export interface ShownImpact {
  articles: number
  translations: number
  compiled: number
  errors: number
  channels: Record<string, number>
  draftsOnly: number
}

/** Articles that are shown with their sentences; the rest is counted. */
const shown = 30

/** How far a change reaches: articles, answers by channel, what would stop it. */
export function ImpactCounts({ impact }: { impact: ShownImpact }) {
  const t = useTranslations()
  const said = channelKinds.filter(kind => (impact.channels[kind] ?? 0) > 0)
  return (
    <div className="impact-counts">
      <p>
        {impact.translations === 0
          ? t('catalogue.impact.nobody')
          : t('catalogue.impact.reach', { articles: impact.articles, texts: impact.translations })}
        {impact.draftsOnly > 0 && ` ${t('catalogue.impact.drafts', { count: impact.draftsOnly })}`}
      </p>
      {said.length > 0 && (
        <ul className="usage-channels">
          {said.map(kind => (
            <li key={kind}>
              <Icon name={kind} size={16} />
              {t(`windows.channels.${kind}`)}
              <strong>{impact.channels[kind]}</strong>
            </li>
          ))}
        </ul>
      )}
      {impact.errors > 0 && (
        <p className="impact-stop">
          <Icon name="error" size={16} />
          {t('catalogue.impact.stops', { count: impact.errors })}
        </p>
      )}
      {impact.compiled < impact.translations && (
        <p className="quiet">{t('catalogue.impact.partly', { compiled: impact.compiled, all: impact.translations })}</p>
      )}
    </div>
  )
}

/** What every article will say otherwise, sentence by sentence, channel by channel. */
export function ImpactArticles({ articles, empty }: { articles: ArticleImpact[]; empty: ReactNode }) {
  const t = useTranslations('catalogue.impact')
  if (articles.length === 0) return <p className="quiet">{empty}</p>
  return (
    <>
      <ul className="impact-list">
        {articles.slice(0, shown).map(article => (
          <li key={`${article.articleId} ${article.locale}`}>
            <ImpactOfArticle article={article} />
          </li>
        ))}
      </ul>
      {articles.length > shown && <p className="quiet">{t('more', { count: articles.length - shown })}</p>}
    </>
  )
}

function ImpactOfArticle({ article }: { article: ArticleImpact }) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <>
      <p className="impact-title">
        <Link href={`/studio/articles/${article.articleId}?locale=${article.locale}`} lang={article.locale} className="usage-link">
          {article.title}
        </Link>
        <span className="locale-mark">{article.locale}</span>
      </p>
      {article.losses.map(loss => (
        <p key={`${loss.channel} ${loss.path} ${loss.reason}`} className={`impact-loss impact-loss-${loss.level}`}>
          <Icon name={loss.level} size={16} />
          <span>
            <strong>
              {t(`losses.levels.${loss.level}`)} · {t(`windows.channels.${loss.channel}`)}:
            </strong>{' '}
            {loss.message[locale]}
          </span>
        </p>
      ))}
      <dl className="impact-channels">
        {sameTogether(article.channels).map(({ channels, sentences, count, effect }) => (
          <div key={channels.join(' ')}>
            <dt>
              {channels.map(channel => (
                <span key={channel} className="impact-channel">
                  <Icon name={channel} size={16} />
                  {t(`windows.channels.${channel}`)}
                </span>
              ))}
              {effect !== 'changed' && <span className="quiet">{t(`catalogue.impact.${effect}`)}</span>}
            </dt>
            <dd lang={article.locale}>
              {sentences.map(pieces => (
                <p key={pieces.map(({ fate, text }) => fate + text).join('')}>
                  <Pieces pieces={pieces} />
                </p>
              ))}
              {count > sentences.length && (
                <p className="quiet">{t('catalogue.impact.moreSentences', { count: count - sentences.length })}</p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** Channels that say the same words are one row. */
function sameTogether(channels: ArticleImpact['channels']) {
  const groups = Map.groupBy(channels, ({ effect, sentences }) => JSON.stringify([effect, sentences]))
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, channels: [first, ...others].map(({ channel }) => channel) }] : [],
  )
}
