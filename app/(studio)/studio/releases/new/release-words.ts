import type { useFormatter, useTranslations } from 'use-intl'
import { wallTimeOf } from '#app/_ui/zoned-time.ts'
import type { Selection } from './selection.ts'

type Translate = ReturnType<typeof useTranslations<'composer'>>
type Format = ReturnType<typeof useFormatter>

/** What the button does, in words: "Publish 25 articles and 6 facts at 14:00". `at` in milliseconds; null: now. */
export function publishWords(
  selection: Selection,
  at: number | null,
  zone: string,
  now: number,
  { t, format }: { t: Translate; format: Format },
): string {
  const published = (['articles', 'facts', 'snippets'] as const)
    .filter(kind => selection[kind].length > 0)
    .map(kind => t(`counted.${kind}`, { count: selection[kind].length }))
  const withdrawn = selection.withdraw.length === 0 ? null : t('counted.articles', { count: selection.withdraw.length })
  const what = format.list(published, { type: 'conjunction' })
  const when = at === null ? '' : ` ${whenWords(at, zone, now, { t, format })}`
  if (withdrawn === null) return t('publish', { what }) + when
  return (published.length === 0 ? t('withdraw', { withdrawn }) : t('publishAndWithdraw', { what, withdrawn })) + when
}

/** "at 14:00" for today, "on 31 January at 14:00" for another day. */
export function whenWords(at: number, zone: string, now: number, { t, format }: { t: Translate; format: Format }): string {
  const seconds = wallTimeOf(at, zone).time.endsWith(':00') ? undefined : ('2-digit' as const)
  const time = format.dateTime(at, { timeZone: zone, hour: '2-digit', minute: '2-digit', second: seconds })
  if (wallTimeOf(at, zone).date === wallTimeOf(now, zone).date) return t('at', { time })
  return t('onAt', { date: format.dateTime(at, { timeZone: zone, day: 'numeric', month: 'long' }), time })
}
