'use client'

import { getMarkRange } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { callApi } from '#app/_ui/call-api.ts'
import { preferred } from '#app/_ui/titles.ts'
import { articleOfHref, normaliseHref } from '#lib/document/link.ts'
import { useEditorParts, usePanel } from '../editor-context.ts'
import { SearchBox, type SearchPick } from './search-box.tsx'
import { titledFirst } from './titled-first.ts'

interface ListedArticle {
  id: string
  slug: string
  translations: { locale: string; title: string }[]
}

/** Where the text leads to: another article, found by its title, or an address. */
export function LinkPanel() {
  const { editor, surface } = useEditorParts()
  const { words, locale } = surface
  const [, open] = usePanel()
  const present = linkAt(editor.state)

  function put(href: string, title: string) {
    open(null)
    const range = present ?? editor.state.selection
    const chain = editor.chain().focus().setTextSelection({ from: range.from, to: range.to })
    const link = { type: 'link', attrs: { href } }
    if (range.from === range.to) chain.insertContent([{ type: 'text', text: title, marks: [link] }]).run()
    else chain.setMark('link', { href }).setTextSelection(range.to).run()
  }

  async function search(query: string): Promise<SearchPick[]> {
    const text = query.trim()
    const href = addressOf(text)
    const address: SearchPick[] = href
      ? [{ id: href, title: words('link.address', { href }), glyph: 'open', run: () => put(href, text) }]
      : []
    const slug = articleOfHref(text)
    const reply = await callApi<{ items: ListedArticle[] }>(
      'GET',
      `/articles?limit=50&q=${encodeURIComponent((slug ?? text).slice(0, 200))}`,
    )
    const articles = reply.ok && !(href && slug === null) ? reply.body.items : []
    const picks = articles.map(article => {
      const title = preferred(article.translations, locale)?.title ?? article.slug
      return { id: article.id, title, glyph: 'articles', hint: article.slug, run: () => put(`article:${article.slug}`, title) }
    })
    const first = titledFirst(picks, text).slice(0, 12)
    return slug !== null && first.length > 0 ? first : [...address, ...first]
  }

  return (
    <SearchBox
      label={words('link.label')}
      placeholder={words('link.placeholder')}
      initial={present?.href}
      empty={words('link.none')}
      search={search}
    >
      {present && (
        <p className="panel-actions">
          <button
            type="button"
            className="panel-action"
            onClick={() => {
              open(null)
              editor
                .chain()
                .focus()
                .setTextSelection({ from: present.from, to: present.to })
                .unsetMark('link')
                .setTextSelection(present.to)
                .run()
            }}
          >
            {words('link.remove')}
          </button>
        </p>
      )}
    </SearchBox>
  )
}

/** The link around the cursor. */
function linkAt(state: EditorState): { from: number; to: number; href: string } | null {
  const type = state.schema.marks.link!
  const { $from, from, to, empty } = state.selection
  const range =
    getMarkRange($from, type) ?? (empty ? undefined : getMarkRange(state.doc.resolve(Math.min(from + 1, state.doc.content.size)), type))
  if (!range || to > range.to) return null
  const mark = state.doc.nodeAt(range.from)?.marks.find(one => one.type === type)
  return mark ? { ...range, href: mark.attrs.href } : null
}

/** What is typed as an address by the rules of links; "example.com" and "+7 …" are meant as addresses, too. */
function addressOf(text: string): string | null {
  const direct = normaliseHref(text)
  if (direct) return direct
  if (/^[^\s@:/]+@[^\s@]+\.[^\s@]+$/.test(text)) return normaliseHref(`mailto:${text}`)
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}([/?#]\S*)?$/u.test(text)) return normaliseHref(`https://${text}`)
  return /^\+?[\d\s()-]{5,}$/.test(text) ? normaliseHref(`tel:${text}`) : null
}
