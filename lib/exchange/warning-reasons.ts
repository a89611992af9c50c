/**
 * What an import can find, by a word that an interface says in its own language. The parsers below (Markdown, HTML, office files) know nothing of imports and say sentences
 * in English; here each sentence gets its word, and what stands in it its names. Earlier rows go before later ones.
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
  'archive-broken': 'is not a whole office file: it cannot be unpacked',
  'not-word': 'is not a Word document',
  'not-excel': 'is not an Excel workbook',
  'picture-kind': 'picture {number} is {kind} and was left out: PNG, JPEG, WebP and GIF are taken',
  'picture-left-out': 'a picture was left out: {value}',
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
  'link-left-out': 'the link to {value} was left out, its text was kept',
  'image-left-out': 'the picture {value} was left out',
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
  'media-svg': 'SVG can hold scripts',
  'list-entry': 'entry {number}: {detail}',
  'kept-as-text': '{value} was kept as text',
  'front-matter-internal': '{problem}; the article is internal',
  'front-matter-kept': '{problem}; the value was kept as metadata',
} as const

export type WarningReason = keyof typeof sentences | 'other'

/** The word for a sentence, with what stands in it; `other` with the sentence itself as `text` for one that nobody foresaw. */
export function reasonOf(message: string): { reason: WarningReason; arguments: Record<string, string> } {
  for (const [reason, pattern] of patterns) {
    const found = pattern.exec(message)
    if (found) return { reason, arguments: { ...found.groups } }
  }
  return { reason: 'other', arguments: { text: message } }
}

/** Names in braces stand for whatever is written there; the braces of the Markdown dialect are no names. */
const patterns = Object.entries(sentences).map(([reason, sentence]): [WarningReason, RegExp] => {
  const pattern = sentence
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(
      /\\\{(value|detail|name|names|maximum|seconds|megabytes|number|kind|count|used|problem|level|values|channel|path)\\\}/g,
      '(?<$1>[^]+?)',
    )
  return [reason as WarningReason, new RegExp(`^${pattern}$`)]
})
