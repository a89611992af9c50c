'use client'

import { useEditorState } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import { blockChoices, findChoices, isPossible } from '../blocks/block-choices.ts'
import { type EditorParts, useEditorParts } from '../editor-context.ts'
import { shownKeys } from '../toolbar/shown-keys.ts'
import { Floating } from './floating.tsx'
import { movedActive, type Pick, PickList } from './pick-list.tsx'
import { type Trigger, triggerKey } from './trigger.ts'

/** The menu that `/` or `{` has opened, beside the cursor. */
export function TriggerMenu() {
  const { editor } = useEditorParts()
  const trigger = useEditorState({ editor, selector: ({ editor }) => triggerKey.getState(editor.state)?.trigger ?? null })
  return trigger && <OpenMenu key={`${trigger.kind} ${trigger.from}`} trigger={trigger} />
}

interface MenuPick extends Pick {
  run: () => void
}

function OpenMenu({ trigger }: { trigger: Trigger }) {
  const { editor, surface, menuKeys } = useEditorParts()
  const { words } = surface
  const id = useId()
  const { picks, isSearching } = usePicks(trigger)
  const [active, setActive] = useState(0)
  const chosen = Math.min(active, Math.max(0, picks.length - 1))
  const chosenEarly = useRef<string | null>(null)
  useEffect(() => {
    if (isSearching || chosenEarly.current === null) return
    if (chosenEarly.current === trigger.query) picks[0]?.run()
    chosenEarly.current = null
  })
  menuKeys.current = event => {
    if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) {
      // What is still shown was found for what was typed before: the first of the answer is meant.
      if (isSearching && chosen === 0) {
        chosenEarly.current = trigger.query
        return true
      }
      picks[chosen]?.run()
      return picks.length > 0
    }
    const next = event.key === 'Home' || event.key === 'End' ? null : movedActive(event.key, chosen, picks.length)
    if (next !== null) setActive(next)
    return next !== null
  }
  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', id)
    return () => {
      menuKeys.current = null
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, menuKeys])
  useEffect(() => {
    if (picks.length > 0) editor.view.dom.setAttribute('aria-activedescendant', `${id}-${chosen}`)
    else editor.view.dom.removeAttribute('aria-activedescendant')
  }, [editor, id, chosen, picks.length])
  if (picks.length === 0 && trigger.kind === 'block') return null
  return (
    <Floating position={trigger.from} className="menu">
      <PickList
        id={id}
        label={words(trigger.kind === 'fact' ? 'fact.choose' : 'insert')}
        picks={picks}
        active={chosen}
        empty={words(isSearching ? 'searching' : 'fact.none')}
        onPick={index => picks[index]?.run()}
        onActive={setActive}
      />
    </Floating>
  )
}

/** What the typed text offers. */
function usePicks(trigger: Trigger): { picks: MenuPick[]; isSearching: boolean } {
  const parts = useEditorParts()
  const { facts } = parts.surface
  const [found, setFound] = useState<{ query: string; picks: MenuPick[] } | null>(null)
  const { kind, query } = trigger
  useEffect(() => {
    if (kind !== 'fact') return
    let isCurrent = true
    void facts.search(query, 30).then(items => {
      if (isCurrent) setFound({ query, picks: items.map(({ key }) => factPick(key, parts)) })
    })
    return () => {
      isCurrent = false
    }
  }, [kind, query, facts, parts])
  return kind === 'block'
    ? { picks: blockPicks(query, parts), isSearching: false }
    : { picks: found?.picks ?? [], isSearching: found?.query !== query }
}

function blockPicks(query: string, { editor, surface, panels }: EditorParts): MenuPick[] {
  const nameOf = (name: (typeof blockChoices)[number]['id']) => surface.words(`blocks.${name}`)
  return findChoices(blockChoices, query, nameOf)
    .filter(choice => isPossible(choice, editor, surface))
    .map(choice => ({
      id: choice.id,
      title: nameOf(choice.id),
      glyph: choice.glyph,
      detail: choice.keys && shownKeys(choice.keys),
      run: () => {
        clearTyped(editor)
        choice.run(editor, panels)
      },
    }))
}

function factPick(key: string, { editor, surface }: EditorParts): MenuPick {
  return {
    id: key,
    title: surface.facts.titleOf(key),
    glyph: '{}',
    detail: surface.facts.valueOf(key) ?? '—',
    hint: key,
    run: () => {
      clearTyped(editor)
      editor.chain().insertContent({ type: 'fact', attrs: { key } }).run()
    },
  }
}

/** Takes away the sign and what was typed after it. */
function clearTyped(editor: EditorParts['editor']): void {
  const trigger = triggerKey.getState(editor.state)?.trigger
  if (trigger) editor.view.dispatch(editor.state.tr.delete(trigger.from, editor.state.selection.from))
}
