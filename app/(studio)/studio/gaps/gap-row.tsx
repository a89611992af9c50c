import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import { textIn } from '#app/_ui/titles.ts'
import type { GapEntry } from '#lib/learning/list-gaps.ts'
import { GapActions } from './gap-actions.tsx'
import { HeardLine } from './heard-line.tsx'
import type { LearningRights } from './read-learning-rights.ts'
import { sayMasks } from './say-masks.ts'
import { Trend } from './trend.tsx'

interface Props {
  gap: GapEntry
  rights: LearningRights
}

/** A gap: what is asked, how often and where, how it goes on, and what can be done about it. */
export async function GapRow({ gap, rights }: Props) {
  const { t } = await readInterface()
  const others = gap.wordings.slice(1)
  const say = (text: string) => sayMasks(text, mask => t(`learning.masks.${mask}`))
  const title = say(gap.title) || t('learning.gaps.hiddenTitle')
  return (
    <li className="learning-row">
      <div className="learning-main">
        <h2 lang={gap.locale}>{title}</h2>
        <HeardLine {...gap} />
        {gap.dropped > 0 && <span className="under quiet">{t('learning.gaps.dropped', { count: gap.dropped })}</span>}
        {others.length > 0 && (
          <ul className="learning-examples" lang={gap.locale} aria-label={t('learning.gaps.examples')}>
            {others.map(({ id, text }) => (
              <li key={id}>{say(text)}</li>
            ))}
          </ul>
        )}
        {gap.more > 0 && <span className="under quiet">{t('learning.gaps.more', { count: gap.more })}</span>}
        {gap.hidden > 0 && <span className="under quiet">{t('learning.gaps.hidden', { count: gap.hidden })}</span>}
        <Fate gap={gap} />
      </div>
      <Trend days={gap.trend} />
      {(gap.articleId === null ? rights.canWrite : rights.writable.has(gap.articleId)) && (
        <GapActions
          id={gap.id}
          title={say(gap.title)}
          state={gap.state}
          articleId={gap.articleId}
          locale={gap.locale}
          canPublish={rights.canPublish}
          canDismiss={rights.canDismiss}
          categories={rights.categories}
        />
      )}
    </li>
  )
}

/** Which article answers it, and whether it is asked less since. */
async function Fate({ gap }: { gap: GapEntry }) {
  const { t, locale } = await readInterface()
  if (!gap.article) return null
  const link = <Link href={`/studio/articles/${gap.article.articleId}`}>{textIn(gap.article.titles, locale, gap.article.slug)}</Link>
  if (!gap.fall || gap.closedRelease === null)
    return (
      <p className="learning-fate">
        <StateBadge tone="amber" icon="clock">
          {t('learning.gaps.waits')}
        </StateBadge>
        {link}
      </p>
    )
  const { before, after, days, isComplete } = gap.fall
  const [tone, icon, word] = judgeFall(before, after, isComplete)
  return (
    <p className="learning-fate">
      <StateBadge tone={tone} icon={icon}>
        {t(`learning.gaps.${word}`)}
      </StateBadge>
      <span>{t('learning.gaps.fall', { before, after, days, release: gap.closedRelease })}</span>
      {link}
    </p>
  )
}

/** A minute without the question says nothing after a day with it; as many as before say it at once. */
function judgeFall(before: number, after: number, isComplete: boolean) {
  if (after > 0 && after >= before) return ['red', 'warning', 'stayed'] as const
  return isComplete && before > 0 ? (['green', 'check', 'fell'] as const) : (['gray', 'clock', 'early'] as const)
}
