import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'

const tabs = [
  ['gaps.open', '/studio/gaps'],
  ['gaps.closed', '/studio/gaps?state=closed'],
  ['gaps.dismissed', '/studio/gaps?state=dismissed'],
  ['wordings.open', '/studio/gaps/wordings'],
  ['wordings.attached', '/studio/gaps/wordings?state=attached'],
  ['wordings.rejected', '/studio/gaps/wordings?state=rejected'],
] as const

/** The lists of what customers ask: what has no answer, and how they say it. */
export async function LearningTabs({ current }: { current: string }) {
  const { t } = await readInterface()
  return (
    <nav className="view-tabs learning-tabs" aria-label={t('learning.lists')}>
      {tabs.map(([name, href]) => (
        <Link key={name} href={href} className="view-tab" aria-current={name === current ? 'page' : undefined}>
          {t(`learning.tabs.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
