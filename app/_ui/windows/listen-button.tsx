'use client'

import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'

/** Reads a script aloud with a voice of this browser; where it has none for the language there is no button. */
export function ListenButton({ text, locale }: { text: string; locale: string }) {
  const t = useTranslations('draft.windows')
  const voice = useVoice(locale)
  const [isSpeaking, setSpeaking] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  if (!voice || text === '') return null

  function toggle() {
    speechSynthesis.cancel()
    if (isSpeaking) return setSpeaking(false)
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice?.lang ?? locale
    utterance.onend = () => setSpeaking(false)
    utterance.onerror = () => setSpeaking(false)
    setSpeaking(true)
    speechSynthesis.speak(utterance)
  }

  return (
    <Button size="compact-sm" variant="default" onClick={toggle} leftSection={<Icon name={isSpeaking ? 'close' : 'operator'} size={15} />}>
      {t(isSpeaking ? 'stop' : 'listen')}
    </Button>
  )
}

/** A voice for the language; those of this machine first, because others send the text elsewhere. */
function useVoice(locale: string): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  useEffect(() => {
    const synthesis: SpeechSynthesis | undefined = window.speechSynthesis
    if (!synthesis) return
    const language = locale.slice(0, 2)
    const look = () => setVoice(synthesis.getVoices().find(({ lang, localService }) => localService && lang.startsWith(language)) ?? null)
    look()
    synthesis.addEventListener?.('voiceschanged', look)
    return () => synthesis.removeEventListener?.('voiceschanged', look)
  }, [locale])
  return voice
}
