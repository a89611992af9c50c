import { Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** The title of a page and what can be done there. */
export function PageHead({ title, lang, children }: { title: string; lang?: string; children?: ReactNode }) {
  return (
    <div className="page-head">
      <Title order={1} lang={lang}>
        {title}
      </Title>
      {children}
    </div>
  )
}
