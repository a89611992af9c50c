'use client'

import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { callApi } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useEditorParts, usePanel } from '../editor-context.ts'
import { Floating } from '../menus/floating.tsx'

const cases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const
const forms = ['short', 'long'] as const

/** What the chosen fact says here, where else it stands, and how it is written at this place. */
export function FactPanel() {
  const { editor } = useEditorParts()
  const place = useEditorState({ editor, selector: ({ editor }) => chosenFact(editor.state.selection) })
  return place && <OpenPanel key={place.position} {...place} />
}

interface Place {
  position: number
  factKey: string
  case: string | null
  form: string | null
}

function chosenFact(selection: unknown): Place | null {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'fact') return null
  const { key, case: grammatical, form } = selection.node.attrs
  return { position: selection.from, factKey: key, case: grammatical, form }
}

function OpenPanel({ position, factKey, ...shown }: Place) {
  const { editor, surface } = useEditorParts()
  const { words, facts, locale } = surface
  const [panel, open] = usePanel()
  const first = useRef<HTMLSelectElement>(null)
  const title = useSyncExternalStore(facts.watch, () => facts.titleOf(factKey))
  const value = useSyncExternalStore(facts.watch, () => facts.valueOf(factKey, shown as object))
  const usage = useUsage(factKey)
  useEffect(() => {
    if (panel === 'fact') first.current?.focus()
  }, [panel])
  const set = (name: 'case' | 'form', choice: string) => {
    const { tr } = editor.state
    tr.setNodeAttribute(position, name, choice || null)
    editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, position)))
  }
  const back = () => {
    open(null)
    editor.commands.focus(position + 1)
  }
  return (
    <Floating position={position} className="fact-panel">
      <section aria-label={title} onKeyDown={event => event.key === 'Escape' && back()}>
        <p className="fact-panel-title">{title}</p>
        <p className="fact-panel-value">{value ?? words('fact.noValue')}</p>
        <p className="fact-panel-key">{factKey}</p>
        {usage && <p className="fact-panel-usage">{words('fact.usage', usage)}</p>}
        {editor.isEditable && (
          <p className="fact-panel-form">
            <label>
              {words('fact.form')}
              <select ref={first} value={shown.form ?? ''} onChange={event => set('form', event.currentTarget.value)}>
                <option value="">{words('fact.forms.usual')}</option>
                {forms.map(form => (
                  <option key={form} value={form}>
                    {words(`fact.forms.${form}`)}
                  </option>
                ))}
              </select>
            </label>
            {locale.startsWith('ru') && (
              <label>
                {words('fact.case')}
                <select value={shown.case ?? ''} onChange={event => set('case', event.currentTarget.value)}>
                  <option value="">{words('fact.noCase')}</option>
                  {cases.map(name => (
                    <option key={name} value={name}>
                      {words(`fact.cases.${name}`)}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </p>
        )}
        <a className="fact-panel-link" href={`/studio/facts/${encodeURIComponent(factKey)}`} target="_blank" rel="noopener">
          {words('fact.change')}
          <Icon name="open" size={14} />
        </a>
      </section>
    </Floating>
  )
}

interface Usage {
  drafts: unknown[]
  live: unknown[]
  snippets: unknown[]
}

function useUsage(key: string): { drafts: number; live: number; snippets: number } | null {
  const [usage, setUsage] = useState<{ drafts: number; live: number; snippets: number } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void callApi<Usage>('GET', `/facts/${encodeURIComponent(key)}/usage`).then(reply => {
      if (!isCurrent || !reply.ok) return
      const { drafts, live, snippets } = reply.body
      setUsage({ drafts: drafts.length, live: live.length, snippets: snippets.length })
    })
    return () => {
      isCurrent = false
    }
  }, [key])
  return usage
}
