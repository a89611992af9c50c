import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { requireSession } from '#app/session.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { channels } from '#lib/compile/channels.ts'
import { readCategories } from '#lib/delivery/read-category-tree.ts'
import { listFavourites } from '#lib/operator/list-favourites.ts'
import { markShift } from '#lib/operator/mark-shift.ts'
import { readNews } from '#lib/operator/read-news.ts'
import { Desk } from './desk.tsx'
import { readNewestAnswers } from './read-newest-answers.ts'

interface Props {
  params: Promise<{ locale: string }>
  children: ReactNode
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('operator.title') }
}

export default async function DeskLayout({ params, children }: Props) {
  const { istok, actor } = await requireSession()
  const { locale } = await params
  if (!istok.env.locales.includes(locale)) notFound()
  requireChannel(actor, channels.operator)
  const news = await readNews(istok, actor, { locale })
  if (news.since === null) await markShift(istok, actor, { seq: news.seq })
  const tree = await readCategories(istok, { channel: 'operator', locale })
  return (
    <Desk
      locale={locale}
      locales={istok.env.locales}
      categories={tree}
      answers={await readNewestAnswers(istok, locale)}
      favourites={await listFavourites(istok, actor, { locale })}
      news={news}
    >
      {children}
    </Desk>
  )
}
