import type { Words } from '#app/_ui/say-problem.ts'

/** An action of the audit log in words, e.g. `session.ended` → "Session: ended"; one without words as it is written. */
export function sayAction(t: Words, action: string): string {
  const at = action.indexOf('.')
  const [noun, verb] = [`admin.audit.of.${action.slice(0, at)}`, `admin.audit.verbs.${action.slice(at + 1)}`]
  return t.has(noun) && t.has(verb) ? t('admin.audit.said', { noun: t(noun), verb: t(verb) }) : action
}

/** What a subject such as `article:018f…` is, in words, and its id or key. */
export function saySubject(t: Words, subject: string): { kind: string; id: string } {
  const at = subject.indexOf(':')
  const kind = at < 0 ? subject : subject.slice(0, at)
  const key = `admin.audit.of.${kind}`
  return { kind: t.has(key) ? t(key) : kind, id: at < 0 ? '' : subject.slice(at + 1) }
}
