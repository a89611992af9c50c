import { StateBadge } from '#app/_ui/state-badge.tsx'

const looks = {
  running: { tone: 'blue', icon: 'clock' },
  done: { tone: 'green', icon: 'check' },
  failed: { tone: 'red', icon: 'error' },
} as const

/** Whether an import still goes on, is done or stopped. */
export function ImportStateBadge({ status, label }: { status: keyof typeof looks; label: string }) {
  return <StateBadge {...looks[status]}>{label}</StateBadge>
}
