'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { channelKinds } from '#lib/compile/channels.ts'
import type { PlacedArticle } from '#lib/impact/placed-answers.ts'
import type { CategoryImpact } from '#lib/impact/read-category-impact.ts'
import type { MediaImpact } from '#lib/impact/read-media-impact.ts'
import type { TagImpact } from '#lib/impact/read-tag-impact.ts'
import { BeforeAfter } from './before-after.tsx'
import { ImpactProblem } from './impact-problem.tsx'
import { TopicImpact } from './topic-impact.tsx'
import { useImpact } from './use-impact.ts'

export type ShownPlace = Pick<
  CategoryImpact & TagImpact,
  'seen' | 'articles' | 'translations' | 'channels' | 'draftsOnly' | 'unpublished' | 'items'
> &
  Partial<Pick<CategoryImpact, 'pages' | 'addresses' | 'counts' | 'rights'> & Pick<TagImpact, 'isContacts'> & Pick<MediaImpact, 'compiled'>>

interface Props {
  kind: 'category' | 'tag' | 'picture'
  /** Where to ask, and what is to be done; `body` null: nothing yet. */
  path: string
  body: object | null
  /** Answers that are named of each language and change; the rest is counted. */
  listed?: number
  /** A category goes elsewhere in the tree: what stays as it is is said, too. */
  isMove?: boolean
}

/** What a change of a category or a tag does to what readers see, while it is typed. */
export function PlaceImpact({ kind, path, body, listed = 10, isMove = false }: Props) {
  const t = useTranslations('catalogue.impact')
  const { impact, problem, busy } = useImpact<ShownPlace>(body ? path : null, body ?? {})
  if (!body) return null
  return (
    <section className="impact-inline" aria-labelledby="place-impact" aria-busy={busy}>
      <h3 id="place-impact">{t('title')}</h3>
      {problem ? <ImpactProblem problem={problem} /> : !impact && <p className="quiet">{t('counting')}</p>}
      {!problem && impact && <PlaceInWords {...{ kind, impact, listed, isMove }} />}
    </section>
  )
}

function PlaceInWords({ kind, impact, listed, isMove }: Required<Pick<Props, 'kind' | 'listed' | 'isMove'>> & { impact: ShownPlace }) {
  const t = useTranslations()
  const { seen, articles, translations, channels, draftsOnly, unpublished, items, pages = [], isContacts = false, compiled } = impact
  const groups = sameTogether(items, listed)
  const more = translations - groups.reduce((sum, { articles }) => sum + articles.length, 0)
  const said = channelKinds.filter(channel => (channels[channel] ?? 0) > 0)
  return (
    <>
      <p>
        {seen === 'nothing'
          ? t('catalogue.impact.unseen')
          : translations === 0
            ? t('catalogue.impact.pageOnly')
            : t(`catalogue.impact.places.${kind}.${seen}`, { articles, texts: translations })}
      </p>
      {draftsOnly > 0 && <p>{t('catalogue.impact.movedDrafts', { count: draftsOnly })}</p>}
      {unpublished > 0 && (
        <p className="impact-loss impact-loss-warning">
          <Icon name="warning" size={16} />
          {t('catalogue.impact.unpublished', { count: unpublished })}
        </p>
      )}
      {isContacts && (
        <p className="impact-loss impact-loss-warning">
          <Icon name="warning" size={16} />
          {t('catalogue.impact.contacts')}
        </p>
      )}
      {said.length > 0 && (
        <ul className="usage-channels">
          {said.map(channel => (
            <li key={channel}>
              <Icon name={channel} size={16} />
              {t(`windows.channels.${channel}`)}
              <strong>{channels[channel]}</strong>
            </li>
          ))}
        </ul>
      )}
      {(pages.length > 0 || items.length > 0) && (
        <ul className="impact-places">
          {pages.map(({ locale, field, before, after }) => (
            <li key={`${locale} ${field}`}>
              <p className="impact-title">
                {t(`catalogue.impact.page.${field}`)}
                <span className="locale-mark">{locale}</span>
              </p>
              <BeforeAfter before={before} after={after} lang={locale} />
            </li>
          ))}
          {groups.map(({ before, after, locale, articles: together }) => (
            <li key={`${locale} ${before.join()} ${after.join()}`}>
              <BeforeAfter before={inWords(kind, before)} after={inWords(kind, after)} lang={kind === 'tag' ? undefined : locale} />
              <ul className="impact-titles">
                {together.map(({ articleId, title }) => (
                  <li key={articleId}>
                    <Link href={`/studio/articles/${articleId}?locale=${locale}`} lang={locale} className="usage-link">
                      {title}
                    </Link>
                    <span className="locale-mark">{locale}</span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="quiet">{t('catalogue.impact.more', { count: more })}</p>}
      {compiled !== undefined && compiled < translations && (
        <p className="quiet">{t('catalogue.impact.picturePartly', { compiled, all: translations })}</p>
      )}
      <TopicImpact impact={impact} isMove={isMove} />
    </>
  )
}

/** Changes that are shown. */
const mostGroups = 12

/** Answers of one language of which the same becomes the same are one row; `listed` of them are named. */
function sameTogether(items: PlacedArticle[], listed: number) {
  const groups = Map.groupBy(items, ({ locale, before, after }) => JSON.stringify([locale, before, after]))
  return [...groups.values()].slice(0, mostGroups).flatMap(articles => {
    const [first] = articles
    return first ? [{ locale: first.locale, before: first.before, after: first.after, articles: articles.slice(0, listed) }] : []
  })
}

function inWords(kind: Props['kind'], names: string[]): string {
  return names.join(kind === 'category' ? ' › ' : ', ')
}
