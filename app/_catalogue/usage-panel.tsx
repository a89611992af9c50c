import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import type { ArticleUse, Usage } from '#lib/authoring/read-usage.ts'
import { channelKinds } from '#lib/compile/channels.ts'

/** Articles that are listed; the rest is counted. */
const shown = 100
const order = new Intl.Collator()

/** Which articles name it, drafted and live, directly or through a snippet, and in which channels it is said. */
export async function UsagePanel({ usage }: { usage: Usage }) {
  const { t } = await readInterface()
  const uses = gathered(usage)
  const channels = channelKinds.filter(kind => (usage.channels[kind] ?? 0) > 0)
  return (
    <section className="panel" aria-labelledby="usage">
      <h2 id="usage">{t('catalogue.usage.title')}</h2>
      {uses.length === 0 && usage.snippets.length === 0 ? (
        <p className="quiet">{t('catalogue.usage.none')}</p>
      ) : (
        <>
          {channels.length > 0 && (
            <ul className="usage-channels" aria-label={t('catalogue.usage.channels')}>
              {channels.map(kind => (
                <li key={kind}>
                  <Icon name={kind} size={16} />
                  {t(`windows.channels.${kind}`)}
                  <strong>{usage.channels[kind]}</strong>
                </li>
              ))}
            </ul>
          )}
          <ul className="usage-list">
            {uses.slice(0, shown).map(use => (
              <UseRow key={`${use.articleId} ${use.locale}`} use={use} />
            ))}
          </ul>
          {uses.length > shown && <p className="quiet">{t('catalogue.usage.more', { count: uses.length - shown })}</p>}
          {usage.snippets.length > 0 && (
            <p className="quiet">
              {t('catalogue.usage.inSnippets')}{' '}
              {[...new Set(usage.snippets.map(({ key }) => key))].map((key, index) => (
                <span key={key}>
                  {index > 0 && ', '}
                  <Link href={`/studio/snippets/${encodeURIComponent(key)}`} className="mono text-link">
                    {key}
                  </Link>
                </span>
              ))}
            </p>
          )}
        </>
      )}
    </section>
  )
}

interface GatheredUse extends Omit<ArticleUse, 'via'> {
  via: string[]
  states: Set<'draft' | 'live'>
}

async function UseRow({ use }: { use: GatheredUse }) {
  const { t } = await readInterface()
  return (
    <li>
      <Link href={`/studio/articles/${use.articleId}?locale=${use.locale}`} className="usage-link" lang={use.locale}>
        {use.title}
      </Link>
      <span className="locale-mark">{use.locale}</span>
      {use.via.length > 0 && <span className="quiet">{t('catalogue.usage.via', { keys: use.via.join(', ') })}</span>}
      <span className="push">
        {use.states.has('live') ? (
          <StateBadge tone={use.states.has('draft') ? 'green' : 'amber'} icon="published">
            {t(use.states.has('draft') ? 'catalogue.usage.live' : 'catalogue.usage.onlyLive')}
          </StateBadge>
        ) : (
          <StateBadge tone="gray" icon="draft">
            {t('catalogue.usage.draft')}
          </StateBadge>
        )}
      </span>
    </li>
  )
}

/** One entry for each article and language. */
function gathered({ drafts, live }: Usage): GatheredUse[] {
  const entries = new Map<string, GatheredUse>()
  for (const [state, uses] of [['live', live] as const, ['draft', drafts] as const])
    for (const { via, ...use } of uses) {
      const key = `${use.articleId} ${use.locale}`
      const entry = entries.get(key) ?? { ...use, via: [], states: new Set() }
      entries.set(key, entry)
      entry.states.add(state)
      if (via !== null && !entry.via.includes(via)) entry.via.push(via)
    }
  const all = [...entries.values()]
  // In a language's own order they cost more than the page where there are thousands, of which the first are shown.
  return all.sort(all.length > 1000 ? (a, b) => (a.title < b.title ? -1 : 1) : (a, b) => order.compare(a.title, b.title))
}
