import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'

/** The two ways in which articles are put in order. */
export async function CategoryTabs({ here }: { here: 'categories' | 'tags' }) {
  const { t } = await readInterface()
  return (
    <nav className="tabs" aria-label={t('shell.nav.categories')}>
      {(['categories', 'tags'] as const).map(name => (
        <Link key={name} href={`/studio/${name}`} aria-current={name === here ? 'page' : undefined}>
          {t(`catalogue.${name}.title`)}
        </Link>
      ))}
    </nav>
  )
}
