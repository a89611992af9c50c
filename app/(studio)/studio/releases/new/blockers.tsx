'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useChannelsText } from '#app/_ui/use-loss-text.ts'
import type { ReleasePreview } from '#lib/release/compile-preview.ts'

type Stops = Pick<ReleasePreview, 'losses' | 'lossCount' | 'unapproved' | 'own'>

/** Places that are named; the rest follows once these are put right. */
const shown = 30

/** True when something stops the release. */
export function isBlocked({ lossCount, unapproved, own }: Stops): boolean {
  return lossCount + unapproved.length + own.length > 0
}

/** What stops the release, each fault with the way to its place; `onAdd` takes an article into the release that a link leads to. */
export function Blockers({ losses, unapproved, own, onAdd }: Stops & { onAdd?: (articleId: string) => void }) {
  const t = useTranslations()
  const locale = useLocale()
  const sayChannels = useChannelsText()
  const faults = [...Map.groupBy(losses, loss => `${loss.articleId} ${loss.locale} ${loss.target ?? loss.path} ${loss.message.en}`)]
  /** Each article is offered once, where it is missing first. */
  const offers = new Map(losses.toReversed().map(loss => [loss.target, loss]))
  return (
    <ProblemNote>
      {faults.length > 0 && (
        <>
          <p>{t('composer.blocked', { count: faults.length })}</p>
          <ul className="blockers">
            {faults.slice(0, shown).map(([key, [loss, ...others]]) =>
              loss === undefined ? null : (
                <li key={key}>
                  <Link href={`/studio/articles/${loss.articleId}/edit?locale=${loss.locale}&at=${encodeURIComponent(loss.path)}`}>
                    {loss.message[locale]}
                  </Link>
                  {onAdd && loss.target !== undefined && offers.get(loss.target) === loss && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={t('composer.addNamed', { fault: loss.message[locale] })}
                      onClick={() => onAdd(loss.target as string)}
                    >
                      {t('composer.add')}
                    </Button>
                  )}
                  <span className="quiet refused-place">
                    {loss.slug} · {loss.locale} · {sayChannels([loss, ...others])}
                  </span>
                </li>
              ),
            )}
          </ul>
        </>
      )}
      {unapproved.length > 0 && (
        <>
          <p>{t('composer.unapproved', { count: unapproved.length })}</p>
          <ul className="blockers">
            {unapproved.slice(0, shown).map(({ articleId, locale: of, title, reason }) => (
              <li key={`${articleId} ${of}`}>
                <Link href={`/studio/articles/${articleId}?locale=${of}`} lang={of}>
                  {title}
                </Link>
                <span className="quiet refused-place">
                  {of} · {t(`composer.reasons.${reason}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {own.length > 0 && (
        <p>
          <Icon name="locked" size={14} /> {t('composer.own', { keys: own.join(', ') })}
        </p>
      )}
    </ProblemNote>
  )
}
