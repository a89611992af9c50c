import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

interface Props {
  icon: IconName
  title: string
  text: string
  /** The whole page has nothing else to say: the title is the page's. */
  isPage?: boolean
  children?: ReactNode
}

/** What a list says when it has nothing to show: what it is, and what to do. */
export function EmptyState({ icon, title, text, isPage = false, children }: Props) {
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <div className="empty">
      <Icon name={icon} size={32} />
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children}
    </div>
  )
}
