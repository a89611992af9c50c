import { drawings, type IconName } from '#app/_ui/icon.tsx'
import { setAttributes } from './element.ts'

const namespace = 'http://www.w3.org/2000/svg'

/** The same line drawing as `Icon`, for the blocks of the text, which are plain DOM. Silent: it stands beside a word. */
export function drawing(name: IconName, size = 16): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg')
  setAttributes(svg, {
    width: size,
    height: size,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.6,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    class: 'icon',
    'aria-hidden': 'true',
  })
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', drawings[name])
  svg.append(path)
  return svg
}
