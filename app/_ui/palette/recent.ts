import type { IconName } from '../icon.tsx'

/** Something that was chosen in the palette before. */
export interface Recent {
  href: string
  title: string
  icon: IconName
}

const place = 'istok-recent'
const most = 8

/** What was chosen last, the newest first; empty where the browser keeps nothing. */
export function readRecent(): Recent[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(list) ? list.filter(isRecent).slice(0, most) : []
  } catch {
    return []
  }
}

/** Puts one to the front. */
export function keepRecent(one: Recent): void {
  try {
    localStorage.setItem(place, JSON.stringify([one, ...readRecent().filter(({ href }) => href !== one.href)].slice(0, most)))
  } catch {
    // A browser that keeps nothing has no recent things.
  }
}

/** Only addresses of this site. */
function isRecent(value: unknown): value is Recent {
  const { href, title, icon } = (value ?? {}) as Partial<Record<keyof Recent, unknown>>
  return typeof href === 'string' && /^\/(?!\/)/.test(href) && typeof title === 'string' && typeof icon === 'string'
}
