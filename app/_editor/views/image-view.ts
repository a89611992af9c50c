import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { lengthLimits } from '#lib/document/limits.ts'
import type { Surface } from '../surface.ts'
import { attributeField } from './attribute-field.ts'
import { isInControl, listenForReturn, tabThrough } from './block-control.ts'
import { element } from './element.ts'
import { mediaAddress } from './snippet-view.ts'

/** A picture with its description below, which is asked for; while it is being uploaded, how far it is. */
export const imageView =
  ({ words, sayProblem, uploads }: Surface): NodeViewRenderer =>
  props => {
    let node: Node = props.node
    const alt = attributeField(props, {
      attribute: 'alt',
      label: words('image.alt'),
      placeholder: words('image.altPlaceholder'),
      maxLength: lengthLimits.alt,
      className: 'image-alt',
      empty: '',
      required: true,
    })
    const picture = element('img', { draggable: 'false' })
    const progress = element('progress', { max: 1, 'aria-label': words('image.uploading') })
    const note = element('span', { class: 'image-note', role: 'status' })
    const again = element('button', { type: 'button', class: 'image-again' }, words('image.again'))
    listenForReturn(again, props, ['Escape'])
    again.addEventListener('click', () => uploads.again(node.attrs.upload))
    const missing = element('span', { class: 'image-missing', id: `missing-${crypto.randomUUID()}` }, words('image.altMissing'))
    alt.input.setAttribute('aria-describedby', missing.id)
    const dom = element('div', { class: 'image-block', contenteditable: 'false' }, picture, progress, note, again, alt.input, missing)
    tabThrough(dom)
    const show = () => {
      const upload = node.attrs.upload ? uploads.find(node.attrs.upload) : null
      const src: string = node.attrs.src || upload?.src || ''
      const address = upload?.preview ?? (src ? mediaAddress(src) : '')
      if (picture.getAttribute('src') !== address) picture.setAttribute('src', address)
      picture.alt = node.attrs.alt
      progress.hidden = upload?.state !== 'sending'
      progress.value = upload?.progress ?? 0
      again.hidden = upload?.state !== 'failed'
      note.textContent =
        upload?.state === 'failed' || (!node.attrs.src && node.attrs.upload && !upload)
          ? words('image.failed', { detail: upload?.problem ? sayProblem(upload.problem) : '' })
          : ''
      const isMissing = node.attrs.alt.trim() === ''
      dom.toggleAttribute('data-undescribed', isMissing)
      alt.input.setAttribute('aria-invalid', String(isMissing))
      missing.hidden = !isMissing
      alt.show(node)
    }
    show()
    const unwatch = uploads.watch(show)
    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false
        node = next
        show()
        return true
      },
      stopEvent: isInControl,
      ignoreMutation: () => true,
      destroy: unwatch,
    }
  }
