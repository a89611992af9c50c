import { PageSkeleton } from '#app/_ui/page-skeleton.tsx'

export default function Loading() {
  return <PageSkeleton />
}
