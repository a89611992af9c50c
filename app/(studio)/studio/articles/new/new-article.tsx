import { readInterface } from '#app/_i18n/read-interface.ts'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { textIn } from '#app/_ui/titles.ts'
import { requireSession } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { readWritableCategories } from '#lib/authoring/article-rights.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { NewArticleForm } from './new-article-form.tsx'

/** Where an article begins; a script is one, too, and goes on in the editor of steps. */
export async function NewArticle({ title, isScript }: { title: string; isScript: boolean }) {
  const { istok, actor } = await requireSession()
  if (!canSomewhere(actor, 'write')) return <NoAccess />
  const { locale } = await readInterface()
  const { items } = await listCategories(istok, actor)
  const writable = readWritableCategories(istok, actor)
  return (
    <div className="page narrow">
      <PageHead title={title} />
      <NewArticleForm
        isScript={isScript}
        locales={istok.env.locales}
        canHaveNone={writable === null}
        categories={items
          .filter(({ slug }) => writable?.has(slug) ?? true)
          .map(({ slug, title }) => ({ value: slug, label: textIn(title, locale, slug) }))}
      />
    </div>
  )
}
