import { readInterface } from '#app/_i18n/read-interface.ts'
import type { ReleaseView } from '#lib/delivery/read-releases.ts'

/** Who or what made a release: people, the calendar, a roll-back. */
export async function ReleaseKind({ release }: { release: ReleaseView }) {
  const { t } = await readInterface()
  if (release.kind === 'rollback') return t('releases.kinds.rollback', { number: release.restores ?? 0 })
  return t(`releases.kinds.${release.kind as 'publish' | 'validity' | 'recompile'}`)
}
