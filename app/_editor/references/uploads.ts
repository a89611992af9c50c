import type { Problem } from '#app/_ui/call-api.ts'
import { openWatchers } from './watchers.ts'

export interface Upload {
  name: string
  state: 'sending' | 'done' | 'failed'
  /** 0 to 1. */
  progress: number
  /** Shown while the picture is on its way. */
  preview: string
  /** `media:{id}` once it is stored. */
  src: string | null
  width: number | null
  height: number | null
  /** What the server said against it; null: it did not answer. */
  problem: Problem | null
}
export interface Uploads {
  /** Begins to send a picture and returns the name of the upload. */
  start(file: File): string
  again(upload: string): void
  find(upload: string): Upload | null
  /** What became of an upload, for the document; null: it is not stored yet. */
  findStored(upload: string): { src: string; width: number | null; height: number | null } | null
  watch(listener: () => void): () => void
  /** Hears of pictures that have just been stored. */
  watchStored(listener: () => void): () => void
}

interface Stored {
  id: string
  width: number | null
  height: number | null
}

/** Pictures on their way into the media store. What is done is remembered: undo and redo may bring its place back. */
export function openUploads(): Uploads {
  const uploads = new Map<string, Upload>()
  const files = new Map<string, File>()
  const { watch, tell } = openWatchers()
  const stored = openWatchers()
  const change = (upload: string, part: Partial<Upload>) => {
    uploads.set(upload, { ...(uploads.get(upload) as Upload), ...part })
    tell()
  }
  function send(upload: string) {
    const form = new FormData()
    form.append('file', files.get(upload) as File)
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/media')
    request.setRequestHeader('Accept', 'application/json')
    request.upload.onprogress = event => event.lengthComputable && change(upload, { progress: event.loaded / event.total })
    request.onerror = () => change(upload, { state: 'failed', problem: null })
    request.onload = () => {
      const reply = parse(request.responseText)
      if (request.status !== 201)
        return change(upload, { state: 'failed', problem: { ...(reply as unknown as Problem), status: request.status } })
      const { id, width, height } = reply as unknown as Stored
      files.delete(upload)
      change(upload, { state: 'done', progress: 1, src: `media:${id}`, width, height })
      stored.tell()
    }
    request.send(form)
  }
  return {
    start(file) {
      const upload = crypto.randomUUID()
      files.set(upload, file)
      const preview = URL.createObjectURL(file)
      uploads.set(upload, { name: file.name, state: 'sending', progress: 0, preview, src: null, width: null, height: null, problem: null })
      send(upload)
      return upload
    },
    again(upload) {
      if (!files.has(upload)) return
      change(upload, { state: 'sending', progress: 0 })
      send(upload)
    },
    find: upload => uploads.get(upload) ?? null,
    findStored(upload) {
      const { src, width, height } = uploads.get(upload) ?? {}
      return src ? { src, width: width ?? null, height: height ?? null } : null
    },
    watch,
    watchStored: stored.watch,
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
