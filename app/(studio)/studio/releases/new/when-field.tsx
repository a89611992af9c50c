'use client'

import { SegmentedControl } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { instantOf, isSkipped, type WallTime, wallTimeOf } from '#app/_ui/zoned-time.ts'

export interface When {
  isLater: boolean
  wall: WallTime
}

interface Props {
  when: When
  zone: string
  onChange: (when: When) => void
}

/** A first proposal: the next full hour of the organisation's clocks. */
export function nextHour(now: number, zone: string): WallTime {
  const hour = 3600_000
  return wallTimeOf(Math.ceil((now + 60_000) / hour) * hour, zone)
}

/** Why this moment cannot be chosen; null: it can. */
export function faultOf({ isLater, wall }: When, zone: string, now: number): 'incomplete' | 'past' | null {
  if (!isLater) return null
  const instant = instantOf(wall, zone)
  if (instant === null) return 'incomplete'
  return instant <= now ? 'past' : null
}

/** Now, or at a date and a time (with seconds) of the organisation's zone; says what that means and refuses the past. */
export function WhenField({ when, zone, onChange }: Props) {
  const t = useTranslations('composer')
  const format = useFormatter()
  const locale = useLocale()
  const id = useId()
  const now = useNow(1000)
  const fault = faultOf(when, zone, now)
  const instant = instantOf(when.wall, zone)
  const set = (change: Partial<WallTime>) => onChange({ ...when, wall: { ...when.wall, ...change } })
  return (
    <div className="when">
      <SegmentedControl
        aria-label={t('when')}
        value={when.isLater ? 'later' : 'now'}
        onChange={value => onChange({ ...when, isLater: value === 'later' })}
        data={[
          { value: 'now', label: t('now') },
          { value: 'later', label: t('later') },
        ]}
      />
      {when.isLater && (
        <>
          <div className="when-fields">
            <label htmlFor={`${id}-date`}>
              {t('date')}
              <input
                id={`${id}-date`}
                type="date"
                name="date"
                className="field"
                required
                aria-invalid={fault !== null}
                aria-describedby={`${id}-said`}
                value={when.wall.date}
                min={wallTimeOf(now, zone).date}
                onChange={event => set({ date: event.currentTarget.value })}
              />
            </label>
            <label htmlFor={`${id}-time`}>
              {t('time')}
              <input
                id={`${id}-time`}
                type="time"
                name="time"
                step={1}
                className="field"
                required
                aria-invalid={fault !== null}
                aria-describedby={`${id}-said`}
                value={when.wall.time}
                onChange={event => set({ time: event.currentTarget.value })}
              />
            </label>
          </div>
          <p id={`${id}-said`} className={fault ? 'when-said when-fault' : 'when-said'} role={fault ? 'alert' : undefined}>
            {fault === null && instant !== null
              ? t('whenSaid', { relative: format.relativeTime(instant, now), zone: zoneName(zone, instant, locale) })
              : t(`whenFaults.${fault ?? 'incomplete'}`)}
          </p>
          {fault === null && instant !== null && isSkipped(when.wall, zone) && (
            <p className="when-said when-fault" role="alert">
              {t('whenSkipped', { typed: when.wall.time.slice(0, 5), time: wallTimeOf(instant, zone).time.slice(0, 5) })}
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** The zone in words with its offset: "Moscow Standard Time, GMT+3". */
export function zoneName(zone: string, instant: number, locale: string): string {
  const named = (timeZoneName: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName }).formatToParts(instant).find(({ type }) => type === 'timeZoneName')
      ?.value ?? zone
  const [long, offset] = [named('long'), named('shortOffset')]
  return long === offset ? `${zone}, ${offset}` : `${long}, ${offset}`
}

/** The present, renewed every `interval` milliseconds. */
export function useNow(interval: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), interval)
    return () => clearInterval(timer)
  }, [interval])
  return now
}
