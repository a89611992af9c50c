'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type DragEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Problem } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useFieldFault } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { uploadFile } from './upload-file.ts'

interface Upload {
  id: number
  name: string
  /** 0 to 1. */
  share: number
  problem: Problem | 'too-large' | null
  done: boolean
}

/** Takes pictures that are chosen, dropped or pasted, several at once, one after the other, and says how far each is. */
export function UploadArea({ limits }: { limits: { bytes: number; pixels: number } }) {
  const t = useTranslations('catalogue.media')
  const say = useProblemText()
  const sayFault = useFieldFault()
  const faultIn = ({ errors: [first] = [] }: Problem) => first?.reason && sayFault(first)
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const count = useRef(0)
  const [uploads, setUploads] = useState<Upload[]>([])
  const [over, setOver] = useState(false)

  const take = useCallback(
    async (files: File[]) => {
      const queue = files.map(file => ({ file, id: ++count.current }))
      const change = (id: number, next: Partial<Upload>) => setUploads(all => all.map(one => (one.id === id ? { ...one, ...next } : one)))
      setUploads(all => [
        ...all.filter(({ done }) => !done),
        ...queue.map(({ file, id }): Upload => ({ id, name: file.name, share: 0, problem: null, done: false })),
      ])
      for (const { file, id } of queue) {
        if (file.size > limits.bytes) {
          change(id, { problem: 'too-large' })
          continue
        }
        const problem = await uploadFile(file, share => change(id, { share }))
        change(id, problem ? { problem } : { share: 1, done: true })
      }
      router.refresh()
    },
    [limits.bytes, router],
  )
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = Array.from(event.clipboardData?.files ?? []).filter(({ type }) => type.startsWith('image/'))
      if (files.length === 0) return
      event.preventDefault()
      void take(files)
    }
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  }, [take])

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(Array.from(event.dataTransfer.files))
  }
  return (
    <section
      className="upload-area"
      data-over={over || undefined}
      aria-label={t('upload')}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={22} />
      <p>
        {t('drop')}
        <span className="quiet">{t('limits', { bytes: limits.bytes / 1_048_576, pixels: limits.pixels / 1_000_000 })}</span>
      </p>
      <Button variant="default" onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        multiple
        hidden
        aria-label={t('choose')}
        onChange={event => {
          void take(Array.from(event.currentTarget.files ?? []))
          event.currentTarget.value = ''
        }}
      />
      {uploads.length > 0 && (
        <ul className="uploads" role="status">
          {uploads.map(({ id, name, share, problem, done }) => (
            <li key={id}>
              <span className="media-name">{name}</span>
              {problem ? (
                <span className="field-error">
                  {problem === 'too-large'
                    ? t('tooLarge', { bytes: limits.bytes / 1_048_576 })
                    : problem.status === 422
                      ? (faultIn(problem) ?? t('wrongFile'))
                      : say(problem)}
                </span>
              ) : done ? (
                <span className="quiet">{t('stored')}</span>
              ) : (
                <progress max={1} value={share} aria-label={t('uploading', { name })} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
