import Link from 'next/link'
import { Icon } from './icon.tsx'

/** The way back to the list in which a page's subject stands. */
export function Crumb({ href, children }: { href: string; children: string }) {
  return (
    <p className="crumb">
      <Link href={href}>
        <Icon name="left" size={14} />
        {children}
      </Link>
    </p>
  )
}
