import type { Problem, Reply } from '#app/_ui/call-api.ts'

export interface StoredPicture {
  id: string
  url: string
}

/** Stores a picture among the media. Never throws. */
export async function storePicture(file: File): Promise<Reply<StoredPicture>> {
  const form = new FormData()
  form.append('file', file)
  try {
    const response = await fetch('/api/v1/media', { method: 'POST', credentials: 'same-origin', body: form })
    const body: unknown = await response.json()
    if (response.ok) return { ok: true, status: response.status, body: body as StoredPicture }
    return { ok: false, problem: { ...(body as Problem), status: response.status } }
  } catch {
    return { ok: false, problem: { status: 0, code: 'offline', title: '', detail: '' } }
  }
}
