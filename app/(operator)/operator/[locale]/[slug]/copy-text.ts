import type { OperatorContent } from '#lib/compile/types.ts'

/** Puts a form of the answer on the clipboard; false when the browser does not let us. `html` goes with its plain text, for fields that take no form. */
export async function copyText(copy: OperatorContent['copy'], form: 'short' | 'plain' | 'html'): Promise<boolean> {
  try {
    if (form !== 'html') await navigator.clipboard.writeText(copy[form])
    else {
      const parts = {
        'text/html': new Blob([copy.html], { type: 'text/html' }),
        'text/plain': new Blob([copy.plain], { type: 'text/plain' }),
      }
      await navigator.clipboard.write([new ClipboardItem(parts)])
    }
    return true
  } catch {
    return false
  }
}
