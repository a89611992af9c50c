import type { Problem } from '#app/_ui/call-api.ts'

/** Sends one picture and says how far it is (0 to 1). Returns the refusal, or null when it is stored. `fetch` tells no progress of what is sent. */
export function uploadFile(file: File, onShare: (share: number) => void): Promise<Problem | null> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    const offline: Problem = { status: 0, code: 'offline', title: '', detail: '' }
    request.upload.onprogress = event => event.lengthComputable && onShare(event.loaded / event.total)
    request.onerror = () => resolve(offline)
    request.onload = () => {
      if (request.status < 300) return resolve(null)
      try {
        resolve({ ...(JSON.parse(request.responseText) as Problem), status: request.status })
      } catch {
        resolve({ ...offline, status: request.status, code: 'internal' })
      }
    }
    request.open('POST', '/api/v1/media')
    request.send(form)
  })
}
