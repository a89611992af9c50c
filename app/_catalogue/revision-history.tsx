import { readInterface } from '#app/_i18n/read-interface.ts'
import type { KeyRevision } from '#lib/authoring/present-key-revisions.ts'
import { type PastEntry, PastList } from './past-list.tsx'
import { RestoreButton } from './restore-button.tsx'

interface Props<Revision> {
  /** Below /api/v1, e.g. `/facts/fee`. */
  path: string
  /** Version of the draft; null: the viewer may not restore. */
  version: number | null
  /** Newest first. */
  revisions: Revision[]
  /** What a revision changed against the one before it; undefined: it is the first. */
  changesOf: (revision: Revision, before: Revision | undefined) => PastEntry['changes']
}

/** What was published of a fact or a snippet: who, when, in which release, and what changed word by word; an earlier state becomes the draft again. */
export async function RevisionHistory<Revision extends KeyRevision>({ path, version, revisions, changesOf }: Props<Revision>) {
  const { t } = await readInterface()
  const entries = revisions.map((revision, index): PastEntry => {
    const { number, by, createdAt, isLive, releases } = revision
    return {
      ...{ id: number, what: t('catalogue.history.revision', { number }), by, at: createdAt, isLive },
      note: releases.length > 0 ? t('catalogue.history.releases', { numbers: releases.join(', ') }) : undefined,
      changes: changesOf(revision, revisions[index + 1]),
      restore: version !== null && (
        <RestoreButton
          method="POST"
          path={`${path}/revisions/${number}/restoration`}
          version={version}
          words={{
            label: t('catalogue.history.restore'),
            named: t('catalogue.history.restoreNamed', { number }),
            done: t('catalogue.history.restored', { number }),
          }}
        />
      ),
    }
  })
  return <PastList entries={entries} none={t('catalogue.history.neverPublished')} />
}
