import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { RenderedHtml } from '#app/_ui/rendered-html.tsx'
import { requireSession } from '#app/session.ts'
import { CopyBar } from './copy-bar.tsx'
import { readAnswer } from './read-answer.ts'

interface Props {
  params: Promise<{ locale: string; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { istok } = await requireSession()
  const answer = await readAnswer(istok, await params)
  return { title: answer.kind === 'found' ? answer.rendition.title : (await readInterface()).t('operator.title') }
}

export default async function AnswerPage({ params }: Props) {
  const { istok, actor } = await requireSession()
  if (!actor.scopes.has('events')) return <NoAccess />
  const { locale, slug } = await params
  const { t, format } = await readInterface()
  const answer = await readAnswer(istok, { locale, slug })
  if (answer.kind === 'moved') redirect(`/operator/${locale}/${answer.slug}`)
  if (answer.kind === 'missing') notFound()
  if (answer.kind === 'gone') return <EmptyState icon="withdrawn" title={t('operator.gone')} text={t('operator.goneHint')} />
  const { rendition, related } = answer
  const { copy, html, shortAnswer } = rendition.content
  return (
    <article className="desk-article">
      <Link href={`/operator/${locale}`} className="desk-back">
        <Icon name="left" size={15} />
        {t('operator.back')}
      </Link>
      <h2 lang={locale}>{rendition.title}</h2>
      <p className="article-meta">
        <span>{t('article.release', { number: rendition.release })}</span>
        <time dateTime={rendition.publishedAt}>
          {t('article.updated', { date: format.dateTime(new Date(rendition.publishedAt), { dateStyle: 'long' }) })}
        </time>
      </p>
      <CopyBar copy={copy} />
      {shortAnswer && (
        <p className="desk-short" lang={locale}>
          {shortAnswer}
        </p>
      )}
      <RenderedHtml html={withinPanel(html, locale)} className="prose" lang={locale} />
      {related.length > 0 && (
        <section className="desk-related">
          <h3>{t('operator.related')}</h3>
          <ul lang={locale}>
            {related.map(({ slug: other, title }) => (
              <li key={other}>
                <Link href={`/operator/${locale}/${other}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

/** Articles that an answer leads to open in the panel, too: some of them do not exist on the site. */
function withinPanel(html: string, locale: string): string {
  return html.replaceAll(`href="/${locale}/articles/`, `href="/operator/${locale}/`)
}
