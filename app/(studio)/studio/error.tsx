'use client'

import { FailedPage } from '#app/_ui/failed-page.tsx'

export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <FailedPage digest={error.digest} retry={reset} />
}
