import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import type { Converted, ConvertedFormat, ConvertSurroundings, ConvertUnit } from './convert-task.ts'
import { convertUnit } from './convert-unit.ts'

export const house: ConvertSurroundings = { locales: ['ru', 'en'], targets: new Map(), pictures: new Map() }

/** Files as a unit for a reader; texts are UTF-8. */
export function unitOf(format: ConvertedFormat, contents: Record<string, string | Uint8Array>): ConvertUnit {
  const files = Object.entries(contents).map(([path, content]) => ({
    path,
    content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }))
  return { format, files, base: 0 }
}

/** Reads files without a thread around it. */
export function convert(
  format: ConvertedFormat,
  contents: Record<string, string | Uint8Array>,
  around: Partial<ConvertSurroundings> = {},
): Promise<Converted> {
  return convertUnit(unitOf(format, contents), { ...house, ...around })
}

/** The text of each article, as Markdown without the last line end. */
export function textsOf({ articles }: Converted): string[] {
  return articles.map(({ file }) => serializeMarkdown(file.document).trim())
}
