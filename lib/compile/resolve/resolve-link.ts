import { articleOfHref, normaliseHref } from '#lib/document/link.ts'
import { channels } from '../channels.ts'
import { describeLoss } from '../loss-reasons.ts'
import type { ArticleTarget, ChannelKind } from '../types.ts'
import { dependOn, type ResolveState } from './resolve-state.ts'
import type { Link } from './resolved.ts'

/** Whether an article exists in a channel at all: internal articles do not in public channels, `channels` limits the rest. */
export function isInChannel(article: Pick<ArticleTarget, 'audience' | 'channels'>, channel: ChannelKind): boolean {
  if (article.audience === 'internal' && channels[channel].audience === 'public') return false
  return article.channels === null || article.channels.includes(channel)
}

/** The path of an article's page on the public site. */
export function articlePath(locale: string, slug: string): string {
  return `/${encodeURIComponent(locale)}/articles/${encodeURIComponent(slug)}`
}

/** The link that an address stands for. null: there is none to follow, and the loss says why; the text of the link stays. */
export function resolveLink(href: string, path: string, state: ResolveState): Link | null {
  const reference = articleOfHref(href)
  if (reference !== null) return resolveArticleLink(reference, path, state)
  const link = webLink(href)
  if (!link) state.lose('link-unsafe', path, 'text', href)
  return link
}

function resolveArticleLink(reference: string, path: string, state: ResolveState): Link | null {
  const article = state.resolution.articles.get(reference)
  if (!article) {
    loseTarget(reference, path, state)
    return null
  }
  if (article.channels !== null) dependOn(state, 'channel')
  else if (article.audience === 'internal') dependOn(state, 'audience')
  if (!isInChannel(article, state.channel)) {
    state.lose('link-target-internal', path, 'text')
    return null
  }
  return { kind: 'article', href: articlePath(state.locale, article.slug), article }
}

function loseTarget(reference: string, path: string, state: ResolveState): void {
  const unpublished = state.resolution.unpublished.get(reference)
  if (!unpublished) {
    state.lose('link-target-missing', path, 'text', reference)
    return
  }
  const { articleId, title, elsewhere } = unpublished
  const loss = describeLoss(elsewhere ? 'link-target-untranslated' : 'link-target-unpublished', path, 'text', title)
  state.losses.push(articleId === null ? loss : { ...loss, target: articleId })
}

/** A link to http, https, mailto or tel, spelled canonically. null: any other scheme, or an address that is not allowed. */
export function webLink(address: string): Link | null {
  const href = normaliseHref(address)
  if (href === null || href.startsWith('article:')) return null
  return { kind: href.startsWith('tel:') ? 'phone' : href.startsWith('mailto:') ? 'email' : 'url', href, article: null }
}
