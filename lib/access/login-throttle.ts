import { LRUCache } from 'lru-cache'
import { now } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

interface Limit {
  failures: number
  /** Milliseconds. */
  window: number
}

/** OWASP ASVS 6.3.1. Per account and address, so that a stranger cannot lock somebody out; and per address, whatever the accounts. */
const perAccount: Limit = { failures: 5, window: 15 * 60_000 }
const perAddress: Limit = { failures: 50, window: 60 * 60_000 }

interface Throttle {
  accounts: LRUCache<string, number[]>
  addresses: LRUCache<string, number[]>
}
const throttles = new WeakMap<Istok, Throttle>()

/**
 * Counts an attempt to sign in as a failure until `succeed` says otherwise, so that parallel guesses are counted before they are checked. Throws
 * rate_limited with Retry-After (seconds) when account or address have had their failures.
 */
export function countAttempt(istok: Istok, email: string, address: string): { succeed: () => void } {
  const { accounts, addresses } = throttleOf(istok)
  const account = JSON.stringify([email, address])
  const ofAccount = recent(accounts.get(account), perAccount)
  const ofAddress = recent(addresses.get(address), perAddress)
  const wait = Math.max(waitOf(ofAccount, perAccount), waitOf(ofAddress, perAddress))
  if (wait > 0) {
    const seconds = String(Math.ceil(wait / 1000))
    throw new IstokError('rate_limited', 'Too many attempts to sign in; try again later', { headers: { 'Retry-After': seconds } })
  }
  const at = now()
  accounts.set(account, [...ofAccount, at])
  addresses.set(address, [...ofAddress, at])
  return {
    succeed() {
      accounts.delete(account)
      addresses.set(address, without(addresses.get(address) ?? [], at))
    },
  }
}

function throttleOf(istok: Istok): Throttle {
  let throttle = throttles.get(istok)
  if (throttle === undefined) {
    throttle = { accounts: new LRUCache({ max: 50_000 }), addresses: new LRUCache({ max: 50_000 }) }
    throttles.set(istok, throttle)
  }
  return throttle
}

function recent(failures: number[] = [], { window }: Limit): number[] {
  return failures.filter(at => now() - at < window)
}

/** Milliseconds until the next attempt is allowed. */
function waitOf(failures: number[], limit: Limit): number {
  if (failures.length < limit.failures) return 0
  return (failures.at(-limit.failures) ?? 0) + limit.window - now()
}

function without(failures: number[], at: number): number[] {
  const index = failures.indexOf(at)
  return index < 0 ? failures : failures.toSpliced(index, 1)
}
