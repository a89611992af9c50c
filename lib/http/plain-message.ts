import type { z } from '@hono/zod-openapi'

/** How the sentences begin that zod writes where a schema has none of its own. */
const byZod = /^(?:Invalid input|Invalid option|Too big|Too small)/
const names: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
}
const counted: Readonly<Record<string, string>> = { string: 'characters', array: 'members', set: 'members' }

/** A fault in words that follow the name of a field ("?limit must be at most 200"), naming the limit; those of a schema stay as they are. */
export function plainMessage(issue: z.core.$ZodIssue): string {
  if (!byZod.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'too_big':
      return counted[issue.origin] ? `must have at most ${issue.maximum} ${counted[issue.origin]}` : `must be at most ${issue.maximum}`
    case 'too_small':
      return counted[issue.origin] ? `must have at least ${issue.minimum} ${counted[issue.origin]}` : `must be at least ${issue.minimum}`
    case 'invalid_type':
      return /received undefined/.test(issue.message) ? 'is needed' : `must be ${names[issue.expected] ?? `an ${issue.expected}`}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    default:
      return issue.message
  }
}
