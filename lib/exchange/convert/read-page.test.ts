import { expect, test } from 'vitest'
import { convert, textsOf } from './convert.fixture.ts'
import { nameOf } from './read-page.ts'

const page = async (html: string, path = 'help/page.html', around = {}) => {
  const converted = await convert('html', { [path]: html }, around)
  return { ...converted, file: converted.articles[0]?.file, text: textsOf(converted)[0] ?? '' }
}

test('only what the page says is taken: no navigation, head, foot, side, script, style or form of it', async () => {
  const { text } = await page(
    '<header><p>Шапка</p></header><nav>Меню</nav><aside>Реклама</aside><p>Текст</p><script>x()</script><style>p{}</style><template><p>Образец</p></template><footer>Подвал</footer>',
  )
  expect(text).toBe('Текст')
})

test('main goes before article, one article before the body, and of two articles neither is the page', async () => {
  expect((await page('<p>вне</p><article><p>статья</p></article>')).text).toBe('статья')
  expect((await page('<article><p>статья</p></article><main><p>главное</p></main>')).text).toBe('главное')
  expect((await page('<article><p>раз</p></article><article><p>два</p></article>')).text).toBe('раз\n\nдва')
})

test.each([
  ['<title>Вкладка – Банк</title><h1> Тема\n<b>жирно</b> </h1><p>x</p>', 'Тема жирно'],
  ['<title> Вкладка\n– Банк </title><p>x</p>', 'Вкладка – Банк'],
  ['<p>x</p>', 'page'],
  ['<h1></h1><p>x</p>', 'page'],
  ['<p>сначала</p><h1>Раз</h1><p>x</p><h1>Два</h1>', 'page'],
  ['<header><h1>В шапке</h1></header><p>x</p>', 'В шапке'],
])('%s is called "%s"', async (html, title) => {
  expect((await page(html)).file?.title).toBe(title)
})

test.each([
  ['<html lang="en-US"><p>x</p>', 'ru/page.html', 'en'],
  ['<html lang="de"><p>x</p>', 'ru/page.html', 'de'],
  ['<html lang="!"><p>x</p>', 'en/page.html', 'en'],
  ['<p>x</p>', 'ru/en/page.html', 'en'],
  ['<p>x</p>', 'faq/page.html', 'ru'],
])('the language of %s in %s is %s', async (html, path, locale) => {
  expect((await page(html, path)).file?.locale).toBe(locale)
})

test.each([
  ['<link rel=canonical href="https://old.example/a%20b/?x#y">', ['/a b']],
  ['<link rel=canonical href="/relative/">', ['/relative']],
  ['<link rel=canonical href="javascript:alert(1)">', []],
  ['<link rel=canonical href="">', []],
  ['<link rel=canonical>', []],
  [`<link rel=canonical href="/${'a'.repeat(600)}">`, []],
])('%s was known at %j', async (link, addresses) => {
  expect((await page(`${link}<p>x</p>`)).articles[0]?.addresses).toEqual(addresses)
})

test('a page without text, or with nothing but pictures that nobody has, is refused', async () => {
  for (const html of ['', '<p> </p>', '<nav>Меню</nav>', '<script>x</script>'])
    await expect(page(html)).rejects.toMatchObject({ finding: { reason: 'no-text' } })
})

test('nothing that runs and no address that runs comes out of a hostile page', async () => {
  const { articles, warnings } = await page(
    '<p onclick="alert(1)">Текст <a href="jAvAsCrIpT:alert(1)">раз</a> <a href="data:text/html,x">два</a> <img src=x onerror=alert(1)> <svg onload=alert(1)></svg><iframe src="https://evil.example"></iframe><a href="\u0001javascript:alert(1)">три</a></p>',
  )
  expect(JSON.stringify(articles)).not.toMatch(/alert|javascript:|data:|evil|onerror|svg/i)
  expect(warnings.filter(({ reason }) => reason === 'link-not-allowed').length).toBeGreaterThanOrEqual(2)
})

test('pictures and pages beside it are found by their place, whatever case and escapes the address has', async () => {
  const id = 'a'.repeat(32)
  const around = { pictures: new Map([['img/кнопка.png', id]]), targets: new Map([['help/cards.html', 'import_7']]) }
  const { text, warnings } = await page(
    '<p><a href="Cards.html?x=1#y">карты</a> <a href="//cards.html">чужое</a></p><img src="../img/%D0%9A%D0%BD%D0%BE%D0%BF%D0%BA%D0%B0.png" alt="Кнопка"><img src="http://evil.example/img/кнопка.png">',
    'help/page.html',
    around,
  )
  expect(text).toContain('[карты](article:import_7)')
  expect(text).toContain(`![Кнопка](media:${id})`)
  expect(text).not.toContain('evil')
  expect(warnings.map(({ reason }) => reason)).toContain('picture-left-out')
})

test('a name says what stands before its last dot, without its marks', () => {
  expect(['a/how-to_pay.html', 'x', '.html', 'v1.2-notes.docx', '---.html'].map(nameOf)).toEqual([
    'how to pay',
    'x',
    'Untitled',
    'v1.2 notes',
    'Untitled',
  ])
})
