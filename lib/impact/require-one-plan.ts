import { IstokError } from '../errors.ts'

/**
 * Passes when a plan asks for one thing: the members that it has belong together, which each of `kinds` lists. Throws invalid, naming every member of a plan that
 * asks for several things at once: what is shown for one of them would be taken for all.
 */
export function requireOnePlan(plan: object, kinds: readonly (readonly string[])[]): void {
  const given = Object.entries(plan).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  const asked = kinds.filter(names => names.some(name => given.includes(name)))
  if (asked.length < 2) return
  const values = given.join(', ')
  throw new IstokError('invalid', `Ask for one change at a time: ${values} cannot stand together`, {
    errors: given.map(name => ({
      pointer: `/${name}`,
      message: `cannot stand beside the others of ${values}`,
      reason: 'plans-at-once',
      arguments: { values },
    })),
  })
}
