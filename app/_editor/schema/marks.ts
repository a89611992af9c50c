import { InputRule, Mark, markInputRule } from '@tiptap/core'
import { isAllowedHref, normaliseHref } from '#lib/document/link.ts'

/** A mark without attributes: the elements it is read from (the first is written), its key and its Markdown signs. */
function plainMark(name: string, tags: string[], keys: string[], signs: RegExp[], isCode = false) {
  return Mark.create({
    name,
    ...(isCode ? { code: true } : {}),
    parseHTML: () => tags.map(tag => ({ tag })),
    renderHTML: () => [tags[0] as string, 0],
    addKeyboardShortcuts() {
      return Object.fromEntries(keys.map(key => [key, () => this.editor.commands.toggleMark(name)]))
    },
    addInputRules() {
      return signs.map(find => markInputRule({ find, type: this.type }))
    },
  })
}

export const Bold = plainMark(
  'bold',
  ['strong', 'b'],
  ['Mod-b', 'Mod-B'],
  [/(?:^|\s)(\*\*(?!\s)([^*]+)(?<!\s)\*\*)$/, /(?:^|\s)(__(?!\s)([^_]+)(?<!\s)__)$/],
)
export const Italic = plainMark(
  'italic',
  ['em', 'i'],
  ['Mod-i', 'Mod-I'],
  [/(?:^|\s)(\*(?![\s*])([^*]+)(?<!\s)\*)$/, /(?:^|\s)(_(?![\s_])([^_]+)(?<!\s)_)$/],
)
export const Strike = plainMark('strike', ['s', 'del'], ['Mod-Shift-x', 'Mod-Shift-X'], [/(?:^|\s)(~~(?!\s)([^~]+)(?<!\s)~~)$/])
export const Underline = plainMark('underline', ['u'], ['Mod-u', 'Mod-U'], [])
export const Code = plainMark('code', ['code'], ['Mod-e', 'Mod-E'], [/(?:^|\s)(`(?!\s)([^`]+)(?<!\s)`)$/], true)

/** Where a link may point is decided in lib/document/link.ts. Never rendered with an address that the editor's own page could follow by accident. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: '', rendered: false } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: element => {
        const href = normaliseHref(element.getAttribute('href') ?? '')
        return href === null ? false : { href }
      },
    },
  ],
  renderHTML: ({ mark }) => ['a', isAllowedHref(mark.attrs.href) ? { href: mark.attrs.href, rel: 'noreferrer' } : {}, 0],
  addInputRules() {
    return [
      new InputRule({
        find: /(?:^|\s)(\[([^[\]]{1,200})\]\((\S{1,500})\))$/,
        handler: ({ state, range, match }) => {
          const [found, link = '', text = '', address = ''] = match
          const href = normaliseHref(address)
          if (href === null) return null
          const from = range.from + found.length - link.length
          state.tr.replaceWith(from, range.to, state.schema.text(text, [this.type.create({ href })])).removeStoredMark(this.type)
          return undefined
        },
      }),
    ]
  },
})
