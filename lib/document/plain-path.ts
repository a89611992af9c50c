/** The path of an address of another site, as old addresses are kept: decoded, without the last slash. null: it names no page. */
export function oldPath(address: string): string | null {
  const base = 'http://old.invalid'
  if (!URL.canParse(address, base)) return null
  const { protocol, pathname } = new URL(address, base)
  if (!/^https?:$/.test(protocol)) return null
  return plainPath(pathname)
}

/** One spelling for all that mean one page; Zendesk's pages are known by their number, whatever title stands behind it. */
export function plainPath(pathname: string): string | null {
  let path = pathname
  try {
    path = decodeURIComponent(pathname)
  } catch {
    // What cannot be decoded is compared as it stands.
  }
  path = path.normalize('NFC').replace(/\/+$/, '')
  const [, zendesk] = /^(\/hc\/[a-z-]{2,10}\/articles\/\d{1,20})(-[^/]*)?$/i.exec(path) ?? []
  path = zendesk?.toLowerCase() ?? path
  return path === '' || path.length > 500 ? null : path
}
