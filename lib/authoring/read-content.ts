import { escapePointer } from '#lib/document/escape-pointer.ts'
import { parseDocument, parseInlines } from '#lib/document/parse-document.ts'
import type { Document, Inline } from '#lib/document/types.ts'
import { MarkdownError } from '#lib/markdown/markdown-error.ts'
import { parseInlineMarkdown, parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { type FieldError, IstokError } from '../errors.ts'
import type { TranslationContent } from './content.ts'
import type { Warning } from './references.ts'

/** Text as callers send it: Markdown, or the document itself (not yet checked). Exactly one of the two. */
export interface TextInput {
  markdown?: string
  document?: unknown
}

/** A translation as callers send it. A short answer is inline Markdown or inline content. */
export interface ContentInput extends TextInput {
  title: string
  shortAnswer?: string | unknown[]
  questions?: string[]
  variations?: Record<string, TextInput>
}

/** Reads what callers send: Markdown becomes documents, documents are checked. What Markdown could not say is a warning. Throws invalid with each place named. */
export function readContent(input: ContentInput): { content: TranslationContent; warnings: Warning[] } {
  const reading = newReading()
  const content: TranslationContent = {
    title: input.title,
    shortAnswer: readInlines(input.shortAnswer ?? '', '/shortAnswer', reading),
    questions: input.questions ?? [],
    document: readText(input, '', reading),
    variations: Object.fromEntries(
      Object.entries(input.variations ?? {}).map(([kind, text]) => [kind, readText(text, `/variations/${escapePointer(kind)}`, reading)]),
    ),
  }
  return { content, warnings: finish(reading) }
}

/** The documents of a snippet by locale, read in the same way; a snippet holds no snippets. Throws invalid. */
export function readDocuments(input: Record<string, TextInput>): { documents: Record<string, Document>; warnings: Warning[] } {
  const reading = newReading(true)
  const documents = Object.fromEntries(
    Object.entries(input).map(([locale, text]) => [locale, readText(text, `/documents/${escapePointer(locale)}`, reading)]),
  )
  return { documents, warnings: finish(reading) }
}

interface Reading {
  errors: FieldError[]
  warnings: Warning[]
  snippet: boolean
}

function newReading(snippet = false): Reading {
  return { errors: [], warnings: [], snippet }
}

function finish({ errors, warnings }: Reading): Warning[] {
  if (errors.length > 0) throw new IstokError('invalid', 'The text was not accepted', { errors })
  return warnings
}

const empty: Document = { type: 'doc', content: [] }

function readText(text: TextInput, pointer: string, reading: Reading): Document {
  if (text.markdown !== undefined && text.document !== undefined) {
    reading.errors.push({
      pointer: `${pointer}/markdown`,
      message: 'is given beside a document: send one of the two',
      reason: 'one-of-two',
    })
    return empty
  }
  if (text.markdown === undefined) return readDocument(text.document ?? empty, `${pointer}/document`, reading)
  const document = readMarkdown(text.markdown, `${pointer}/markdown`, reading)
  return reading.snippet ? readDocument(document, `${pointer}/markdown`, reading) : document
}

function readDocument(input: unknown, pointer: string, { errors, snippet }: Reading): Document {
  const parsed = parseDocument(input, { snippet })
  if (parsed.ok) return parsed.document
  errors.push(...parsed.errors.map(error => ({ ...error, pointer: `${pointer}${error.pointer}` })))
  return empty
}

function readMarkdown(markdown: string, pointer: string, reading: Reading): Document {
  try {
    const { document, warnings } = parseMarkdown(markdown)
    reading.warnings.push(...warnings.map(({ line, kind, message }) => ({ path: pointer, line, reason: kind, message })))
    return document
  } catch (error) {
    refuse(error, pointer, reading)
    return empty
  }
}

function readInlines(input: string | unknown[], pointer: string, reading: Reading): Inline[] {
  if (typeof input !== 'string') {
    const parsed = parseInlines(input)
    if (parsed.ok) return parsed.inlines
    reading.errors.push(...parsed.errors.map(error => ({ ...error, pointer: `${pointer}${error.pointer}` })))
    return []
  }
  try {
    const warnings: Parameters<typeof parseInlineMarkdown>[1] = []
    const inlines = parseInlineMarkdown(input, warnings)
    reading.warnings.push(...warnings.map(({ line, kind, message }) => ({ path: pointer, line, reason: kind, message })))
    return inlines
  } catch (error) {
    refuse(error, pointer, reading)
    return []
  }
}

function refuse(error: unknown, pointer: string, { errors }: Reading): void {
  if (!(error instanceof MarkdownError)) throw error
  const { code, line, message } = error
  errors.push({ pointer, message, reason: code === 'too_large' ? 'markdown-large' : 'markdown-wrong', arguments: { line: line ?? 1 } })
}
