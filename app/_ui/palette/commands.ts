import { switchLayout } from '#lib/search/repair/layout.ts'
import type { IconName } from '../icon.tsx'

/** One line of the palette. */
export interface Command {
  id: string
  title: string
  detail?: string
  lang?: string
  icon: IconName
  /** Where it leads; else `run` does it. */
  href?: string
  run?: () => void
  /** Further words under which it is found. */
  words?: string
}

export interface CommandGroup {
  title: string
  commands: Command[]
}

/** The commands whose name has every word of the query, as typed or as typed in the other keyboard layout. */
export function findCommands(commands: Command[], query: string): Command[] {
  const readings = [query, switchLayout(query)].flatMap(reading => (reading === null ? [] : [plain(reading).split(/\s+/).filter(Boolean)]))
  return commands.filter(({ title, words = '' }) => {
    const text = plain(`${title} ${words}`)
    return readings.some(reading => reading.length > 0 && reading.every(word => text.includes(word)))
  })
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
