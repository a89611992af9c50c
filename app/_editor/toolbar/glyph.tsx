import { Icon, type IconName } from '#app/_ui/icon.tsx'

/** Line drawings of the editor's own, on a 24 grid like the ones of `Icon`. */
const own: Record<string, string> = {
  steps: 'M4.500 6.500 6 5v6M4 15.500h3l-3 4h3M11 7h9M11 17h9',
  table: 'M3.500 5h17v14h-17zM3.500 9.700h17M3.500 14.300h17M9.200 5v14M14.800 5v14',
  snippet: 'M4 4.500h9v9H4zM9 17v2.500h11v-11h-3',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  image: 'M3.500 5h17v14h-17zM3.500 16l5-5 4.500 4.500 2.500-2.500 5 5M15.500 9.500v.1',
  details: 'M4 7h4l-2 2.600zM11 8h9M11 12.500h9M11 17h6',
  quote: 'M5 6v12M9.500 8H20M9.500 12H20M9.500 16H16',
  code: 'M8.500 7.500 4 12l4.500 4.500M15.500 7.500 20 12l-4.500 4.500',
  divider: 'M4 12h16',
  redo: 'M15.500 4.500 20 9l-4.500 4.500M20 9H10a5.500 5.500 0 0 0 0 11h4',
  bulletList: 'M9.500 6.500H20M9.500 12H20M9.500 17.500H20M5 6.500h.1M5 12h.1M5 17.500h.1',
  orderedList: 'M10 6.500h10M10 12h10M10 17.500h10M4.500 5 5.700 4.500V9M4.300 14.500h2.400l-2.400 4.500h2.400',
  up: 'M12 19.500v-15M6 10.500l6-6 6 6',
  down: 'M12 4.500v15M6 13.500l6 6 6-6',
  rowAbove: 'M4 12h16v8H4zM12 3v5.500M9.200 5.700h5.600',
  rowBelow: 'M4 4h16v8H4zM12 15.500V21M9.200 18.300h5.600',
  columnBefore: 'M12 4v16h8V4zM3 12h5.500M5.700 9.200v5.600',
  columnAfter: 'M4 4v16h8V4zM15.500 12H21M18.300 9.200v5.600',
  headerRow: 'M3.500 5h17v14h-17zM3.500 10h17M6.500 7.500h11',
  merge: 'M3.500 5h17v14h-17zM7 12h3.500M8.700 10l2 2-2 2M17 12h-3.500M15.300 10l-2 2 2 2',
  split: 'M3.500 5h17v14h-17zM12 5v14M9.500 12h-3M8 10.200 6.200 12 8 13.800M14.500 12h3M16 10.200l1.800 1.800-1.800 1.800',
  deleteRow: 'M4 9h16v6H4zM9 4l6 0M9.500 18.500l5 3M14.500 18.500l-5 3',
  deleteColumn: 'M9 4v16h6V4zM18.500 9.500l3 5M21.500 9.500l-3 5',
  deleteTable: 'M5 7.500h14M9.500 7.500V5h5v2.500M7 7.500l1 12h8l1-12',
}

/** A drawing by name, a channel's face, or, when there is none, the letters themselves. */
export function Glyph({ name, size = 18 }: { name: string; size?: number }) {
  const path = own[name]
  if (path)
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
        className="icon"
        aria-hidden="true"
      >
        <path d={path} />
      </svg>
    )
  if (/^[a-z]{3,}$/.test(name)) return <Icon name={name as IconName} size={size} />
  return (
    <span className="glyph-letters" aria-hidden="true">
      {name}
    </span>
  )
}
