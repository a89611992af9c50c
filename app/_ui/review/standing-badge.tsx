import type { Interface } from '#app/_i18n/read-interface.ts'
import type { Standing } from '#lib/authoring/review-standing.ts'
import type { IconName } from '../icon.tsx'
import { StateBadge, type Tone } from '../state-badge.tsx'

const looks: Record<Standing, { tone: Tone; icon: IconName }> = {
  'in-review': { tone: 'blue', icon: 'reviews' },
  'sent-back': { tone: 'red', icon: 'back' },
  approved: { tone: 'green', icon: 'check' },
  changed: { tone: 'amber', icon: 'changed' },
}

/** Where a draft stands on its way to approval. */
export function StandingBadge({ standing, t }: { standing: Standing; t: Interface['t'] }) {
  return <StateBadge {...looks[standing]}>{t(`workflow.standing.${standing}`)}</StateBadge>
}
