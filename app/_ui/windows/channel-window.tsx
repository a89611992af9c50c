'use client'

import type { AgentContent, ChannelKind, ChatbotContent, IvrContent, OperatorContent, WebsiteContent } from '#lib/compile/types.ts'
import { AgentWindow } from './agent-window.tsx'
import type { SaidView } from './channel-view.ts'
import { ChatbotWindow } from './chatbot-window.tsx'
import { IvrWindow } from './ivr-window.tsx'
import { OperatorWindow } from './operator-window.tsx'
import { WebsiteWindow } from './website-window.tsx'

interface Props {
  kind: ChannelKind
  said: SaidView
}

/** An answer as a customer, a caller, an operator or a program meets it. */
export function ChannelWindow({ kind, said }: Props) {
  switch (kind) {
    case 'website':
      return <WebsiteWindow said={said} content={said.content as WebsiteContent} />
    case 'chatbot':
      return <ChatbotWindow said={said} content={said.content as ChatbotContent} />
    case 'ivr':
      return <IvrWindow said={said} content={said.content as IvrContent} />
    case 'operator':
      return <OperatorWindow said={said} content={said.content as OperatorContent} />
    case 'agent':
      return <AgentWindow said={said} content={said.content as AgentContent} />
  }
}
