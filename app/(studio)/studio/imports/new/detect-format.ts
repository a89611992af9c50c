export const formats = ['markdown', 'html', 'docx', 'csv', 'xlsx', 'zendesk'] as const
export type Format = (typeof formats)[number] | 'zip' | 'unknown'

const byName: readonly (readonly [RegExp, Format])[] = [
  [/\.(md|markdown|mdx)$/i, 'markdown'],
  [/\.x?html?$/i, 'html'],
  [/\.docx$/i, 'docx'],
  [/\.(csv|tsv)$/i, 'csv'],
  [/\.xlsx$/i, 'xlsx'],
  [/\.json$/i, 'zendesk'],
  [/\.zip$/i, 'zip'],
]

/** What a file will be taken for, by its name; the server looks into it. */
export function detectFormat(name: string): Format {
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown'
}
