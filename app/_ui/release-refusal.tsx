'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { KeptRefusal } from '#lib/kept-refusal.ts'
import type { Problem } from './call-api.ts'
import { ProblemNote } from './problem-note.tsx'
import { useFieldFault } from './use-field-fault.ts'
import { useChannelsText, usePlaceText } from './use-loss-text.ts'
import { useProblemText } from './use-problem-text.ts'

interface RefusedLoss {
  slug: string
  target?: string
  locale: string
  channel: ChannelKind
  path: string
  message: { ru: string; en: string }
}

/** Places that are named; the rest follows once these are put right. */
const shown = 20

/** A refusal that was kept, e.g. of a release by the clock, like one that comes back at once. */
export function keptProblem(refusal: KeptRefusal): Problem {
  return { status: 422, title: '', ...refusal }
}

interface Props {
  problem: Problem
  /** Ids of the articles that were to be published: where only others are missing, the way to a release of all of them. */
  together?: string[]
  /** Titles of the articles that were named, by id. */
  titles?: ReadonlyMap<string, string>
}

/** Why a release was refused: each fault once, with its article, language, places and the channels that it stops. */
export function ReleaseRefusal({ problem, together, titles }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const say = useProblemText()
  const sayFault = useFieldFault()
  const sayPlace = usePlaceText()
  const sayChannels = useChannelsText()
  const losses = (problem.losses ?? []) as RefusedLoss[]
  const faults = [...Map.groupBy(losses, loss => `${loss.slug} ${loss.locale} ${loss.message.en}`)]
  const unapproved = (problem.unapproved ?? []) as { slug: string; locale: string; title: string; reason: 'unapproved' | 'changed' }[]
  const own = (problem.own ?? []) as string[]
  if (unapproved.length + own.length > 0)
    return (
      <ProblemNote>
        <p>{t('workflow.refused.title')}</p>
        <ul>
          {unapproved.map(({ slug, locale, title, reason }) => (
            <li key={`${slug} ${locale}`}>
              {title}
              <span className="quiet refused-place">
                {slug} · {locale} · {t(`workflow.refused.${reason}`)}
              </span>
            </li>
          ))}
          {own.map(key => (
            <li key={key}>
              <code>{key}</code> {t('workflow.refused.own')}
            </li>
          ))}
        </ul>
      </ProblemNote>
    )
  const named = (problem.errors ?? []).filter(({ pointer }) => /^\/(articles|withdraw)\/\d+$/.test(pointer))
  if (losses.length === 0 && named.length > 0)
    return (
      <ProblemNote>
        <p>{t('losses.notReleased', { count: named.length })}</p>
        <ul>
          {named.slice(0, shown).map(fault => (
            <li key={fault.pointer}>
              {titles?.get(String(fault.arguments?.value)) ?? fault.arguments?.slug}
              <span className="quiet refused-place">{sayFault(fault)}</span>
            </li>
          ))}
        </ul>
      </ProblemNote>
    )
  if (losses.length === 0)
    return (
      <ProblemNote>
        <p>{say(problem)}</p>
      </ProblemNote>
    )
  const targets = losses.map(({ target }) => target)
  const isComplete = together && targets.every(target => target !== undefined)
  return (
    <ProblemNote>
      <p>{t('losses.refused', { count: faults.length })}</p>
      <ul>
        {faults.slice(0, shown).map(([key, same]) => (
          <li key={key}>
            {same[0]?.message[locale]}
            <span className="quiet refused-place">
              {[same[0]?.slug, same[0]?.locale, ...new Set(same.map(({ path }) => sayPlace(path)))].join(' · ')}
              {' · '}
              {sayChannels(same)}
            </span>
          </li>
        ))}
      </ul>
      {isComplete && (
        <p>
          <Link className="meta-link" href={`/studio/releases/new?articles=${[...new Set([...together, ...targets])].join(',')}`}>
            {t('losses.together')}
          </Link>
        </p>
      )}
    </ProblemNote>
  )
}
