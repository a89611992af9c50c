import { notFound } from 'next/navigation'
import { requireSession } from '#app/session.ts'

/** Any other address under /studio: not found, inside the frame. */
export default async function NowherePage() {
  await requireSession()
  notFound()
}
