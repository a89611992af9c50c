import type { Interface } from '#app/_i18n/read-interface.ts'

/** Bytes as people read them: kilobytes below a megabyte. */
export function sizeInWords(bytes: number, t: Interface['t'], format: Interface['format']): string {
  const number = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  return bytes < 1_048_576
    ? t('catalogue.media.kilobytes', { size: number(bytes / 1024) })
    : t('catalogue.media.megabytes', { size: number(bytes / 1_048_576) })
}
