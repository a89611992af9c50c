import type { Problem, Reply } from '#app/_ui/call-api.ts'

/** Begins an import of these files. Never throws. */
export async function sendImport(
  files: readonly File[],
  options: { dryRun: boolean; publish: boolean; format: string },
): Promise<Reply<{ id: string }>> {
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  if (options.format !== '') form.append('format', options.format)
  try {
    const response = await fetch(`/api/v1/imports?dryRun=${options.dryRun}&publish=${options.publish}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { Accept: 'application/json' },
      body: form,
    })
    const body: unknown = await response.json()
    if (response.ok) return { ok: true, status: response.status, body: body as { id: string } }
    return { ok: false, problem: { ...(body as Problem), status: response.status } }
  } catch {
    return { ok: false, problem: { status: 0, code: 'offline', title: '', detail: '' } }
  }
}
