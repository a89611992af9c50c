import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import type { HomePart } from './read-home.ts'

/** One kind of thing, with the way to all of it. */
export async function HomeSection({ part: { kind, icon, count, all, items } }: { part: HomePart }) {
  const { t } = await readInterface()
  return (
    <section className={`home-section home-${kind}`}>
      <h2>
        <Icon name={icon} />
        {t(`home.parts.${kind}`)}
        <span className="home-count">{count}</span>
      </h2>
      <ul className="home-list">
        {items.map(({ href, title, lang, under, end }) => (
          <li key={`${href} ${title}`} className="home-row">
            <div className="home-row-text">
              <Link href={href} className="row-link" lang={lang}>
                {title}
              </Link>
              {under && <span className="under">{under}</span>}
            </div>
            {end && <span className="home-row-end">{end}</span>}
          </li>
        ))}
      </ul>
      <Link href={all} className="home-all">
        {t(`home.all.${kind}`)}
        <Icon name="right" size={14} />
      </Link>
    </section>
  )
}
