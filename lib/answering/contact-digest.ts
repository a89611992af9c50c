import { createHmac } from 'node:crypto'
import type { Istok } from '../istok.ts'

export const contactTypes = ['phone', 'email', 'telegram', 'crm'] as const

/** How a customer is known to the caller. Never stored as it is. */
export interface Contact {
  type: (typeof contactTypes)[number]
  /** At most 200 UTF-16 units. */
  value: string
}

/** A keyed digest by which the same contact is known again, and nobody can be found: the key is the installation's secret. Spelling does not count. */
export function contactDigest({ secret }: Istok, { type, value }: Contact): string {
  const plain = value.normalize('NFKC').trim().toLowerCase()
  const spelled = type === 'phone' ? plain.replace(/\D/g, '').replace(/^8(?=\d{10}$)/, '7') : plain
  return `c:${createHmac('sha256', secret).update(`contact\n${type}\n${spelled}`).digest('base64url').slice(0, 24)}`
}
