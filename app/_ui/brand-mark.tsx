/** The mark of the public site: a drop from the source. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--brand, var(--mantine-primary-color-filled))" />
      <path
        d="M16 6.500c4.600 5.900 7.400 9.400 7.400 13a7.400 7.400 0 0 1-14.800 0c0-3.600 2.800-7.100 7.400-13z"
        fill="var(--on-brand, var(--mantine-primary-color-contrast))"
      />
    </svg>
  )
}
