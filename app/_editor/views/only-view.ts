import type { NodeViewRenderer, NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { channelKinds } from '#lib/compile/channels.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { Surface } from '../surface.ts'
import { attributeWriter, isInControl, listenForReturn, tabThrough } from './block-control.ts'
import { drawing } from './drawing.ts'
import { element, setAttributes } from './element.ts'

/** Content for some readers only: who they are stands above it, as a choice between operators and the channels named. */
export const onlyView =
  (surface: Surface): NodeViewRenderer =>
  props => {
    const head = onlyHead(surface, props)
    const content = element('div', { class: 'block-content' })
    const dom = element('div', {}, head.dom, content)
    const show = (node: Node) => {
      dom.setAttribute('data-only', node.attrs.channels?.join(',') ?? 'internal')
      head.show(node)
    }
    show(props.node)
    return {
      dom,
      contentDOM: content,
      update(node) {
        if (node.type !== props.node.type) return false
        show(node)
        return true
      },
      stopEvent: isInControl,
      ignoreMutation: mutation => mutation.type !== 'selection' && !content.contains(mutation.target),
    }
  }

function onlyHead({ words }: Surface, props: NodeViewRendererProps) {
  const write = attributeWriter(props)
  let chosen: string[] = []
  const select = element(
    'select',
    { class: 'block-select', 'aria-label': words('only.readers') },
    element('option', { value: 'internal' }, words('only.internal')),
    element('option', { value: 'channels' }, words('only.channels')),
  )
  select.addEventListener('change', () =>
    write(select.value === 'internal' ? { audience: 'internal', channels: null } : { audience: null, channels: ['website'] }),
  )
  listenForReturn(select, props, ['Enter', 'Escape'])
  const toggles = channelKinds.map(kind => channelToggle(kind, words(`channels.${kind}`)))
  for (const { kind, button } of toggles) {
    button.addEventListener('click', () => {
      const next = chosen.includes(kind) ? chosen.filter(name => name !== kind) : [...chosen, kind].sort()
      if (next.length > 0) write({ channels: next })
    })
    listenForReturn(button, props, ['Escape'])
  }
  const face = element('span', { class: 'block-face' })
  const group = element('span', { class: 'only-channels', role: 'group', 'aria-label': words('only.which') })
  group.append(...toggles.map(({ button }) => button))
  const dom = element('div', { class: 'block-head', contenteditable: 'false' }, face, select, group)
  dom.addEventListener('keydown', moveBetween)
  tabThrough(dom)
  const show = (node: Node) => {
    chosen = node.attrs.channels ?? []
    const isInternal = node.attrs.channels === null
    select.value = isInternal ? 'internal' : 'channels'
    select.disabled = !props.editor.isEditable
    face.replaceChildren(drawing(isInternal ? 'operator' : 'windows'))
    group.hidden = isInternal
    for (const { kind, button } of toggles) {
      setAttributes(button, { 'aria-pressed': String(chosen.includes(kind)) })
      button.disabled = !props.editor.isEditable
    }
  }
  return { dom, show }
}

function channelToggle(kind: ChannelKind, name: string): { kind: ChannelKind; button: HTMLButtonElement } {
  return { kind, button: element('button', { type: 'button', class: 'only-channel', title: name }, drawing(kind, 15), name) }
}

/** Arrow keys go from control to control of the head. */
function moveBetween(event: KeyboardEvent): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0 || !(event.currentTarget instanceof HTMLElement)) return
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-control]')].filter(control => control.offsetParent !== null)
  const next = controls[controls.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
