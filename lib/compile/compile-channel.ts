import { renderAgent } from './channels/agent/render-agent.ts'
import { renderChatbot } from './channels/chatbot/render-chatbot.ts'
import { renderIvr } from './channels/ivr/render-ivr.ts'
import { renderOperator } from './channels/operator/render-operator.ts'
import { renderWebsite } from './channels/website/render-website.ts'
import { findTypedValues } from './contradictions/find-typed-values.ts'
import { describeLoss } from './loss-reasons.ts'
import { isInChannel } from './resolve/resolve-link.ts'
import type { ChannelKind, CompiledChannel, RenditionOf, Resolution, Source } from './types.ts'
import { newViewCache, openView, type View, type ViewCache } from './view.ts'

const renderers = {
  website: renderWebsite,
  chatbot: renderChatbot,
  ivr: renderIvr,
  operator: renderOperator,
  agent: renderAgent,
} satisfies { [Kind in ChannelKind]: (view: View) => RenditionOf<Kind> }

/**
 * Compiles a source for one channel: resolve, filter, render. `rendition` is null when the article does not exist in the channel. Pure: the same
 * input gives the same bytes. `cache` may be shared by calls with the same source and resolution.
 */
export function compileChannel(
  source: Source,
  resolution: Resolution,
  channel: ChannelKind,
  cache: ViewCache = newViewCache(),
): CompiledChannel {
  if (!isInChannel(source, channel)) return { rendition: null, losses: [] }
  const view = openView(source, resolution, channel, cache)
  const rendition = renderers[channel](view)
  view.losses.push(...findTypedValues(view))
  if (rendition.plainText.trim() === '') view.losses.push(describeLoss('rendition-empty', '', 'article'))
  return { rendition, losses: view.losses }
}
