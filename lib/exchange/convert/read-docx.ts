import { createHash } from 'node:crypto'
import type { Root } from 'hast'
import mammoth from 'mammoth'
import { slugFromTitle } from '#lib/document/slug.ts'
import { findElements } from '#lib/markup/html-nodes.ts'
import { type Finding, finding } from '../../findings.ts'
import { targetOf } from '../target-of.ts'
import { checkOfficeFile } from './check-archive.ts'
import { ConvertError, type Converted, type ConvertSurroundings, type ConvertUnit } from './convert-task.ts'
import { documentOf, parseFragment, takeTitle } from './html-page.ts'
import { inlineFootnotes } from './inline-footnotes.ts'
import { newArticle } from './new-article.ts'
import { localeOfFolder, nameOf } from './read-page.ts'

const headings = [1, 2, 3, 4].flatMap(level => [
  `p[style-name='Заголовок ${level}'] => h${level}:fresh`,
  `p[style-name='heading ${level}'] => h${level}:fresh`,
])
const boxes = Object.entries({
  warning: ['Внимание', 'Важно', 'Предупреждение', 'Warning', 'Important', 'Attention'],
  info: ['Примечание', 'Информация', 'Note', 'Info'],
  tip: ['Совет', 'Подсказка', 'Tip'],
}).flatMap(([kind, names]) => names.map(name => `p[style-name='${name}'] => div.callout-${kind} > p:fresh`))

/** Styles that Word's own names do not cover: titles, Russian headings, and paragraphs that are boxes here. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Название'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...headings,
  ...boxes,
  'u => u',
  'strike => s',
]

const extensions: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' }

/** A Word document as an article. Its directory is checked first; nothing outside of it is read. Throws ConvertError. */
export async function readDocx({ files, base }: ConvertUnit, surroundings: ConvertSurroundings): Promise<Converted> {
  const { path, content } = files[0] as ConvertUnit['files'][number]
  checkOfficeFile(content, 'docx')
  const converted: Converted = { articles: [], pictures: [], lists: [], warnings: [] }
  const tell = (found: Finding) => converted.warnings.push({ file: path, level: 'warning', ...found })
  const { html, ids } = await toHtml(path, content, converted)
  const tree = parseFragment(html)
  inlineFootnotes(tree, tell)
  promoteHeaders(tree)
  const title = takeTitle(tree) ?? nameOf(path)
  const document = documentOf(tree, {
    linkTo: address => (/^([a-z]+:|#)/i.test(address) ? null : (surroundings.targets.get(targetOf(path, address).toLowerCase()) ?? null)),
    picture: address => ids.get(address) ?? null,
    tell,
  })
  if (document.content.length === 0) throw new ConvertError(finding('no-text'))
  const slug = slugFromTitle(nameOf(path), slugFromTitle(title))
  const article = newArticle({ title, document, slug, locale: localeOfFolder(path, surroundings.locales) })
  converted.articles.push({ index: base, path, file: article, isDraft: false, addresses: [] })
  return converted
}

async function toHtml(path: string, content: Uint8Array, converted: Converted): Promise<{ html: string; ids: Map<string, string> }> {
  const ids = new Map<string, string>()
  let number = 0
  const convertImage = mammoth.images.imgElement(async image => {
    number += 1
    const src = `docx-picture:${number}`
    const extension = extensions[image.contentType]
    const bytes = new Uint8Array(await image.readAsBuffer())
    if (extension === undefined || !isPicture(bytes)) {
      const found =
        extension === undefined ? finding('picture-kind', { number, kind: image.contentType }) : finding('picture-none', { number })
      converted.warnings.push({ file: path, level: 'warning', ...found })
      return { src: '' }
    }
    ids.set(src, createHash('sha256').update(bytes).digest('hex').slice(0, 32))
    converted.pictures.push({ path: `${path}/picture-${number}.${extension}`, content: bytes })
    return { src }
  })
  try {
    const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    const { value } = await mammoth.convertToHtml({ buffer }, { styleMap, convertImage, externalFileAccess: false })
    return { html: value, ids }
  } catch (error) {
    throw new ConvertError(finding('document-damaged', { detail: error instanceof Error ? error.message.slice(0, 200) : 'damaged' }))
  }
}

/** What the first bytes say, as the store of pictures checks them again. */
function isPicture(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return (
    start.startsWith('\x89PNG') ||
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('GIF8') ||
    (start.startsWith('RIFF') && start.endsWith('WEBP'))
  )
}

/** Word marks no header cells: the first row of a table with several rows is one. */
function promoteHeaders(tree: Root): void {
  for (const table of findElements(tree.children as never, ({ tagName }) => tagName === 'table')) {
    if (findElements([table], ({ tagName }) => tagName === 'th').length > 0) continue
    const rows = findElements([table], ({ tagName }) => tagName === 'tr')
    if (rows.length < 2) continue
    for (const cell of rows[0]?.children ?? []) if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th'
  }
}
