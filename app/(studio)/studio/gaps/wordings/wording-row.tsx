import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { StateBadge } from '#app/_ui/state-badge.tsx'
import { textIn } from '#app/_ui/titles.ts'
import type { WordingEntry } from '#lib/learning/list-wordings.ts'
import { HeardLine } from '../heard-line.tsx'
import type { LearningRights } from '../read-learning-rights.ts'
import { sayMasks } from '../say-masks.ts'
import { offerArticles } from './offer-articles.ts'
import { WordingActions } from './wording-actions.tsx'

interface Props {
  wording: WordingEntry
  rights: LearningRights
}

/** A wording: how it was said, how sure Istok is of the answer, and what can be done about it. */
export async function WordingRow({ wording, rights }: Props) {
  const { t, locale, format } = await readInterface()
  const [likely] = wording.likely
  const offer = offerArticles(wording.likely, rights.writable)
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <li className="learning-row">
      <div className="learning-main">
        <h2 lang={wording.locale}>{sayMasks(wording.text, mask => t(`learning.masks.${mask}`))}</h2>
        <HeardLine {...wording} />
        {wording.state === 'open' && likely && (
          <span className="under">
            {t('learning.wordings.likely', { title: textIn(likely.titles, locale, likely.slug), share: percent(likely.probability) })}
          </span>
        )}
        {wording.article && (
          <p className="learning-fate">
            <EffectBadge wording={wording} />
            <Link href={`/studio/articles/${wording.article.articleId}`}>
              {textIn(wording.article.titles, locale, wording.article.slug)}
            </Link>
          </p>
        )}
      </div>
      {(wording.article === null ? rights.canWrite : rights.writable.has(wording.article.articleId)) && (
        <WordingActions
          wording={{ ...wording, likely: offer.others }}
          first={offer.first}
          canPublish={rights.canPublish}
          canReject={rights.canDismiss}
        />
      )}
    </li>
  )
}

/** Whether the question is answered now: it was asked again when the page was made. */
async function EffectBadge({ wording: { effect } }: { wording: WordingEntry }) {
  const { t } = await readInterface()
  if (!effect) return null
  const { release, isRight, status } = effect
  if (isRight && status === 'answered')
    return (
      <StateBadge tone="green" icon="check">
        {t('learning.wordings.answered')}
      </StateBadge>
    )
  if (release === null)
    return (
      <StateBadge tone="amber" icon="clock">
        {t('learning.wordings.waits')}
      </StateBadge>
    )
  return (
    <StateBadge tone={isRight ? 'amber' : 'red'} icon="warning">
      {t(isRight ? 'learning.wordings.offered' : 'learning.wordings.notAnswered')}
    </StateBadge>
  )
}
