import { z } from 'zod'
import { canonicalDocument, canonicalInlines } from './canonical-document.ts'
import { escapePointer } from './escape-pointer.ts'
import { issueReason } from './issue-reason.ts'
import { documentLimits } from './limits.ts'
import { type InputError, measureInput } from './measure-input.ts'
import { documentSchema, inlinesSchema, snippetDocumentSchema } from './schema.ts'
import type { Document, Inline } from './types.ts'

export type ParsedDocument = { ok: true; document: Document } | { ok: false; errors: InputError[] }
export type ParsedInlines = { ok: true; inlines: Inline[] } | { ok: false; errors: InputError[] }

/**
 * Reads a document from outside and returns its canonical form, or errors with JSON pointers. Never throws, whatever the input: size and depth
 * are checked without recursion before the schema sees it. `snippet` refuses snippets inside. ≤ 2 ms for 20 KB.
 */
export function parseDocument(input: unknown, options: { snippet?: boolean } = {}): ParsedDocument {
  const tooLarge = measureInput(input)
  if (tooLarge !== null) return { ok: false, errors: [tooLarge] }
  const result = (options.snippet === true ? snippetDocumentSchema : documentSchema).safeParse(input)
  return result.success ? { ok: true, document: canonicalDocument(result.data) } : { ok: false, errors: inputErrors(result.error) }
}

/** Reads inline content from outside, e.g. a short answer; as parseDocument. */
export function parseInlines(input: unknown): ParsedInlines {
  const tooLarge = measureInput({ content: input })
  if (tooLarge !== null) return { ok: false, errors: [{ ...tooLarge, pointer: tooLarge.pointer.replace(/^\/content/, '') }] }
  const result = inlinesSchema.safeParse(input)
  return result.success ? { ok: true, inlines: canonicalInlines(result.data) } : { ok: false, errors: inputErrors(result.error) }
}

/** For a zod schema beside a route: takes any JSON, gives the canonical document, reports the same errors at the same places. */
export const documentInputSchema = z.unknown().transform((input, context): Document => {
  const parsed = parseDocument(input)
  if (parsed.ok) return parsed.document
  report(parsed.errors, context)
  return z.NEVER
})

/** As documentInputSchema, for the document of a snippet. */
export const snippetInputSchema = z.unknown().transform((input, context): Document => {
  const parsed = parseDocument(input, { snippet: true })
  if (parsed.ok) return parsed.document
  report(parsed.errors, context)
  return z.NEVER
})

/** As documentInputSchema, for inline content. */
export const inlinesInputSchema = z.unknown().transform((input, context): Inline[] => {
  const parsed = parseInlines(input)
  if (parsed.ok) return parsed.inlines
  report(parsed.errors, context)
  return z.NEVER
})

function report(errors: readonly InputError[], context: z.RefinementCtx): void {
  for (const error of errors) {
    const path = error.pointer.split('/').slice(1).map(stepOfPointer)
    context.addIssue({
      code: 'custom',
      path,
      message: error.message,
      params: { reason: error.reason, arguments: error.arguments },
      input: undefined,
    })
  }
}

function stepOfPointer(step: string): string | number {
  return /^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** zod's issues as JSON pointers (RFC 6901), at most documentLimits.errors. */
function inputErrors(error: z.ZodError): InputError[] {
  return error.issues.slice(0, documentLimits.errors).map(issue => ({
    pointer: issue.path.map(step => `/${escapePointer(step)}`).join(''),
    message: messageOf(issue),
    ...issueReason(issue),
  }))
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union' && 'discriminator' in issue && issue.discriminator === 'type')
    return 'this node or mark is not allowed here'
  if (issue.code === 'unrecognized_keys')
    return `unknown key ${issue.keys
      .slice(0, 5)
      .map(key => JSON.stringify(key.slice(0, 80)))
      .join(', ')}`
  return issue.message
}
