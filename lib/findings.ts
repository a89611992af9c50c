import type { FieldError } from './errors.ts'

/**
 * What reading a text, a file or an import can find, by a word that an interface says in its own language (`imports.reasons` of its messages), and as a sentence in
 * English. Names in braces stand for what belongs to it.
 */
const sentences = {
  outside: 'names a place outside of the import: it was read as if it stood inside',
  'not-read': 'is not read',
  'no-text': 'has no text',
  'no-title': 'has no title',
  'no-rows': 'holds no rows',
  'too-many-rows': 'has more than {maximum} rows',
  'no-columns': 'the first row must name the columns: question (or title) and answer',
  'question-empty': 'the question is empty',
  'answer-empty': 'the answer is empty',
  'question-twice': 'the same question stands above',
  'id-twice': 'the id "{value}" stands above',
  'table-malformed': 'the table is malformed: {detail}',
  'workbook-damaged': 'the workbook cannot be read: {detail}',
  'document-damaged': 'the document cannot be read: {detail}',
  'too-deep-file': 'is nested too deep to be read',
  damaged: 'cannot be read: it is damaged',
  'too-slow': 'takes more than {seconds} seconds to read and was left out',
  'too-hungry': 'needs more than {megabytes} MB of memory to read and was left out',
  'archive-parts': 'holds more than {maximum} parts',
  'archive-size': 'unpacks to more than {megabytes} MB',
  'archive-ratio': '"{name}" is packed more than {maximum} times',
  'archive-text': 'the text in it ({name}) has more than {megabytes} MB',
  'office-old': 'is in the form of older office programs: save it as .docx or .xlsx',
  'office-locked': 'is locked with a password: save it without one',
  'sheet-left-out': 'the sheet "{name}" names no columns of questions and answers and was left out',
  'pictures-unused': '{count} pictures that no article shows were left out',
  'archive-broken': 'is not a whole office file: it cannot be unpacked',
  'not-word': 'is not a Word document',
  'not-excel': 'is not an Excel workbook',
  'picture-kind': 'picture {number} is {kind} and was left out: PNG, JPEG, WebP and GIF are taken',
  'picture-none': 'picture {number} is a file that is no picture and was left out',
  'picture-left-out': 'a picture was left out: {value}',
  'player-left-out': 'what was embedded from {value} was left out',
  'contents-page': 'is a list of the pages of the export, not one of them, and was left out',
  'link-not-allowed': 'a link to {value} is not allowed; its text stays',
  'too-deep-form': 'what is nested too deep lost its form; its text stays',
  'not-taken-over': 'cannot be taken over: {detail}',
  'no-articles': 'holds no articles',
  'json-invalid': 'is not valid JSON: {detail}',
  'translation-malformed': 'a translation is malformed and was left out',
  'stays-internal': 'the article stays internal, as it was made here',
  'category-made': 'the category "{value}" did not exist and was made',
  'snippet-name': 'is not named {key}.{locale}.md',
  'kept-metadata': 'kept as metadata: {names}',
  'questions-left-out': '{count} questions were left out: too long or too many',
  'title-cut': 'the title was cut to {maximum} characters',
  'slug-taken': 'the slug "{value}" is taken: "{used}" is used',
  'same-article': 'is the same article in the same language as {value}',
  'category-used': 'the category of {value} is used',
  'internal-everywhere': 'the article is internal in every language',
  'not-a-list': 'is not a list',
  'short-answer-derived': 'the short answer was taken from the first paragraph',
  'title-derived': 'the title was taken from the name of the file',
  'footnote-paragraph': 'a footnote became a paragraph',
  'footnote-text': 'a footnote became text in brackets',
  'not-a-fact': '{value} is not a fact and was kept as text',
  'fence-left-out': 'a ":::" that closes nothing was left out',
  'callout-kind': 'a callout is of the kind info, warning or tip; info was taken',
  'directive-unknown': '::{value} is not known and was kept as text',
  'container-unknown': ':::{value} is not known, its content was kept',
  'steps-form': 'steps hold exactly one numbered list; the content was kept without them',
  'table-form': ':::table holds exactly one table; its content was kept',
  'heading-level': 'a heading of level {level} was brought into levels 2 to 4',
  'html-left-out': '<{value}> was left out',
  'html-paragraphs': '<{value}> became plain paragraphs',
  'html-meaningless': '<{value}> has no meaning here, its text was kept',
  'link-left-out': 'the link to "{value}" was left out, its text was kept',
  'image-left-out': 'the picture "{value}" was left out',
  'missing-fact': 'there is no fact "{value}"',
  'missing-snippet': 'there is no snippet "{value}"',
  'missing-article': 'there is no article "{value}"',
  'missing-media': 'there is no media "{value}"',
  'missing-category': 'there is no category "{value}"',
  'markdown-long': 'Markdown is longer than {maximum} characters',
  'markdown-lines': 'more than {maximum} lines',
  'markdown-indent': 'indented too deep',
  'markdown-deep': 'nested too deep',
  'markdown-nesting': 'too much nesting',
  'markdown-marks': 'more than {maximum} markup characters in one paragraph',
  'markdown-all-marks': 'too many markup characters',
  'only-form': 'write :::only{audience=internal} or :::only{channels="website,chatbot"}',
  'only-unknown': ':::{value} is not known; write :::only for some readers only',
  'fence-unclosed': 'this ":::" closes nothing; an outer container needs more colons than those inside it',
  'cell-form': 'a row holds :::cell only',
  'script-form': 'a script holds {values} only',
  'script-id': ':::{value} needs an id, e.g. {id=block-card}',
  'front-matter-long': 'front matter is longer than {maximum} characters',
  'front-matter-form': 'front matter has to be a list of keys and values',
  'front-matter': 'front matter: {detail}',
  'not-published': 'not published: {channel} {path}: {detail}',
  refused: '{detail}',
  'entry-refused': '{name}: {detail}',
  'list-entry': 'entry {number}: {detail}',
  'yaml-invalid': 'is not valid YAML: {detail}',
  'embedded-left-out': '[!{value} …] was left out',
  'embedded-link': '[!{value} …] became a link',
  'kept-as-text': '{value} was kept as text',
  'front-matter-internal': '{detail}; the article is internal',
  'front-matter-kept': '{detail}; the value was kept as metadata',
  'front-matter-value': '{detail}',
} as const

export type FindingReason = keyof typeof sentences

/** A text in the languages of the interface. */
export interface Said {
  ru: string
  en: string
}

/** Something found, as a sentence in English and as a word with what belongs to it. */
export interface Finding {
  message: string
  reason: FindingReason
  arguments?: Record<string, string>
  /** What `detail` means, fault by fault. */
  faults?: FieldError[]
  /** `detail` in the languages of the interface. */
  said?: Said
}

type Names<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name extends 'key' | 'locale' | `${string}=${string}`
    ? Names<Rest>
    : Name | Names<Rest>
  : never
type Values<Reason extends FindingReason> = Record<Names<(typeof sentences)[Reason]>, string | number>

/** A finding; `values` has what the names in its sentence stand for. */
export function finding<Reason extends FindingReason>(
  reason: Reason,
  ...[values, more]: [Names<(typeof sentences)[Reason]>] extends [never]
    ? []
    : [values: Values<Reason>, more?: Pick<Finding, 'faults' | 'said'>]
): Finding {
  const given: [string, string][] = Object.entries(values ?? {}).map(([name, value]) => [name, String(value)])
  const message = given.reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), sentences[reason] as string)
  return { message, reason, ...(given.length > 0 && { arguments: Object.fromEntries(given) }), ...more }
}

/** Faults of an input as a finding: at most five of them. */
export function refused(faults: readonly FieldError[]): Finding {
  const first = faults.slice(0, 5)
  return finding('refused', { detail: detailOf(first) }, { faults: first })
}

/** Faults as one line of English. */
export function detailOf(faults: readonly FieldError[]): string {
  return faults.map(({ pointer, message }) => `${pointer} ${message}`.trim()).join('; ')
}

/** Every word, for those who have to know them all. */
export const findingReasons = Object.keys(sentences) as FindingReason[]
