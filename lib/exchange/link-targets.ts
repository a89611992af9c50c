import { eq } from 'drizzle-orm'
import { article } from '#db/schema/content.ts'
import type { MarkdownCallbacks } from '#lib/markdown/tree-context.ts'
import type { Istok } from '../istok.ts'
import type { ImportFile } from './file-content.ts'
import { placeholderOf } from './link-placeholder.ts'
import { sourceOfPath } from './source-of-path.ts'
import { targetOf } from './target-of.ts'
import type { WikiNames } from './wiki-links.ts'

/** Finds what the relative addresses in the files of one import point to. */
export interface LinkTargets {
  /** The placeholder by path, in lower case, for readers in another thread. */
  byPath: ReadonlyMap<string, string>
  /** The slug that an earlier import gave the article of a file; null: there is none. */
  earlier(index: number): string | null
  callbacksFor(path: string): MarkdownCallbacks
  /** By the name of a file alone, or the end of its path, as wikis link. */
  names: WikiNames
}

const named = /\.(md|markdown|mdx|x?html?|docx)$/
const folderPage = /\/(index|readme)\.(md|markdown|mdx|x?html?)$/

/**
 * Articles of the import get a placeholder, because their slugs are not known before all files are read; articles of an earlier import are found by their source
 * and named by slug. `media` holds the ids of pictures by path.
 */
export function openLinkTargets(istok: Istok, files: readonly Pick<ImportFile, 'path'>[], media: ReadonlyMap<string, string>): LinkTargets {
  const byPath = new Map<string, string>()
  for (const [index, { path }] of files.entries()) {
    const key = path.toLowerCase()
    for (const spelling of [key, key.replace(named, ''), key.replace(folderPage, '')]) {
      if (!byPath.has(spelling)) byPath.set(spelling, placeholderOf(index))
    }
  }
  const pictures = new Map([...media].map(([path, id]) => [path.toLowerCase(), id]))
  return {
    byPath,
    names: { article: byName(byPath), picture: byName(pictures) },
    earlier: index => {
      const path = files[index]?.path
      return path === undefined ? null : (slugBySource(istok, sourceOfPath(path)) ?? null)
    },
    callbacksFor: path => ({
      resolveImage: address => pictures.get(targetOf(path, address).toLowerCase()) ?? null,
      resolveArticleLink: address => {
        const target = targetOf(path, address)
        return byPath.get(target.toLowerCase()) ?? slugBySource(istok, sourceOfPath(target)) ?? null
      },
    }),
  }
}

/** The first of several files with one name. */
function byName(places: ReadonlyMap<string, string>): (name: string) => string | null {
  const byLast = Map.groupBy(places.keys(), path => path.split('/').at(-1) ?? '')
  return name => {
    const asked = name.normalize('NFC').toLowerCase().replace(/^\/+/, '')
    const paths = byLast.get(asked.split('/').at(-1) ?? '') ?? []
    const path = paths.find(one => one === asked || one.endsWith(`/${asked}`))
    return path === undefined ? null : (places.get(path) ?? null)
  }
}

function slugBySource(istok: Istok, sourceId: string): string | undefined {
  return istok.database.reader.orm.select({ slug: article.slug }).from(article).where(eq(article.sourceId, sourceId)).get()?.slug
}
