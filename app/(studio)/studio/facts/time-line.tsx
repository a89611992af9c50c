'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { FactValidity } from '#lib/document/fact-validity.ts'
import { type Period, periodsOf } from './periods.ts'

interface Props {
  values: readonly FactValidity[]
  /** How each value reads. */
  texts: readonly string[]
  /** Milliseconds. */
  now: number
  chosen: number
  onChoose: (index: number) => void
}

const [width, height, bar] = [1000, 44, 16]

/** The values of a fact along time: what was said, is said and will be said; each stretch leads to its value. */
export function TimeLine({ values, texts, now, chosen, onChoose }: Props) {
  const t = useTranslations('catalogue.facts')
  const format = useFormatter()
  const periods = periodsOf(values)
  const place = scaleOf(periods, now)
  const day = (instant: number) =>
    format.dateTime(instant, { dateStyle: 'medium', timeStyle: instant % 60_000 === 0 ? 'short' : undefined })
  const tenseOf = ({ from, to }: Period) => (to !== null && to <= now ? 'past' : from !== null && from > now ? 'future' : 'now')
  const spanOf = ({ from, to }: Period) => {
    if (from === null && to === null) return t('always')
    if (from === null) return t('until', { to: day(to as number) })
    return to === null ? t('since', { from: day(from) }) : t('between', { from: day(from), to: day(to) })
  }
  return (
    <div className="time-line">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className="time-bar" aria-hidden="true">
        {periods.map(period => {
          const [left, right] = [place(period.from, 0), place(period.to, width)]
          const look = period.index === null ? 'none' : tenseOf(period)
          return (
            <rect
              key={`${period.from}`}
              x={left + 2}
              y={14}
              width={Math.max(right - left - 4, 3)}
              height={bar}
              rx={3}
              className={`time-${look}${period.index === chosen ? ' time-chosen' : ''}`}
            />
          )
        })}
        <line x1={place(now, 0)} x2={place(now, 0)} y1={4} y2={height - 4} className="time-here" />
      </svg>
      <ol className="time-list" aria-label={t('timeLine')}>
        {periods.map(period => {
          const tense = tenseOf(period)
          return (
            <li key={`${period.from}`}>
              {period.index === null ? (
                <span className="time-step time-step-none">
                  <strong>{t('nothing')}</strong>
                  <span className="quiet">{spanOf(period)}</span>
                </span>
              ) : (
                <button
                  type="button"
                  className={`time-step time-step-${tense}`}
                  aria-current={period.index === chosen ? 'true' : undefined}
                  onClick={() => onChoose(period.index as number)}
                >
                  <strong>{texts[period.index]}</strong>
                  <span className="quiet">
                    {t(`tense.${tense}`)} · {spanOf(period)}
                  </span>
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** Where an instant stands on the line: evenly between the first and the last edge, with room for what is open at both ends. */
function scaleOf(periods: readonly Period[], now: number): (instant: number | null, open: number) => number {
  const edges = [now, ...periods.flatMap(({ from, to }) => [from, to]).filter(edge => edge !== null)]
  const [first, last] = [Math.min(...edges), Math.max(...edges)]
  const span = Math.max(last - first, 86_400_000)
  const margin = 0.18
  return (instant, open) => (instant === null ? open : ((instant - first) / span) * width * (1 - 2 * margin) + width * margin)
}
