'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { channelKinds } from '#lib/compile/channels.ts'
import type { PlacedArticle } from '#lib/impact/placed-answers.ts'
import type { CategoryImpact } from '#lib/impact/read-category-impact.ts'
import type { TagImpact } from '#lib/impact/read-tag-impact.ts'
import { useImpact } from './use-impact.ts'

export type ShownPlace = Pick<
  CategoryImpact & TagImpact,
  'seen' | 'articles' | 'translations' | 'channels' | 'draftsOnly' | 'unpublished' | 'items'
> &
  Partial<Pick<CategoryImpact, 'pages'> & Pick<TagImpact, 'isContacts'>>

/** Answers that are listed; the rest is counted. */
const shown = 20

interface Props {
  kind: 'category' | 'tag' | 'picture'
  /** Where to ask, and what is to be done; `body` null: nothing yet. */
  path: string
  body: object | null
}

/** What a change of a category or a tag does to what readers see, while it is typed. */
export function PlaceImpact({ kind, path, body }: Props) {
  const t = useTranslations('catalogue.impact')
  const { impact, problem, busy } = useImpact<ShownPlace>(body ? path : null, body ?? {})
  if (!body) return null
  return (
    <section className="impact-inline" aria-labelledby="place-impact" aria-busy={busy}>
      <h3 id="place-impact">{t('title')}</h3>
      {problem ? <p className="quiet">{t('notYet')}</p> : !impact && <p className="quiet">{t('counting')}</p>}
      {!problem && impact && <PlaceInWords kind={kind} impact={impact} />}
    </section>
  )
}

function PlaceInWords({ kind, impact }: { kind: Props['kind']; impact: ShownPlace }) {
  const t = useTranslations()
  const { seen, articles, translations, channels, draftsOnly, unpublished, items, pages = [], isContacts = false } = impact
  const said = channelKinds.filter(channel => (channels[channel] ?? 0) > 0)
  return (
    <>
      <p>
        {seen === 'nothing'
          ? t('catalogue.impact.unseen')
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
          {sameTogether(items.slice(0, shown)).map(({ before, after, locale, articles: together }) => (
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
      {translations > shown && <p className="quiet">{t('catalogue.impact.more', { count: translations - shown })}</p>}
    </>
  )
}

/** Answers of one language of which the same becomes the same are one row. */
function sameTogether(items: PlacedArticle[]) {
  const groups = Map.groupBy(items, ({ locale, before, after }) => JSON.stringify([locale, before, after]))
  return [...groups.values()].flatMap(articles => {
    const [first] = articles
    return first ? [{ locale: first.locale, before: first.before, after: first.after, articles }] : []
  })
}

function inWords(kind: Props['kind'], names: string[]): string {
  return names.join(kind === 'category' ? ' › ' : ', ')
}

/** One value and the one that comes in its place; said aloud, too. */
export function BeforeAfter({ before, after, lang }: { before: string; after: string; lang?: string | undefined }) {
  const t = useTranslations('catalogue.impact')
  return (
    <p className="before-after">
      <del className="piece-removed">
        <span className="visually-hidden">{t('was')}</span>
        <span lang={before ? lang : undefined}>{before || t('nowhere')}</span>
      </del>{' '}
      <Icon name="right" size={14} />{' '}
      <ins className="piece-added">
        <span className="visually-hidden">{t('becomes')}</span>
        <span lang={after ? lang : undefined}>{after || t('nowhere')}</span>
      </ins>
    </p>
  )
}
