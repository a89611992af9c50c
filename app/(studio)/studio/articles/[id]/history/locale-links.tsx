import Link from 'next/link'

interface Props {
  locales: string[]
  locale: string
  path: string
  label: string
}

/** The languages of an article as links to the same page. */
export function LocaleLinks({ locales, locale, path, label }: Props) {
  return (
    <nav className="locales" aria-label={label}>
      {locales.map(one => (
        <Link key={one} href={`${path}?locale=${one}`} className="locale-link" aria-current={one === locale ? 'page' : undefined}>
          {one}
        </Link>
      ))}
    </nav>
  )
}
