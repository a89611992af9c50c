import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { readFolder } from './read-folder.ts'

function folder(contents: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), 'istok-folder-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

const pathsIn = async (path: string) => (await readFolder(path)).map(file => file.path)

test('files that an import reads come by their place in the folder, in their order; others stay where they are', async () => {
  const root = folder({ 'b/Ю.MD': '# Ю', 'a.md': '# А', 'faq.xlsx': 'x', 'run.exe': 'MZ', 'notes.txt': 'нет', 'empty/.keep': '' })
  expect(await pathsIn(root)).toEqual(['a.md', 'b/Ю.MD', 'faq.xlsx'])
})

test('what a symbolic link shows is not read: it may lead out of the folder', async () => {
  const secret = folder({ 'secret.md': '# Тайна' })
  const root = folder({ 'a.md': '# А' })
  symlinkSync(join(secret, 'secret.md'), join(root, 'linked.md'))
  symlinkSync(secret, join(root, 'linked'))
  expect(await pathsIn(root)).toEqual(['a.md'])
})

test('one file is read by itself, a zip unpacked, and nothing at a place is not found', async () => {
  const root = folder({ 'a.md': '# А', 'base.zip': zipSync({ 'ru/b.md': Buffer.from('# Б') }), 'broken.zip': 'нет' })
  expect(await pathsIn(join(root, 'a.md'))).toEqual(['a.md'])
  expect(await pathsIn(join(root, 'base.zip'))).toEqual(['ru/b.md'])
  await expect(readFolder(join(root, 'broken.zip'))).rejects.toMatchObject({ code: 'invalid' })
  await expect(readFolder(join(root, 'none'))).rejects.toMatchObject({ code: 'not_found' })
})
