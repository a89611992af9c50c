import { oldPath } from '#lib/document/plain-path.ts'

/** The paths under which an article was known that stood at an address; none when it names no page, or one of many by its query only. */
export function addressesOf(address: string): string[] {
  const isNumbered = /\.(action|php|aspx?|jsp|do)\?/i.test(address)
  const path = isNumbered || address.trim() === '' ? null : oldPath(address)
  return path === null ? [] : [path]
}

/** The site of an address, in lower case; null: it names none. */
export function siteOf(address: string): string | null {
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).host : null
}
