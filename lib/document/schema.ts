import { z } from 'zod'
import { factKeySchema } from './facts.ts'
import { lengthLimits, scriptLimits, tableLimits } from './limits.ts'
import { isAllowedHref } from './link.ts'
import { checkStructure } from './structure.ts'
import { type Block, type Document, type Inline, scriptStepKinds, type Text } from './types.ts'

/*
 * What is accepted from outside: unknown nodes, marks and attributes are refused. ProseMirror writes null for an attribute that is not set,
 * so optional ones may be null; canonicalDocument drops those. Never give these schemas unchecked input: parseDocument checks depth first.
 */

const href = z
  .string()
  .max(lengthLimits.href)
  .refine(isAllowedHref, {
    error: 'links may point to http, https, mailto, tel and article: addresses only',
    params: { reason: 'link-unsafe' },
  })
const audienceName = z.literal('internal')
const channelName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'the name of a channel, e.g. website')
export const snippetKeySchema = z
  .string()
  .max(lengthLimits.key)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, e.g. support-contacts')
export const mediaSourceSchema = z.string().regex(/^media:[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/, 'pictures are named media:{id}')
const speechCase = z.enum(['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'])
const noAttributes = z.strictObject({}).nullish()

const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'underline', 'strike', 'code']), attrs: noAttributes }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
])
const marksSchema = z
  .array(markSchema)
  .max(6)
  .refine(marks => new Set(marks.map(mark => mark.type)).size === marks.length, 'a mark may stand only once')
  .nullish()
const textValue = z.string().min(1, 'text must not be empty')

const inlineSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: textValue, marks: marksSchema }),
  z.strictObject({ type: z.literal('hardBreak'), attrs: noAttributes, marks: z.array(markSchema).max(6).nullish() }),
  z.strictObject({
    type: z.literal('fact'),
    attrs: z.strictObject({ key: factKeySchema, case: speechCase.nullish(), form: z.enum(['short', 'long']).nullish() }),
    marks: marksSchema,
  }),
])
/** Inline content, e.g. of a short answer. */
export const inlinesSchema = z.array(inlineSchema) as unknown as z.ZodType<Inline[]>
const inlineContent = z.array(inlineSchema).nullish()

const plainText = z.strictObject({ type: z.literal('text'), text: textValue }) as z.ZodType<Text>

const listItem = z.strictObject({
  type: z.literal('listItem'),
  attrs: noAttributes,
  get content() {
    return blocks
  },
})
const listItems = z.array(listItem).min(1, 'a list needs an item')
const span = z.int().min(1).max(tableLimits.columns).nullish()
const tableCell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.strictObject({ colspan: span, rowspan: span }).nullish(),
  get content() {
    return blocks
  },
})
const tableRow = z.strictObject({
  type: z.literal('tableRow'),
  attrs: noAttributes,
  content: z.array(tableCell).max(tableLimits.columns, `at most ${tableLimits.columns} columns`),
})
const step = z.strictObject({
  type: z.literal('step'),
  attrs: noAttributes,
  get content() {
    return blocks
  },
})
const stepId = z
  .string()
  .max(scriptLimits.id)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, e.g. block-card')
const nextStep = z.union([z.literal(''), stepId])
const scriptOption = z.strictObject({ label: z.string().max(scriptLimits.label), next: nextStep })
const scriptStep = z.strictObject({
  type: z.literal('scriptStep'),
  attrs: z.strictObject({
    id: stepId,
    kind: z.enum(scriptStepKinds),
    title: z.string().max(scriptLimits.title),
    next: nextStep.nullish(),
    href: href.nullish(),
    options: z.array(scriptOption).max(scriptLimits.options, `at most ${scriptLimits.options} options`).nullish(),
  }),
  get content() {
    return z.array(blockSchema).nullish()
  },
})
const onlyAttributes = z.union(
  [
    z.strictObject({ audience: audienceName, channels: z.null().optional() }),
    z.strictObject({
      channels: z.array(channelName).min(1, 'name one channel at least').max(lengthLimits.channels),
      audience: z.null().optional(),
    }),
  ],
  'exactly one of "audience": "internal" and "channels": […] has to be set',
)
const pixels = z.int().min(1).max(20_000).nullish()

const blockSchema: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), attrs: noAttributes, content: inlineContent }),
  z.strictObject({
    type: z.literal('heading'),
    attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)], 'headings have level 2, 3 or 4') }),
    content: inlineContent,
  }),
  z.strictObject({ type: z.literal('bulletList'), attrs: noAttributes, content: listItems }),
  z.strictObject({
    type: z.literal('orderedList'),
    attrs: z.strictObject({ start: z.int().min(0).max(1_000_000).nullish() }).nullish(),
    content: listItems,
  }),
  z.strictObject({
    type: z.literal('table'),
    attrs: z.strictObject({ caption: z.string().max(lengthLimits.caption).nullish() }).nullish(),
    content: z.array(tableRow).min(1, 'a table needs a row').max(tableLimits.rows, `at most ${tableLimits.rows} rows`),
  }),
  z.strictObject({
    type: z.literal('image'),
    attrs: z.strictObject({ src: mediaSourceSchema, alt: z.string().max(lengthLimits.alt), width: pixels, height: pixels }),
  }),
  z.strictObject({
    type: z.literal('callout'),
    attrs: z.strictObject({ kind: z.enum(['info', 'warning', 'tip']) }),
    get content() {
      return blocks
    },
  }),
  z.strictObject({ type: z.literal('steps'), attrs: noAttributes, content: z.array(step).min(1, 'a procedure needs a step') }),
  z.strictObject({
    type: z.literal('codeBlock'),
    attrs: z
      .strictObject({
        language: z
          .string()
          .max(lengthLimits.language)
          .regex(/^[A-Za-z0-9+#._-]*$/, 'letters, digits and + # . _ -')
          .nullish(),
      })
      .nullish(),
    content: z.array(plainText).nullish(),
  }),
  z.strictObject({
    type: z.literal('quote'),
    attrs: noAttributes,
    get content() {
      return blocks
    },
  }),
  z.strictObject({
    type: z.literal('details'),
    attrs: z.strictObject({ summary: z.string().max(lengthLimits.summary) }),
    get content() {
      return blocks
    },
  }),
  z.strictObject({ type: z.literal('divider'), attrs: noAttributes }),
  z.strictObject({ type: z.literal('snippet'), attrs: z.strictObject({ key: snippetKeySchema }) }),
  z.strictObject({
    type: z.literal('only'),
    attrs: onlyAttributes,
    get content() {
      return blocks
    },
  }),
  z.strictObject({
    type: z.literal('script'),
    attrs: noAttributes,
    content: z.array(scriptStep).min(1, 'a script needs a step').max(scriptLimits.steps, `at most ${scriptLimits.steps} steps`),
  }),
]) as unknown as z.ZodType<Block>

const blocks = z.array(blockSchema).min(1, 'needs a block inside')

/** A whole document. For input from outside use parseDocument, which checks depth and size before this and returns the canonical form. */
export const documentSchema: z.ZodType<Document> = z
  .strictObject({ type: z.literal('doc'), attrs: noAttributes, content: z.array(blockSchema) })
  .superRefine((document, context) => {
    for (const problem of checkStructure(document as Document))
      context.addIssue({
        code: 'custom',
        path: problem.path,
        message: problem.message,
        params: { reason: problem.reason, arguments: problem.arguments },
      })
  }) as unknown as z.ZodType<Document>

/** The document of a snippet: the same without snippets, so that resolving them cannot go in circles. */
export const snippetDocumentSchema: z.ZodType<Document> = documentSchema.superRefine((document, context) => {
  for (const problem of checkStructure(document, { snippet: true }))
    context.addIssue({
      code: 'custom',
      path: problem.path,
      message: problem.message,
      params: { reason: problem.reason, arguments: problem.arguments },
    })
}) as unknown as z.ZodType<Document>
