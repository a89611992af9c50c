// What the page can do without it, it does without it: this only makes things quicker.
const root = document.documentElement

switchTheme(document.querySelector('[data-theme-switch]'))
sendFeedback(document.querySelector('form.feedback'))
offerShare(document.querySelector('[data-share]'))
offerPrint(document.querySelector('[data-print]'))
followContents(document.querySelector('.toc.wide'))
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('.prose details')) details.open = true
})

function switchTheme(button) {
  if (!button) return
  const system = matchMedia('(prefers-color-scheme: dark)')
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches)
  const show = () => button.setAttribute('aria-pressed', String(isDark()))
  button.hidden = false
  show()
  system.addEventListener('change', show)
  button.addEventListener('click', () => {
    const dark = !isDark()
    // Back to what the system says: nothing to remember.
    if (dark === system.matches) delete root.dataset.theme
    else root.dataset.theme = dark ? 'dark' : 'light'
    try {
      if (root.dataset.theme) localStorage.setItem('istok-theme', root.dataset.theme)
      else localStorage.removeItem('istok-theme')
    } catch {
      // Not remembered, but shown.
    }
    show()
  })
}

function sendFeedback(form) {
  if (!form) return
  const status = form.querySelector('[role=status]')
  form.addEventListener('submit', async event => {
    const helpful = event.submitter?.value
    if (!helpful) return
    event.preventDefault()
    const buttons = [...form.querySelectorAll('button')]
    for (const button of buttons) button.setAttribute('aria-disabled', 'true')
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { accept: 'application/json' },
        body: new URLSearchParams({ helpful }),
      })
      if (!answer.ok) throw new Error(String(answer.status))
      status.textContent = form.dataset[helpful]
      form.classList.add('sent')
      if (helpful === 'no') form.querySelector('.search-on').hidden = false
      status.tabIndex = -1
      status.focus()
    } catch {
      status.textContent = form.dataset.failed
      for (const button of buttons) button.removeAttribute('aria-disabled')
    }
  })
}

function offerShare(item) {
  if (!item || !(navigator.share || navigator.clipboard)) return
  const button = item.querySelector('button')
  const label = button.querySelector('span')
  const text = label.textContent
  const url = document.querySelector('link[rel=canonical]')?.href ?? location.href
  item.hidden = false
  button.addEventListener('click', async () => {
    try {
      if (navigator.share && matchMedia('(pointer: coarse)').matches) return await navigator.share({ title: document.title, url })
      await navigator.clipboard.writeText(url)
      label.textContent = button.dataset.copied
      label.setAttribute('role', 'status')
      setTimeout(() => {
        label.textContent = text
      }, 3000)
    } catch {
      // The reader thought better of it.
    }
  })
}

function offerPrint(item) {
  if (!item) return
  item.hidden = false
  item.querySelector('button').addEventListener('click', () => print())
}

function followContents(nav) {
  if (!nav) return
  const links = new Map([...nav.querySelectorAll('a')].map(link => [decodeURIComponent(link.hash.slice(1)), link]))
  const headings = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean)
  const mark = () => {
    const passed = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 4)
    const current = passed.at(-1)?.id
    for (const [id, link] of links) {
      if (id === current) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -75% 0px' })
  for (const heading of headings) observer.observe(heading)
}
