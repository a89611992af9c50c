import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { Icon } from '#app/_ui/icon.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { readRights } from '#lib/authoring/article-rights.ts'
import { readTranslation } from '#lib/authoring/read-translation.ts'
import { isIstokError } from '#lib/errors.ts'
import { draftOf } from './script-draft.ts'
import { ScriptEditor } from './script-editor.tsx'

interface Props {
  params: Promise<{ id: string; locale: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('scripts.title') }
}

/** A decision script as a list of steps and as a graph. */
export default async function ScriptPage({ params }: Props) {
  const { istok, actor, userId } = await requireSession()
  const { id, locale } = await params
  if (!readRights(istok, actor, id).write) return <NoAccess />
  const { t } = await readInterface()
  const translation = await readTranslation(istok, actor, { articleId: id, locale }).catch((error: unknown) => {
    if (isIstokError(error) && error.code === 'not_found') notFound()
    throw error
  })
  const draft = draftOf(translation.document)
  return (
    <div className="page page-wide">
      <nav className="crumb" aria-label={t('common.breadcrumbs')}>
        <Link href="/studio/scripts">
          <Icon name="left" size={15} />
          {t('scripts.title')}
        </Link>
      </nav>
      <PageHead title={translation.title}>
        <ButtonLink variant="default" href={`/studio/articles/${id}?locale=${locale}`}>
          {t('scripts.open')}
        </ButtonLink>
      </PageHead>
      {draft ? (
        <ScriptEditor userId={userId} articleId={id} locale={locale} version={translation.version} draft={draft} />
      ) : (
        <EmptyState icon="locked" title={t('scripts.inside')} text={t('scripts.insideHint')} />
      )}
    </div>
  )
}
