'use client'

import { useMantineColorScheme } from '@mantine/core'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { signOut } from '#app/sign-in/sign-in.ts'
import type { LookUp } from '#lib/authoring/look-up.ts'
import { callApi } from '../call-api.ts'
import { chooseLanguage } from '../choose-language.ts'
import { navSectionsFor, type Rights } from '../nav-entries.ts'
import { textIn } from '../titles.ts'
import { usualViews } from '../usual-views.ts'
import { type Command, type CommandGroup, findCommands } from './commands.ts'
import { readRecent } from './recent.ts'

/** Milliseconds without a further key after which the server is asked. */
const patience = 80

/** What the palette offers for a query: pages and actions at once, what the server finds as it answers. */
export function useCommands(query: string, rights: Rights, showSheet: () => void): CommandGroup[] {
  const t = useTranslations('shell')
  const found = useFound(query.trim())
  const pages = usePages(rights)
  const actions = useActions(rights, showSheet)
  if (query.trim() === '') {
    const recent = readRecent().map((one): Command => ({ ...one, id: `recent ${one.href}` }))
    return [
      { title: t('palette.recent'), commands: recent },
      { title: t('palette.actions'), commands: actions },
      { title: t('palette.pages'), commands: pages },
    ].filter(({ commands }) => commands.length > 0)
  }
  return [
    ...found,
    { title: t('palette.actions'), commands: findCommands(actions, query) },
    { title: t('palette.pages'), commands: findCommands(pages, query) },
  ].filter(({ commands }) => commands.length > 0)
}

function useFound(query: string): CommandGroup[] {
  const t = useTranslations('shell.palette')
  const locale = useLocale()
  const isOperator = usePathname().startsWith('/operator')
  const [found, setFound] = useState<LookUp | null>(null)
  useEffect(() => {
    if (query === '') return setFound(null)
    let isCurrent = true
    const timer = setTimeout(async () => {
      const reply = await callApi<LookUp>('GET', `/lookup?q=${encodeURIComponent(query.slice(0, 120))}`)
      if (isCurrent && reply.ok) setFound(reply.body)
    }, patience)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [query])
  if (!found) return []
  return [
    {
      title: t('articles'),
      commands: found.articles.map(({ id, slug, locale: of, title, isLive }) => ({
        ...{ id: `article ${id} ${of}`, title, lang: of, icon: 'articles' as const },
        detail: isLive ? `${slug} · ${of}` : `${slug} · ${of} · ${t('draft')}`,
        href: isOperator && isLive ? `/operator/${of}/${slug}` : `/studio/articles/${id}?locale=${of}`,
      })),
    },
    {
      title: t('facts'),
      commands: found.facts.map(({ key, title }) => ({
        ...{ id: `fact ${key}`, title: textIn(title, locale, key), detail: key, icon: 'facts' as const },
        href: `/studio/facts?q=${encodeURIComponent(key)}`,
      })),
    },
    {
      title: t('snippets'),
      commands: found.snippets.map(({ key, title }) => ({
        ...{ id: `snippet ${key}`, title: textIn(title, locale, key), detail: key, icon: 'copy' as const },
        href: `/studio/snippets?q=${encodeURIComponent(key)}`,
      })),
    },
    {
      title: t('releases'),
      commands: found.releases.map(({ number, note }) => ({
        ...{ id: `release ${number}`, title: note || t('release', { number }), detail: t('release', { number }) },
        ...{ icon: 'releases' as const, href: `/studio/releases/${number}` },
      })),
    },
    {
      title: t('others'),
      commands: found.others.map(({ kind, id, title, name }) => ({
        ...{ id: `${kind} ${id}`, title: textIn(title, locale, name), detail: t(`kinds.${kind}`) },
        ...waysTo[kind](id),
      })),
    },
  ]
}

const waysTo: Record<LookUp['others'][number]['kind'], (id: string) => Pick<Command, 'icon' | 'href'>> = {
  view: query => ({ icon: 'articles', href: `/studio/articles?${query}` }),
  category: slug => ({ icon: 'categories', href: `/studio/articles?category=${slug}` }),
  tag: slug => ({ icon: 'categories', href: `/studio/articles?tag=${slug}` }),
  picture: id => ({ icon: 'media', href: `/studio/media/${id}` }),
}

function usePages(rights: Rights): Command[] {
  const t = useTranslations('shell')
  const list = useTranslations('workflow.list')
  const nav = navSectionsFor(rights)
    .flatMap(({ entries }) => entries)
    .map(
      ({ href, icon, label }): Command => ({
        id: `page ${href}`,
        title: t(`nav.${label}`),
        icon,
        href,
        words: t(`palette.words.${label}`),
      }),
    )
  return [
    ...nav,
    ...usualViews
      .filter(({ query }) => query !== '')
      .map(({ name, query }): Command => {
        const view = list(`view.${name}`)
        return { id: `view ${name}`, title: view, detail: t('nav.articles'), icon: 'articles', href: `/studio/articles?${query}` }
      }),
    { id: 'page calendar', title: t('palette.calendar'), icon: 'calendar', href: '/studio/releases/calendar' },
    { id: 'page as-of', title: t('palette.asOf'), icon: 'clock', href: '/studio/as-of', words: t('palette.words.asOf') },
  ]
}

function useActions(rights: Rights, showSheet: () => void): Command[] {
  const t = useTranslations('shell')
  const other = useLocale() === 'ru' ? 'en' : 'ru'
  const { setColorScheme } = useMantineColorScheme()
  const schemes = { light: 'sun', dark: 'moon', auto: 'auto' } as const
  return [
    ...(rights.write ? [{ id: 'new article', title: t('palette.newArticle'), icon: 'plus', href: '/studio/articles/new' } as const] : []),
    ...(rights.publish ? [{ id: 'new release', title: t('palette.newRelease'), icon: 'send', href: '/studio/releases/new' } as const] : []),
    ...(['light', 'dark', 'auto'] as const).map(scheme => ({
      ...{ id: `scheme ${scheme}`, title: t(`palette.schemes.${scheme}`), icon: schemes[scheme], words: 'theme тема' },
      run: () => setColorScheme(scheme),
    })),
    { id: 'language', title: t(`palette.languages.${other}`), icon: 'language', words: 'language язык', run: () => chooseLanguage(other) },
    { id: 'sheet', title: t('shortcuts.title'), icon: 'info', words: '?', run: showSheet },
    {
      ...{ id: 'sign out', title: t('signOut'), icon: 'out' },
      run: () => void signOut().then(() => location.assign('/sign-in')),
    },
  ]
}
