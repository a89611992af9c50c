import { readInterface } from '#app/_i18n/read-interface.ts'

const height = 28

/** Failures a day, the last four weeks, as bars; said in a number for who cannot see them. */
export async function Trend({ days }: { days: readonly number[] }) {
  const { t } = await readInterface()
  const most = Math.max(1, ...days)
  const total = days.reduce((sum, day) => sum + day, 0)
  const bar = (day: number, at: number) => {
    const tall = day === 0 ? 1 : Math.max(3, (day / most) * height)
    return `M${at * 4} ${height}v${-tall}h3v${tall}z`
  }
  const drawn = (isNone: boolean) => days.map((day, at) => ((day === 0) === isNone ? bar(day, at) : '')).join('')
  return (
    <svg className="trend" viewBox={`0 0 ${days.length * 4} ${height}`} role="img" aria-label={t('learning.trend', { total })}>
      <path className="none" d={drawn(true)} />
      <path d={drawn(false)} />
    </svg>
  )
}
