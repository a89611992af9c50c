import { matchAt, passFullStop, remember, type Scan } from './scan.ts'

/** Nominative, genitive ("с понедельника") and accusative ("по пятницу") of the days that are written with two letters. */
const days: ReadonlyMap<string, readonly [string, string, string]> = new Map([
  ['пн', ['понедельник', 'понедельника', 'понедельник']],
  ['вт', ['вторник', 'вторника', 'вторник']],
  ['ср', ['среда', 'среды', 'среду']],
  ['чт', ['четверг', 'четверга', 'четверг']],
  ['пт', ['пятница', 'пятницы', 'пятницу']],
  ['сб', ['суббота', 'субботы', 'субботу']],
  ['вс', ['воскресенье', 'воскресенья', 'воскресенье']],
])
const names = [...days.keys()].join('|')
const weekday = new RegExp(`(${names})(?![а-яё])\\.?(?:[ \\u00a0]?[–—-][ \\u00a0]?(${names})(?![а-яё])\\.?)?`, 'iy')

/** "Пн–Пт" → "с понедельника по пятницу", "Сб" → "суббота". Returns whether it has spoken. */
export function speakWeekday(scan: Scan): boolean {
  const match = matchAt(weekday, scan.text, scan.at)
  if (match === null) return false
  const first = days.get(match[1]!.toLowerCase())!
  const { before } = scan
  if (match[2] !== undefined) {
    if (before !== 'с') scan.out.word('с')
    scan.out.word(`${first[1]} по ${days.get(match[2].toLowerCase())![2]}`)
  } else
    scan.out.word(
      before === 'с' || before === 'до' || before === 'кроме'
        ? first[1]
        : before === 'по' || before === 'в' || before === 'на'
          ? first[2]
          : first[0],
    )
  const end = weekday.lastIndex
  scan.at = match[0].endsWith('.') ? passFullStop(scan, end - 1, true) : end
  remember(scan, first[0])
  return true
}
