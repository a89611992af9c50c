import type { Interface } from '#app/_i18n/read-interface.ts'
import type { Status } from '#lib/authoring/status.ts'
import type { IconName } from './icon.tsx'
import { StateBadge, type Tone } from './state-badge.tsx'

const looks: Record<Status, { tone: Tone; icon: IconName }> = {
  published: { tone: 'green', icon: 'published' },
  changed: { tone: 'amber', icon: 'changed' },
  draft: { tone: 'gray', icon: 'draft' },
  withdrawn: { tone: 'gray', icon: 'withdrawn' },
}

/** The state of an article, a translation or a fact. */
export function StatusBadge({ status, t }: { status: Status; t: Interface['t'] }) {
  return <StateBadge {...looks[status]}>{t(`status.${status}`)}</StateBadge>
}
