'use client'

import { Button, CloseButton } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'

interface Props {
  files: File[]
  disabled: boolean
  onFiles: (files: File[]) => void
  /** What a file will be taken for. */
  describe: (file: File) => string
  limits: { file: number; packed: number }
}

const megabyte = 1_048_576

/** Files that are chosen or dropped; each can be taken away again. */
export function FileDrop({ files, disabled, onFiles, describe, limits }: Props) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const add = (list: FileList | null) => {
    const added = Array.from(list ?? [])
    if (!disabled) onFiles([...files.filter(({ name }) => !added.some(file => file.name === name)), ...added])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer.files)
  }
  return (
    <section
      className="upload-area"
      data-over={over || undefined}
      aria-label={t('files')}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={22} />
      <p>
        {t('drop')} <span className="quiet">{t('limits', { file: limits.file / megabyte, all: limits.packed / megabyte })}</span>
      </p>
      <Button variant="default" disabled={disabled} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".zip,.md,.markdown,.mdx,.html,.htm,.xhtml,.docx,.csv,.tsv,.xlsx,.json,.txt"
        multiple
        hidden
        aria-label={t('choose')}
        onChange={event => {
          add(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      {files.length > 0 && (
        <ul className="uploads">
          {files.map(file => (
            <li key={file.name}>
              <span className="media-name">{file.name}</span>
              <span className="quiet">
                {describe(file)} · {t('size', { size: format.number(Math.max(1, Math.round(file.size / 1024))) })}
              </span>
              <CloseButton
                disabled={disabled}
                aria-label={t('remove', { name: file.name })}
                onClick={() => onFiles(files.filter(other => other !== file))}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
