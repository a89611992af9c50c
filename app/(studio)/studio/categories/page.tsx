import type { Metadata } from 'next'
import { CategoryTabs } from '#app/_catalogue/category-tabs.tsx'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { countCategoryArticles } from '#lib/authoring/count-category-articles.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { CategoryTree } from './category-tree.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('catalogue.categories.title') }
}

export default async function CategoriesPage() {
  const { istok, actor } = await requireSession()
  const { t } = await readInterface()
  const { items } = await listCategories(istok, actor)
  const uses = await countCategoryArticles(istok, actor)
  return (
    <div className="page">
      <PageHead title={t('catalogue.categories.title')} />
      <CategoryTabs here="categories" />
      <p className="page-lead">{t('catalogue.categories.lead')}</p>
      <CategoryTree
        categories={items}
        uses={uses}
        locales={istok.env.locales}
        canWrite={actor.scopes.has('write')}
        canPublish={actor.scopes.has('publish')}
      />
    </div>
  )
}
