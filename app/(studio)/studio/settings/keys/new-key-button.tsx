'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { KeyShown } from './key-shown.tsx'
import { NewKeyDialog } from './new-key-dialog.tsx'

/** Makes a key and shows it once. */
export function NewKeyButton() {
  const t = useTranslations('keys')
  const router = useRouter()
  const [asks, setAsks] = useState(false)
  const [key, setKey] = useState<string | null>(null)
  return (
    <>
      <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAsks(true)}>
        {t('new')}
      </Button>
      {asks && (
        <NewKeyDialog
          onClose={() => setAsks(false)}
          onMade={made => {
            setAsks(false)
            setKey(made)
            router.refresh()
          }}
        />
      )}
      {key !== null && <KeyShown value={key} onClose={() => setKey(null)} />}
    </>
  )
}
