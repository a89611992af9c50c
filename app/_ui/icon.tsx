/** Line drawings on a 24 grid. The five channels have the same faces everywhere. */
export const drawings = {
  website: 'M4 5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5zM4 8.5h16M8 12.5h8M8 16h5',
  chatbot:
    'M4 6.5A1.5 1.5 0 0 1 5.5 5h9A1.5 1.5 0 0 1 16 6.5v5a1.5 1.5 0 0 1-1.5 1.5H8l-4 3zM19 10h-.5v4.5a1 1 0 0 1-1 1H10v.5a1 1 0 0 0 1 1h5.5L20 20v-9a1 1 0 0 0-1-1z',
  ivr: 'M6.5 3.5h3l1.5 4-2 1.5a11 11 0 0 0 6 6l1.5-2 4 1.5v3a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4.500 5.500a2 2 0 0 1 2-2z',
  operator:
    'M4 14v-2a8 8 0 0 1 16 0v2M4 14.500a1.500 1.500 0 0 1 1.500-1.500H7v5.500H5.500A1.500 1.500 0 0 1 4 17zM20 14.500a1.500 1.500 0 0 0-1.500-1.500H17v5.500h1.500A1.500 1.500 0 0 0 20 17zM20 17c0 2.500-2.500 3.500-5 3.500h-1.500',
  agent:
    'M8.500 4H7a2 2 0 0 0-2 2v3.500c0 1.400-.8 2.500-2 2.500 1.200 0 2 1.100 2 2.500V18a2 2 0 0 0 2 2h1.500M15.500 4H17a2 2 0 0 1 2 2v3.500c0 1.400.8 2.500 2 2.500-1.200 0-2 1.100-2 2.500V18a2 2 0 0 1-2 2h-1.500',
  home: 'M4 11 12 4.500 20 11M6 9.500v10h12v-10M10 19.500v-5h4v5',
  articles: 'M6 3.500h8l4 4v13H6zM14 3.500v4h4M9 12h6M9 15.500h6',
  reviews: 'M4 5.5h16v11h-9L6.500 20v-3.500H4zM8.500 11l2.300 2.300 4.700-4.800',
  comment: 'M4 5.500h16v11h-9L6.500 20v-3.500H4zM8 9.500h8M8 12.500h5',
  history: 'M4 12a8 8 0 1 0 2.600-5.900M4 4.500v4h4M12 8v4.500l3 2',
  back: 'M9 7 4 12l5 5M4 12h11a5 5 0 0 1 5 5',
  facts: 'M9.500 4 7.500 20M16.500 4l-2 16M4.500 9h16M3.500 15h16',
  releases: 'M12 3.500 3.500 8 12 12.500 20.500 8zM3.500 12 12 16.500 20.500 12M3.500 16 12 20.500 20.500 16',
  calendar: 'M4.500 6h15v13.500h-15zM4.500 10h15M8.500 3.500V7M15.500 3.500V7',
  clock: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 7.500V12l3 2.500',
  key: 'M14.500 9.500a4.500 4.500 0 1 1-2.200-3.900M11.300 11.300 20 20M17 17l2-2M14 14l1.500-1.500',
  user: 'M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.5-4 3.500-6 7.500-6s7 2 7.500 6',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  moon: 'M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z',
  auto: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 3.500v17M12 8h5.500M12 12h8.500M12 16h5.500',
  language: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM3.500 12h17M12 3.500c5 5 5 12 0 17M12 3.500c-5 5-5 12 0 17',
  check: 'M4.500 12.500l5 5 10-11',
  published: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM8 12.300l2.800 2.700L16 9.500',
  changed: 'M4 20l1-4L16.500 4.500l3 3L8 19zM14 7l3 3',
  draft: 'M7 3.500h1.500M11.500 3.500h2M18 7.500l-4-4M18 10v2M18 15v2M6 5v2M6 10v2M6 15v2M6 20h1.500M10.500 20.500h2M15.500 20.500H18V19',
  withdrawn: 'M4 5h16v4H4zM5.500 9v10.500h13V9M9.500 13h5',
  info: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 11v5.500M12 7.600v.3',
  warning: 'M12 4 2.500 20h19zM12 10v5M12 17.300v.3',
  error: 'M8.500 3.500h7l5 5v7l-5 5h-7l-5-5v-7zM12 8v5M12 15.800v.3',
  copy: 'M8.500 8.500h11v11h-11zM15.500 8.500v-4h-11v11h4',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.500 15.500l5 5',
  left: 'M14.500 6l-6 6 6 6',
  right: 'M9.500 6l6 6-6 6',
  down: 'M6 9.500l6 6 6-6',
  out: 'M10 4.500H5v15h5M10 12h10M16.500 8.500 20 12l-3.500 3.500',
  open: 'M13.500 4.500h6v6M19.500 4.500l-9 9M17 14v5.500H4.500V7H10',
  undo: 'M8.500 4.500 4 9l4.500 4.500M4 9h10a5.500 5.500 0 0 1 0 11h-4',
  send: 'M12 19.500v-15M5.500 11 12 4.500l6.500 6.500',
  close: 'M6 6l12 12M18 6 6 18',
  windows: 'M3.500 4.500h8v6.500h-8zM14.500 4.500h6v6.500h-6zM3.500 14h6v5.500h-6zM12.500 14h8v5.500h-8z',
  locked: 'M6 10.500h12v9.500H6zM8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500',
} as const

export type IconName = keyof typeof drawings

interface Props {
  name: IconName
  /** Pixels. */
  size?: number
  /** Said aloud; without it the icon stands beside a word and is silent. */
  label?: string
}

export function Icon({ name, size = 18, label }: Props) {
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
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      <path d={drawings[name]} />
    </svg>
  )
}
