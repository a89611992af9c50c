import { stringify } from 'yaml'
import { serializeArticleFile } from '#lib/markdown/article-file.ts'
import { writeFrontMatter } from '#lib/markdown/front-matter.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import type { ExportState } from './export-state.ts'
import { renameLinks } from './rename-links.ts'

/** The text files of an export by path. Lets other requests be served in between. */
export async function exportFiles(state: ExportState): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const rename = (ref: string) => state.slugs.get(ref) ?? null
  putList(files, 'facts.yaml', factEntries(state.facts.live))
  putList(files, 'drafts/facts.yaml', factEntries(state.facts.drafts))
  putList(files, 'categories.yaml', categoryEntries(state))
  putList(
    files,
    'tags.yaml',
    state.tags.filter(({ title }) => Object.keys(title).length > 0).map(({ slug, title }) => ({ slug, title })),
  )
  putList(
    files,
    'synonyms.yaml',
    state.synonyms.map(({ locale, terms, direction }) => ({ locale, terms, direction })),
  )
  const { live, drafts } = state.snippets
  for (const [folder, { key, title, documents }] of [
    ...live.map(one => ['', one] as const),
    ...drafts.map(one => ['drafts/', one] as const),
  ]) {
    for (const [locale, document] of Object.entries(documents)) {
      renameLinks({ document }, rename)
      files.set(`${folder}snippets/${key}.${locale}.md`, `${writeFrontMatter({ title: title[locale] })}\n${serializeMarkdown(document)}`)
    }
  }
  for (const [index, { folder, file }] of state.articles.entries()) {
    renameLinks(file, rename)
    files.set(`${folder}/${file.locale}/${file.slug}.md`, serializeArticleFile(file))
    if (index % 20 === 19) await new Promise(resolve => setImmediate(resolve))
  }
  return files
}

function factEntries(facts: ExportState['facts']['live']): object[] {
  return facts.map(({ key, type, unit, title, values }) => ({
    key,
    type,
    ...(unit !== null && { unit }),
    title,
    values: values.map(({ value, validFrom, validTo }) => ({
      value,
      ...(validFrom !== null && { validFrom }),
      ...(validTo !== null && { validTo }),
    })),
  }))
}

function categoryEntries({ categories }: ExportState): object[] {
  return categories.map(({ row: { slug, title, description, position }, parent }) => ({
    slug,
    title,
    ...(Object.keys(description).length > 0 && { description }),
    position,
    ...(parent !== null && { parent }),
  }))
}

function putList(files: Map<string, string>, path: string, entries: object[]): void {
  if (entries.length > 0) files.set(path, stringify(entries, { lineWidth: 0, aliasDuplicateObjects: false }))
}
