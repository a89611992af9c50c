import type { Metadata } from 'next'
import Link from 'next/link'
import { metadataOf } from '#app/_drafts/metadata-port.ts'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { DocumentDifference } from '#app/_ui/difference/document-difference.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { requireSession } from '#app/session.ts'
import { readRights } from '#lib/authoring/article-rights.ts'
import { readSideBySide, type SideBySide } from '#lib/authoring/side-by-side.ts'
import { compareDocuments } from '#lib/difference/compare-nodes.ts'
import { plainInlineText } from '#lib/document/plain-text.ts'
import type { Block } from '#lib/document/types.ts'
import { isIstokError } from '#lib/errors.ts'
import { readDraftSide } from '#lib/review/read-side.ts'
import { contentOf, emptyContent } from '../content-of.ts'
import { LocaleLinks } from '../history/locale-links.tsx'
import { readPlace } from '../read-place.ts'
import { SourceField } from './source-field.tsx'
import { TranslateDesk } from './translate-desk.tsx'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('workflow.translate.title') }
}

export default async function TranslatePage({ params, searchParams }: Props) {
  const session = await requireSession()
  const { istok, actor } = session
  const query = await searchParams
  const { article, translation, locale, locales } = await readPlace(session, (await params).id, query)
  if (!readRights(istok, actor, article.id).write) return <NoAccess />
  const { t } = await readInterface()
  const base = `/studio/articles/${article.id}`
  const sides = await readSideBySide(istok, actor, { articleId: article.id, locale, source: readValue(query, 'source') }).catch(error => {
    if (isIstokError(error) && (error.code === 'conflict' || error.code === 'not_found')) return null
    throw error
  })
  const said = sides && (await readDraftSide(istok, actor, { articleId: article.id, locale: sides.source.locale }, sides.source))
  const facts = Object.fromEntries(said?.facts ?? [])
  return (
    <div className="page">
      <nav className="crumb" aria-label={t('common.breadcrumbs')}>
        <Link href={`${base}?locale=${locale}`}>
          <Icon name="left" size={15} />
          {translation?.title ?? article.slug}
        </Link>
      </nav>
      <PageHead title={t('workflow.translate.title')}>
        <LocaleLinks locales={locales} locale={locale} path={`${base}/translate`} label={t('article.languages')} />
      </PageHead>
      {sides ? (
        <TranslateDesk
          key={`${locale} ${sides.source.locale}`}
          place={{ articleId: article.id, locale }}
          person={{ id: session.userId, email: session.email }}
          source={{ locale: sides.source.locale, hash: sides.source.hash, document: sides.source.document }}
          text={{ version: sides.target?.version ?? null, content: sides.target ? contentOf(sides.target) : emptyContent }}
          about={{ version: article.version, content: metadataOf(article) }}
          note={{ status: translation?.status ?? 'draft', outdatedVariations: translation?.outdatedVariations ?? [] }}
          rows={sides.rows.map(({ before: _, ...row }) => row)}
          outdated={sides.outdated}
          markedAt={sides.markedAt}
          sources={Object.fromEntries(
            sides.rows.flatMap(row => (row.source === null ? [] : [[row.source, sourceOf(sides, row, facts, t)]])),
          )}
        />
      ) : (
        <EmptyState icon="language" title={t('workflow.translate.noSource')} text={t('workflow.translate.noSourceHint')} />
      )}
    </div>
  )
}

type T = Awaited<ReturnType<typeof readInterface>>['t']

/** A part of the source to be read: with what changed in it since the translation agreed with it. */
function sourceOf({ source }: SideBySide, { source: path, before }: SideBySide['rows'][number], facts: Record<string, string>, t: T) {
  if (path === '/title') return <SourceField lines={[source.title]} />
  if (path === '/shortAnswer') {
    const said = plainInlineText(source.shortAnswer, { fact: ({ attrs }) => facts[attrs.key] ?? `{${attrs.key}}` })
    return <SourceField lines={said.split('\n')} />
  }
  if (path === '/questions') return <SourceField lines={source.questions} />
  const block = source.document.content[Number(path?.split('/')[2])] as Block
  const old: Block[] = before ? [before] : [block]
  const difference = compareDocuments({ type: 'doc', content: old }, { type: 'doc', content: [block] })
  return (
    <DocumentDifference
      difference={difference.map(one => ({ ...one, index: null }) as (typeof difference)[number])}
      facts={{ before: facts, after: facts }}
      t={t}
    />
  )
}
