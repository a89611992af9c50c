/** Everything that the form holds, as text. */
export interface Fields {
  title: string
  shortAnswer: string
  /** One per line. */
  questions: string
  markdown: string
  /** Markdown by channel kind. */
  variations: Record<string, string>
  slug: string
  /** Empty: none. */
  category: string
  /** Separated by commas. */
  tags: string
  audience: 'public' | 'internal'
}

/** What is stored: `version` null: no draft in this language yet. */
export interface Saved {
  version: number | null
  articleVersion: number
  fields: Fields
}

const metadata = ['slug', 'category', 'tags', 'audience'] as const

/** Whether the text differs. */
export function textDiffers(a: Fields, b: Fields): boolean {
  return JSON.stringify(contentOf(a)) !== JSON.stringify(contentOf(b))
}

/** Whether what is said about the article differs. */
export function metadataDiffers(a: Fields, b: Fields): boolean {
  return metadata.some(name => a[name] !== b[name])
}

/** The body of PUT …/translations/{locale}. */
export function contentOf({ title, shortAnswer, questions, markdown, variations }: Fields) {
  return {
    title: title.trim(),
    shortAnswer: shortAnswer.trim(),
    questions: linesOf(questions),
    markdown,
    variations: Object.fromEntries(
      Object.entries(variations)
        .filter(([, text]) => text.trim() !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([kind, text]) => [kind, { markdown: text }]),
    ),
  }
}

/** The body of PATCH /articles/{id}. */
export function metadataOf({ slug, category, tags, audience }: Fields) {
  const words = tags
    .split(',')
    .map(tag => tag.trim())
    .filter(tag => tag !== '')
  return { slug: slug.trim(), category: category === '' ? null : category, tags: words, audience }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}

/** The field that a JSON pointer of a refusal means, e.g. `/questions/2` → `questions`; '' when none of the form. */
export function fieldOf(pointer: string): string {
  const [, first = '', second = ''] = pointer.split('/')
  if (first === 'variations') return `variations.${second}`
  if (first === 'document') return 'markdown'
  return ['title', 'shortAnswer', 'questions', 'markdown', ...metadata].includes(first) ? first : ''
}
