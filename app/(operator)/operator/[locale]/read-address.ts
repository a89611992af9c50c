/** Longest question that is taken from outside, in UTF-16 units. */
export const mostQuestion = 500

/** What an address says. */
export interface PanelAddress {
  q: string
  token: string | null
  phone: string | null
}

/** What the address of a panel says: `?q=` a question, `#token=` the one-time token of a frame, `#phone=` who calls, `#topic=` about what. The fragment never leaves the browser. */
export function readAddress({ search, hash }: { search: string; hash: string }): PanelAddress {
  const fragment = new URLSearchParams(hash.replace(/^#/, ''))
  const q = new URLSearchParams(search).get('q') || fragment.get('topic') || ''
  // Telephony writes "#phone=+7…" as it stands; read as a form, its plus is a space.
  const phone = (fragment.get('phone') ?? '').replace(/^ (?=\d)/, '+')
  return { q: q.slice(0, mostQuestion), token: fragment.get('token'), phone: readPhone(phone) }
}

/** Whether a fragment is about a call; others are places in a text. */
export function isAboutCall(hash: string): boolean {
  const fragment = new URLSearchParams(hash.replace(/^#/, ''))
  return ['token', 'phone', 'topic'].some(name => fragment.has(name))
}

/** The signs of a telephone number, at most thirty; null: there are none. */
export function readPhone(text: string): string | null {
  return (
    text
      .replace(/[^\d+*# ()-]/g, '')
      .slice(0, 30)
      .trim() || null
  )
}
