import type { z } from 'zod'
import { issueReason } from '#lib/document/issue-reason.ts'
import type { FieldError } from '../errors.ts'
import { detailOf, type Finding, finding } from '../findings.ts'

/** One entry of a list that was refused, by its name. */
export function refusedEntry(name: string, faults: readonly FieldError[]): Finding {
  const first = faults.slice(0, 5)
  return finding('entry-refused', { name, detail: detailOf(first) }, { faults: first })
}

/** What a schema found, as faults. */
export function faultsOfIssues(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.map(issue => ({
    pointer: issue.path.map(step => `/${String(step)}`).join(''),
    message: issue.message,
    ...issueReason(issue),
  }))
}
