import { expect, test } from 'vitest'
import { readHostView } from './host-view.ts'

test('a host says language and scheme of the panel in it, of no other page', () => {
  expect(readHostView('/operator/embed/a?locale=en&scheme=dark&q=x')).toEqual({ locale: 'en', scheme: 'dark' })
  const own = { locale: undefined, scheme: undefined }
  for (const path of [null, '/operator/embed/a', '/operator/embed/a?locale=de&scheme=pink', '/studio?locale=en&scheme=dark'])
    expect(readHostView(path)).toEqual(own)
})
