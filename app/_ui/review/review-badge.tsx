import type { Interface } from '#app/_i18n/read-interface.ts'
import type { ReviewEntry } from '#lib/review/present-review.ts'
import type { IconName } from '../icon.tsx'
import { StateBadge, type Tone } from '../state-badge.tsx'

const looks: Record<ReviewEntry['state'], { tone: Tone; icon: IconName }> = {
  open: { tone: 'blue', icon: 'reviews' },
  approved: { tone: 'green', icon: 'check' },
  rejected: { tone: 'red', icon: 'back' },
  withdrawn: { tone: 'gray', icon: 'withdrawn' },
  superseded: { tone: 'gray', icon: 'changed' },
}

/** What became of a review. */
export function ReviewBadge({ state, t }: { state: ReviewEntry['state']; t: Interface['t'] }) {
  return <StateBadge {...looks[state]}>{t(`workflow.state.${state}`)}</StateBadge>
}
