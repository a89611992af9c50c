import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { readWritableCategories } from '#lib/authoring/article-rights.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { NewArticleForm } from './new-article-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('articles.new') }
}

export default async function NewArticlePage() {
  const { istok, actor } = await requireSession()
  if (!canSomewhere(actor, 'write')) return <NoAccess />
  const { t, locale } = await readInterface()
  const { items } = await listCategories(istok, actor)
  const writable = readWritableCategories(istok, actor)
  return (
    <div className="page narrow">
      <PageHead title={t('articles.new')} />
      <NewArticleForm
        locales={istok.env.locales}
        canHaveNone={writable === null}
        categories={items
          .filter(({ slug }) => writable?.has(slug) ?? true)
          .map(({ slug, title }) => ({ value: slug, label: textIn(title, locale, slug) }))}
      />
    </div>
  )
}
