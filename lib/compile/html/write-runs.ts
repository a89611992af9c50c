import type { InlineHandlers, Link, Run } from '../resolve/resolved.ts'

/** How one dialect writes inline content. `open` and `close` are tags by style bits, see `tagsByStyle`. */
export interface RunWriter<Context> {
  inline: InlineHandlers<Context, string>
  open: readonly string[]
  close: readonly string[]
  /** Tags around a link. null: the link is not written, its text is. */
  link(link: Link, context: Context): readonly [open: string, close: string] | null
}

/** Opening and closing tags for each combination of marks; the first mark is the outermost. */
export function tagsByStyle(marks: readonly (readonly [bit: number, tag: string])[]): { open: string[]; close: string[] } {
  const open: string[] = []
  const close: string[] = []
  for (let style = 0; style < 32; style++) {
    const tags = marks.filter(([bit]) => style & bit).map(([, tag]) => tag)
    open.push(tags.map(tag => `<${tag}>`).join(''))
    close.push(
      tags
        .reverse()
        .map(tag => `</${tag}>`)
        .join(''),
    )
  }
  return { open, close }
}

/** Runs with tags properly nested: the link outside, marks inside; neighbours that look the same share their tags, and a break between two looks stands outside both. */
export function writeRuns<Context>(runs: readonly Run[], writer: RunWriter<Context>, context: Context): string {
  let out = ''
  let style = 0
  let link: Link | null = null
  let closeLink = ''
  let breaks = ''
  for (const run of runs) {
    if (run.type === 'hardBreak') {
      breaks += writer.inline.hardBreak(run, context)
      continue
    }
    if (run.link === link && run.style === style) out += breaks
    else {
      out += writer.close[style]
      if (run.link === link) out += breaks
      else {
        out += closeLink + breaks
        link = run.link
        const tags = link ? writer.link(link, context) : null
        out += tags ? tags[0] : ''
        closeLink = tags ? tags[1] : ''
      }
      style = run.style
      out += writer.open[style]
    }
    breaks = ''
    out += run.type === 'text' ? writer.inline.text(run, context) : writer.inline.fact(run, context)
  }
  return out + writer.close[style] + closeLink + breaks
}
