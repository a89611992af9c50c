'use client'

import Link from 'next/link'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from './icon.tsx'
import { navSectionsFor, type Rights } from './nav-entries.ts'

export function SideNav({ path, rights }: { path: string; rights: Rights }) {
  const t = useTranslations('shell')
  return (
    <div className="nav side-nav">
      {navSectionsFor(rights).map(({ title, entries }) => (
        <Fragment key={title}>
          <span className="nav-title">{t(title)}</span>
          {entries.map(({ href, icon, label }) => (
            <Link key={href} href={href} className="nav-link" aria-current={isHere(href, path) ? 'page' : undefined}>
              <Icon name={icon} />
              {t(`nav.${label}`)}
            </Link>
          ))}
        </Fragment>
      ))}
    </div>
  )
}

/** The home is above every page of the studio and is marked only on itself. */
function isHere(href: string, path: string): boolean {
  return path === href || (href !== '/studio' && path.startsWith(`${href}/`))
}
