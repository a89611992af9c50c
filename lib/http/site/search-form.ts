import { html } from 'hono/html'
import { icon } from './icons.ts'
import type { Markup } from './markup.ts'
import { searchPath } from './paths.ts'
import type { Frame } from './views.ts'

/** The search field of every page: an ordinary form; the script adds suggestions while one is typing. */
export function searchForm(frame: Frame, q = ''): Markup {
  const { t, locale } = frame
  return html`<form class="search" role="search" action="${searchPath(locale)}" data-count="${t('search.suggestions')}" data-none="${t('search.noSuggestions')}" data-list="${t('search.list')}">
<label class="hidden-text" for="q">${t('search.label')}</label>
<input id="q" type="search" name="q" value="${q}" maxlength="1000" placeholder="${t('search.placeholder')}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">
<button class="control" type="submit">${icon('search')}<span class="hidden-text">${t('search.submit')}</span></button>
</form>
`
}
