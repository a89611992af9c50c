import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/_ui/icon.tsx'

interface Props {
  title: string
  icon: IconName
  /** How many there are in all; null: as many as are shown. */
  count: number | null
  /** Where all of them are, and what that is called. */
  all?: { href: string; label: string }
  children: ReactNode
}

/** One kind of thing that waits, with the way to all of it. */
export function HomeSection({ title, icon, count, all, children }: Props) {
  return (
    <section className="home-section">
      <h2>
        <Icon name={icon} />
        {title}
        {count !== null && <span className="home-count">{count}</span>}
      </h2>
      <ul className="home-list">{children}</ul>
      {all && (
        <Link href={all.href} className="home-all">
          {all.label}
          <Icon name="right" size={14} />
        </Link>
      )}
    </section>
  )
}

interface RowProps {
  href: string
  title: string
  lang?: string
  /** When, or how much: at the end of the row. */
  end?: ReactNode
  children?: ReactNode
}

export function HomeRow({ href, title, lang, end, children }: RowProps) {
  return (
    <li className="home-row">
      <div className="home-row-text">
        <Link href={href} className="row-link" lang={lang}>
          {title}
        </Link>
        {children && <span className="under">{children}</span>}
      </div>
      {end && <span className="home-row-end">{end}</span>}
    </li>
  )
}
