import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { RenderedHtml } from '#app/_ui/rendered-html.tsx'
import { requireSession } from '#app/session.ts'
import { now } from '#lib/clock.ts'
import { readAnswerReports } from '#lib/operator/own-reports.ts'
import { withinPanel } from '../panel-api.ts'
import { AnswerActions } from './answer-actions.tsx'
import { ChangeBanner } from './change-banner.tsx'
import { CopyBar } from './copy-bar.tsx'
import { FocusPlace, FocusTitle } from './focus-title.tsx'
import { readAnswer } from './read-answer.ts'
import { ReportNote } from './report-note.tsx'
import { ScriptWalk } from './script-walk.tsx'
import { textOf } from './text-of.ts'

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
  if (answer.kind === 'gone')
    return (
      <FocusPlace slug={slug}>
        <EmptyState icon="withdrawn" title={t('operator.gone')} text={t('operator.goneHint')} />
      </FocusPlace>
    )
  const { rendition, related, sent, seq } = answer
  const { copy, html, shortAnswer, steps } = rendition.content
  const facts = factsOf(html)
  const reports = await readAnswerReports(istok, actor, { articleId: rendition.articleId, locale, at: now() })
  return (
    <article className="desk-article">
      <Link href={`/operator/${locale}`} className="desk-back">
        <Icon name="left" size={15} />
        {t('operator.back')}
      </Link>
      <ChangeBanner
        key={rendition.hash}
        articleId={rendition.articleId}
        slug={slug}
        locale={locale}
        text={textOf(rendition)}
        hash={rendition.hash}
        seq={seq}
      />
      <FocusTitle slug={slug} hash={rendition.hash} locale={locale}>
        {rendition.title}
      </FocusTitle>
      <p className="article-meta">
        <span>{t('article.release', { number: rendition.release })}</span>
        <time dateTime={rendition.publishedAt}>
          {t('article.updated', { date: format.dateTime(new Date(rendition.publishedAt), { dateStyle: 'long' }) })}
        </time>
      </p>
      <CopyBar copy={copy} sent={copy.plain === '' ? null : sent} />
      <AnswerActions slug={slug} locale={locale} />
      <ReportNote reports={reports} t={t} format={format} />
      {shortAnswer && (
        <p className="desk-short" lang={locale}>
          {shortAnswer}
        </p>
      )}
      {steps ? (
        <>
          <ScriptWalk key={rendition.articleId} title={rendition.title} locale={locale} steps={steps} hash={rendition.hash} />
          <details className="desk-whole">
            <summary>{t('scripts.walk.whole')}</summary>
            <RenderedHtml html={withinPanel(html, locale)} className="prose" lang={locale} />
          </details>
        </>
      ) : (
        <RenderedHtml html={withinPanel(html, locale)} className="prose" lang={locale} />
      )}
      {facts.length > 0 && (
        <details className="desk-facts">
          <summary>{t('desk.facts', { count: facts.length })}</summary>
          <dl>
            {facts.map(([key, value]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd lang={locale}>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
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

/** The facts that an answer says, by key, as they are written there. The compiler writes their elements; their text holds no markup. */
function factsOf(html: string): [key: string, value: string][] {
  const found = html.matchAll(/ data-key="([^"]+)">([^<]*)</g)
  return [...new Map([...found].map(([, key = '', value = '']): [string, string] => [key, decoded(value)]))]
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
