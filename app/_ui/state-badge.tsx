import { Icon, type IconName } from './icon.tsx'

export type Tone = 'green' | 'amber' | 'red' | 'gray' | 'blue'

/** A state by icon, word and colour. */
export function StateBadge({ tone, icon, children }: { tone: Tone; icon: IconName; children: string }) {
  return (
    <span className={`state state-${tone}`}>
      <Icon name={icon} size={15} />
      {children}
    </span>
  )
}
