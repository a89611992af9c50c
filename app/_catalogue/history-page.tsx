import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { PageHead } from '#app/_ui/page-head.tsx'
import { HistoryPanel } from './history-panel.tsx'

interface Props extends ComponentProps<typeof HistoryPanel> {
  title: string
  /** The list that it belongs to. */
  back: { href: string; label: string }
  /** Where it is used. */
  usage: ReactNode
}

/** The page of what is kept in a list: where it is used, and what became of it. */
export async function HistoryPage({ title, back, usage, ...panel }: Props) {
  const { t } = await readInterface()
  return (
    <div className="page">
      <nav className="crumb" aria-label={t('common.breadcrumbs')}>
        <Link href={back.href}>
          <Icon name="left" size={15} />
          {back.label}
        </Link>
      </nav>
      <PageHead title={title} />
      <div className="panel-grid">
        {usage}
        <HistoryPanel {...panel} />
      </div>
    </div>
  )
}
