import { readdirSync } from 'node:fs'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { expectRefusal, openHouse } from './house.fixture.ts'
import { smallPicture } from './small-picture.fixture.ts'
import type { TestWire } from './test-wire.ts'

test('files with names that lead elsewhere stay where they belong', async () => {
  const { ask, admin, istok } = await openHouse()
  const before = readdirSync(istok.env.dataDir).sort()
  const send = (bytes: Uint8Array, name: string, path: string) => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(bytes)], name))
    return upload(form, path)
  }
  const upload = async (form: FormData, path: string) => {
    const request = new Request('http://localhost/', { method: 'POST', body: form })
    return ask('POST', path, {
      key: admin,
      body: new Uint8Array(await request.arrayBuffer()),
      headers: { 'Content-Type': request.headers.get('content-type') ?? '' },
    })
  }
  await expectRefusal(await send(Buffer.from('<svg onload="x"/>'), '../../x.png', '/media'), 'an SVG', [422])
  await expectRefusal(await send(new Uint8Array(), 'x.png', '/media'), 'an empty file', [422])
  await expectRefusal(await send(smallPicture(1).slice(0, 20), 'x.png', '/media'), 'half a picture', [422])
  await expectRefusal(await send(Buffer.from('no zip'), 'x.zip', '/imports'), 'no zip', [422])
  const empty = zipSync({ 'readme.txt': Buffer.from('x') })
  await expectRefusal(await send(empty, 'x.zip', '/imports'), 'a zip without articles', [422])
  await expectRefusal(await send(claiming(['a.md'], 21), 'x.zip', '/imports'), 'a file that unpacks to 21 MB', [413])
  const many = Array.from({ length: 30 }, (_, index) => `${index}.md`)
  await expectRefusal(await send(claiming(many, 19), 'x.zip', '/imports'), 'a zip that unpacks to 570 MB', [413])
  const names = [
    '../../evil.md',
    '/etc/evil.md',
    '..\\..\\evil.md',
    'a/../../../evil.md',
    'C:\\evil.md',
    '__proto__/evil.md',
    '.git/evil.md',
  ]
  const article = Buffer.from('---\ntitle: Evil\nslug: ../../evil\n---\n\n![x](../../../etc/passwd)\n')
  const slip = zipSync(Object.fromEntries(names.map(name => [name, article])))
  const response = await send(slip, 'x.zip', '/imports?dryRun=true')
  expect([202, 422]).toContain(response.status)
  if (response.status === 202) await settled(ask, admin, ((await response.json()) as { id: string }).id)
  istok.database.writer.sqlite.exec('DELETE FROM import_job')
  expect(readdirSync(istok.env.dataDir).sort()).toEqual(before)
})

/** A small zip whose directory says that each file unpacks to so many megabytes. */
function claiming(names: string[], megabytes: number): Uint8Array {
  const zip = Buffer.from(zipSync(Object.fromEntries(names.map(name => [name, Buffer.from('# A\n')]))))
  const entry = Buffer.from('PK\u0001\u0002', 'latin1')
  for (let at = zip.indexOf(entry); at >= 0; at = zip.indexOf(entry, at + 1)) zip.writeUInt32LE(megabytes * 1024 * 1024, at + 24)
  return zip
}

async function settled(ask: TestWire['ask'], key: string, id: string): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { status } = (await (await ask('GET', `/imports/${id}`, { key })).json()) as { status: string }
    if (status !== 'running') return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  throw new Error('the import did not end')
}

test('a form that is none is refused', async () => {
  const { ask, admin, app } = await openHouse()
  for (const path of ['/media', '/imports']) {
    for (const [type, body] of [
      ['multipart/form-data', '--x\r\n\r\n--x--'],
      ['multipart/form-data; boundary=x', 'nothing of the kind'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="other"\r\n\r\ny\r\n--x--\r\n'],
      ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nno file\r\n--x--\r\n'],
      ['multipart/form-data; boundary=x', ''],
    ] as const)
      await expectRefusal(await ask('POST', path, { key: admin, body, headers: { 'Content-Type': type } }), `${path} ${type} ${body}`)
  }
  const feedback = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    app.request('http://localhost/ru/articles/first/feedback', {
      method: 'POST',
      body: body as string,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    })
  for (const body of [
    '',
    'helpful=',
    'helpful=maybe',
    'helpful=yes&helpful=no',
    'other=yes',
    '%ff',
    'helpful=%00',
    new Uint8Array([0xff, 0xfe]),
  ])
    expect((await feedback(body)).status, String(body)).toBe(400)
  expect((await feedback('{"helpful":"yes"}', { 'Content-Type': 'application/json' })).status).toBe(400)
  expect((await feedback(`helpful=${'y'.repeat(5000)}`)).status).toBe(413)
  expect((await feedback('helpful=yes', { Origin: 'https://evil.example' })).status).toBe(403)
  expect((await feedback('helpful=yes', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
})
