/** The mark: one source, and what flows from it. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled)" />
      <g stroke="var(--mantine-primary-color-contrast)" strokeWidth="1.8" strokeLinecap="round">
        <path d="M16 13.5V24M16 13.500c0 5-6.500 4.500-6.500 10.500M16 13.500c0 5 6.500 4.500 6.500 10.500" />
        <circle cx="16" cy="9.500" r="2.600" fill="var(--mantine-primary-color-contrast)" stroke="none" />
      </g>
    </svg>
  )
}
