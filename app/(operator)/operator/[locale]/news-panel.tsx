'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'use-intl'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import type { News } from '#lib/operator/read-news.ts'
import { FocusPlace, useFocus } from './[slug]/focus-title.tsx'
import { Pieces } from './pieces.tsx'

interface Props {
  news: News
  locale: string
  onRead: () => void
  onOpen: () => void
}

/** What changed since the last shift, before and after word by word. */
export function NewsPanel({ news, locale, onRead, onOpen }: Props) {
  const t = useTranslations('desk.news')
  const d = useTranslations('desk.tasks')
  const r = useTranslations('desk.report')
  const o = useTranslations('operator')
  const format = useFormatter()
  const heading = useFocus<HTMLHeadingElement>(news.items.length + news.settled.length > 0 ? 'news' : '')
  const when = (at: number) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  const back = (
    <Link href={`/operator/${locale}`} className="desk-back" onClick={onOpen}>
      <Icon name="left" size={15} />
      {o('back')}
    </Link>
  )
  if (news.items.length + news.settled.length === 0)
    return (
      <>
        {back}
        <FocusPlace slug="none">
          <EmptyState icon="check" title={t('none')} text={t('noneHint')} />
        </FocusPlace>
      </>
    )
  return (
    <section className="desk-article desk-news" aria-labelledby="news-title">
      {back}
      <h2 ref={heading} id="news-title" tabIndex={-1}>
        {t('title')}
      </h2>
      {news.since && <p className="article-meta">{t('since', { when: when(news.since.at), number: news.since.release })}</p>}
      <Button onClick={onRead}>{t('read')}</Button>
      {news.settled.length > 0 && <h3 className="desk-part">{t('settled')}</h3>}
      {news.settled.length > 0 && (
        <ul className="desk-settled">
          {news.settled.map(({ id, slug, locale: said, title, kind, resolvedAt, resolvedBy, resolution }) => (
            <li key={id}>
              <h4 lang={said}>
                {slug === null ? (
                  title
                ) : (
                  <Link href={`/operator/${said}/${slug}`} prefetch={false} onClick={onOpen}>
                    {title}
                  </Link>
                )}
              </h4>
              <p className="article-meta">
                <span>{r(kind)}</span>
                <span>{d('settled', { name: resolvedBy, when: when(resolvedAt) })}</span>
              </p>
              {resolution && <p>{resolution}</p>}
            </li>
          ))}
        </ul>
      )}
      {news.settled.length > 0 && news.items.length > 0 && <h3 className="desk-part">{t('answers')}</h3>}
      <ol>
        {news.items.map(item => (
          <li key={item.slug}>
            <h3 lang={locale}>
              {item.fate === 'removed' ? (
                item.title
              ) : (
                <Link href={`/operator/${locale}/${item.slug}`} prefetch={false} onClick={onOpen}>
                  {item.title}
                </Link>
              )}
            </h3>
            <p className="article-meta">
              <span>{t(`fate.${item.fate}`)}</span>
              <span>{when(item.at)}</span>
            </p>
            {item.pieces && (
              <div lang={locale}>
                <Pieces pieces={item.pieces} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {news.more > 0 && <p className="article-meta">{t('more', { count: news.more })}</p>}
    </section>
  )
}
