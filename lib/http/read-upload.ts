import { escapePointer } from '#lib/document/escape-pointer.ts'
import { type FieldError, IstokError } from '../errors.ts'

/** A file of a form, as received. */
export interface UploadedFile {
  name: string
  bytes: Uint8Array
}

/** The one file in the field `file` of a multipart form. Throws invalid (400) when the form is broken, (422) when the file is missing or not alone. */
export async function readUpload(bytes: Uint8Array, request: Request): Promise<UploadedFile> {
  const form = await parseForm(bytes, request.headers.get('content-type') ?? '')
  const unknown = [...new Set(form.keys())].filter(name => name !== 'file')
  const files = form.getAll('file')
  const [file] = files
  if (file instanceof File && files.length === 1 && unknown.length === 0)
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  const errors = unknown.map(name => ({
    pointer: `/${escapePointer(name)}`,
    message: 'is not known',
    reason: 'unknown-member',
    arguments: { name },
  }))
  throw new IstokError('invalid', 'The form has one file in the field "file"', {
    errors: errors.length > 0 ? errors : [{ pointer: '/file', message: 'must be exactly one file', reason: 'file-missing' }],
  })
}

/** All files in the field `file` of a multipart form, with the text fields that are known. Throws as readUpload. */
export async function readUploads(
  bytes: Uint8Array,
  request: Request,
  fields: readonly string[],
): Promise<{ files: UploadedFile[]; fields: Record<string, string> }> {
  const form = await parseForm(bytes, request.headers.get('content-type') ?? '')
  const errors: FieldError[] = [...new Set(form.keys())]
    .filter(name => name !== 'file' && !fields.includes(name))
    .map(name => ({ pointer: `/${escapePointer(name)}`, message: 'is not known', reason: 'unknown-member', arguments: { name } }))
  const given = form.getAll('file').filter(entry => entry instanceof File)
  if (given.length === 0 || given.length < form.getAll('file').length)
    errors.push({ pointer: '/file', message: 'must be at least one file', reason: 'file-missing' })
  if (errors.length > 0) throw new IstokError('invalid', 'The form has files in the field "file"', { errors })
  const files = await Promise.all(given.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
  const known = fields.flatMap(name => {
    const value = form.get(name)
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return { files, fields: Object.fromEntries(known) }
}

async function parseForm(bytes: Uint8Array, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': contentType } }).formData()
  } catch (cause) {
    throw new IstokError('invalid', 'The multipart form is malformed', {
      status: 400,
      errors: [{ pointer: '', message: 'is not a multipart form', reason: 'not-a-form' }],
      cause,
    })
  }
}
