import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { NoAccess } from '#app/_ui/no-access.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { requireSession } from '#app/session.ts'
import { listEmbeddings } from '#lib/embedding/embeddings.ts'
import { EmbeddingForm } from './embedding-form.tsx'
import { EndButton } from './end-button.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('desk.embedding.title') }
}

/** In which pages of other systems the operator panel may stand. */
export default async function EmbeddingPage() {
  const { istok, actor } = await requireSession()
  if (!actor.scopes.has('admin')) return <NoAccess />
  const { t } = await readInterface()
  const embeddings = await listEmbeddings(istok, actor)
  return (
    <div className="page">
      <PageHead title={t('desk.embedding.title')} />
      <p className="page-lead">{t('desk.embedding.lead')}</p>
      <EmbeddingForm />
      {embeddings.length === 0 && <EmptyState icon="windows" title={t('desk.embedding.none')} text={t('desk.embedding.noneHint')} />}
      <ul className="tasks">
        {embeddings.map(({ id, name, origins, revokedAt }) => (
          <li key={id}>
            <h2>{name}</h2>
            <p className="article-meta">
              <span>{t(revokedAt === null ? 'desk.embedding.active' : 'desk.embedding.revoked')}</span>
              <span>{origins.join(', ')}</span>
            </p>
            {revokedAt === null && (
              <>
                <p>
                  {t('desk.embedding.address')}: <code>{`${istok.env.publicUrl}/operator/embed/${id}`}</code>
                </p>
                <EndButton id={id} name={name} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
