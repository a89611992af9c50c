import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** What a list says when it has nothing to show: what it is, and what to do. */
export function EmptyState({ icon, title, text, children }: { icon: IconName; title: string; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} size={32} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  )
}
