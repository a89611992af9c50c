import { Skeleton } from '@mantine/core'
import { readInterface } from '#app/_i18n/read-interface.ts'

const rows = [86, 72, 90, 64, 78, 84, 70]

/** The shape of a page before its content is there. */
export async function PageSkeleton() {
  const { t } = await readInterface()
  return (
    <div className="page" role="status" aria-label={t('common.loading')}>
      <Skeleton height={28} width="min(18rem, 60%)" mb="lg" />
      <Skeleton height={36} mb="md" />
      {rows.map(width => (
        <Skeleton key={width} height={18} width={`${width}%`} mb="md" />
      ))}
    </div>
  )
}
