import { html } from 'hono/html'
import type { Markup } from './markup.ts'

/** The home page's picture: one source, rings on the water, and the four faces in which an answer meets a customer. */
export function illustration(): Markup {
  return html`<svg class="illustration" viewBox="0 0 440 300" aria-hidden="true" focusable="false">
  <g class="rings"><circle cx="132" cy="150" r="34"/><circle cx="132" cy="150" r="62"/><circle cx="132" cy="150" r="94"/><circle cx="132" cy="150" r="130"/></g>
  <g class="streams"><path d="M132 150C220 150 232 42 322 42"/><path d="M132 150C230 150 244 114 322 114"/><path d="M132 150C230 150 244 186 322 186"/><path d="M132 150C220 150 232 258 322 258"/></g>
  <path class="source" d="M132 122c10 13 17 21 17 31a17 17 0 0 1-34 0c0-10 7-18 17-31z"/>
  <g class="faces">
    <rect x="322" y="16" width="52" height="52" rx="12"/><path d="M338 31h20M338 39h20M338 47h12"/>
    <rect x="322" y="88" width="52" height="52" rx="12"/><path d="M336 104h24v16h-14l-6 5v-5h-4z"/>
    <rect x="322" y="160" width="52" height="52" rx="12"/><path d="M341 172h14v28h-14zM346 196h4"/>
    <rect x="322" y="232" width="52" height="52" rx="12"/><path d="M337 260v-2a11 11 0 0 1 22 0v2M337 259h4v8h-4zM355 259h4v8h-4zM359 267c0 3-3 4-7 4"/>
  </g>
  <g class="drops"><circle cx="322" cy="42" r="3.5"/><circle cx="322" cy="114" r="3.5"/><circle cx="322" cy="186" r="3.5"/><circle cx="322" cy="258" r="3.5"/></g>
</svg>`
}
