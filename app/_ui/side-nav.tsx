'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Icon, type IconName } from './icon.tsx'

/** What the person may see; the use cases behind the pages check again. */
export interface Rights {
  operator: boolean
  admin: boolean
}

type Label = 'articles' | 'facts' | 'releases' | 'keys' | 'operator'
interface Entry {
  href: string
  icon: IconName
  label: Label
}

const content: Entry[] = [
  { href: '/studio', icon: 'articles', label: 'articles' },
  { href: '/studio/facts', icon: 'facts', label: 'facts' },
  { href: '/studio/releases', icon: 'releases', label: 'releases' },
]
const work: Entry[] = [{ href: '/operator', icon: 'operator', label: 'operator' }]
const settings: Entry[] = [{ href: '/studio/settings/keys', icon: 'key', label: 'keys' }]

export function SideNav({ path, rights }: { path: string; rights: Rights }) {
  const t = useTranslations('shell')
  return (
    <div className="nav side-nav">
      <span className="nav-title">{t('studio')}</span>
      <Entries entries={content} path={path} />
      {rights.operator && (
        <>
          <span className="nav-title">{t('panel')}</span>
          <Entries entries={work} path={path} />
        </>
      )}
      {rights.admin && (
        <>
          <span className="nav-title">{t('settings')}</span>
          <Entries entries={settings} path={path} />
        </>
      )}
    </div>
  )
}

function Entries({ entries, path }: { entries: Entry[]; path: string }) {
  const t = useTranslations('shell.nav')
  return entries.map(({ href, icon, label }) => (
    <Link key={href} href={href} className="nav-link" aria-current={isHere(href, path) ? 'page' : undefined}>
      <Icon name={icon} />
      {t(label)}
    </Link>
  ))
}

function isHere(href: string, path: string): boolean {
  if (href === '/studio') return path === '/studio' || path.startsWith('/studio/articles')
  return path === href || path.startsWith(`${href}/`)
}
