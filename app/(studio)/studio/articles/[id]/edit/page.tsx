import type { Metadata as PageMetadata } from 'next'
import { metadataOf } from '#app/_drafts/metadata-port.ts'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { type Query, readValue } from '#app/_ui/query.ts'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession, type Session } from '#app/session.ts'
import { listPeople } from '#lib/access/list-people.ts'
import { readRights, readWritableCategories } from '#lib/authoring/article-rights.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { listTags } from '#lib/authoring/list-tags.ts'
import type { ArticleEntry } from '#lib/authoring/present-article.ts'
import { readRevision } from '#lib/authoring/read-revision.ts'
import type { TranslationEntry } from '#lib/authoring/read-translation.ts'
import { listComments } from '#lib/review/list-comments.ts'
import { readReview } from '#lib/review/read-review.ts'
import { contentOf, emptyContent } from '../content-of.ts'
import { readPlace } from '../read-place.ts'
import { ArticleEditor } from './article-editor.tsx'
import type { Choices } from './metadata-fields.tsx'
import type { ReviewNote } from './review-notes.tsx'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Query>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<PageMetadata> {
  const { translation } = await readPlace(await requireSession(), (await params).id, await searchParams)
  const { t } = await readInterface()
  return { title: translation ? `${translation.title} · ${t('edit.title')}` : t('edit.title') }
}

export default async function EditPage({ params, searchParams }: Props) {
  const session = await requireSession()
  const { istok, actor, userId, email } = session
  const query = await searchParams
  const { article, translation, locale, locales } = await readPlace(session, (await params).id, query)
  const rights = readRights(istok, actor, article.id)
  if (!rights.write) return <NoAccess />
  return (
    <div className="page page-wide">
      <ArticleEditor
        key={`${article.id} ${locale}`}
        article={{
          id: article.id,
          isLive: article.translations.some(({ liveRevision }) => liveRevision !== null),
          liveSlug: translation && (await readLiveSlug(session, translation)),
        }}
        person={{ id: userId, email }}
        locale={locale}
        locales={locales}
        text={{ version: translation?.version ?? null, content: translation ? contentOf(translation) : emptyContent }}
        about={{ version: article.version, content: metadataOf(article) }}
        note={{ status: translation?.status ?? 'draft', outdatedVariations: translation?.outdatedVariations ?? [] }}
        choices={await readChoices(session)}
        canPublish={rights.publish}
        reviewed={await readReviewNote(session, article, locale)}
        at={readValue(query, 'at') ?? null}
      />
    </div>
  )
}

async function readLiveSlug({ istok, actor }: Session, { articleId, locale, liveRevision }: TranslationEntry): Promise<string | null> {
  if (liveRevision === null) return null
  return (await readRevision(istok, actor, { articleId, locale, number: liveRevision })).metadata.slug
}

/** What reviewers said of the text, as far as it is still open. */
async function readReviewNote(
  { istok, actor }: Session,
  { id: articleId, translations }: ArticleEntry,
  locale: string,
): Promise<ReviewNote> {
  const { standing, reviewId } = translations.find(one => one.locale === locale) ?? {}
  const review = standing === 'sent-back' && reviewId ? await readReview(istok, actor, reviewId) : null
  const threads = await listComments(istok, actor, { articleId, locale })
  return {
    sentBack: review && { id: review.id, reason: review.reason ?? '', by: review.decidedBy?.name ?? '' },
    threads: threads.filter(({ resolvedAt }) => resolvedAt === null),
  }
}

async function readChoices({ istok, actor }: Session): Promise<Choices> {
  const { locale: language } = await readInterface()
  const writable = readWritableCategories(istok, actor)
  const [categories, tags, people] = await Promise.all([
    listCategories(istok, actor),
    listTags(istok, actor, { limit: 200 }),
    listPeople(istok, actor),
  ])
  return {
    categories: categories.items
      .filter(({ slug }) => writable?.has(slug) ?? true)
      .map(({ slug, title }) => ({ value: slug, label: textIn(title, language, slug) })),
    canHaveNone: writable === null,
    tags: tags.items.map(({ slug }) => slug),
    people: people.map(({ email, name }) => ({ value: email, label: name })),
  }
}
