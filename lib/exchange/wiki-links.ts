/** Where the names in double brackets lead to. */
export interface WikiNames {
  /** What stands after `article:`; null: there is none. */
  article(name: string): string | null
  /** The id of a picture; null: there is none. */
  picture(name: string): string | null
}

/** Code, which stays as it is, or `[[name#place|words]]`, with "!" before it shown in place. */
const pattern =
  /^(```|~~~)[^\n]*\n[\s\S]*?^\1|`[^`\n]+`|(?<!\\)(!?)\[\[([^[\]|\n#^]{1,300})(?:[#^][^[\]|\n]{0,300})?(?:\|([^[\]\n]{0,300}))?\]\]/gm

/** Links and pictures as Obsidian and wikis write them, by the names of files wherever they are, become those of our dialect; a name that nothing has stays as words. */
export function readWikiLinks(text: string, names: WikiNames): string {
  if (!text.includes('[[')) return text
  return text.replace(pattern, (found: string, _, shown?: string, name?: string, words?: string) => {
    if (name === undefined || name.trim() === '') return found
    const label = (words?.trim() || name.trim().split('/').at(-1) || '').replace(/[\\[\]]/g, '\\$&')
    const picture = shown === '!' ? names.picture(name.trim()) : null
    // Behind a picture's line stands how wide it is.
    if (picture !== null) return `![${/^\d+(x\d+)?$/.test(label) ? '' : label}](media:${picture})`
    const article = names.article(name.trim())
    return article === null ? label : `[${label}](article:${article})`
  })
}
