// Suggestions while one is typing, as WAI-ARIA's combobox with a list; without it the form sends what was typed.
suggestWhileTyping(document.querySelector('form.search'))
noteOpenings(document.querySelector('body.results main, body.asking main'))

function suggestWhileTyping(form) {
  if (!form) return
  const input = form.querySelector('input')
  const list = document.createElement('ul')
  const status = document.createElement('p')
  list.id = 'suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.dataset.list)
  status.className = 'hidden-text'
  status.setAttribute('role', 'status')
  form.append(list, status)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }))
    input.setAttribute(name, value)
  let items = []
  let active = -1
  let typed = input.value
  let timer
  let request

  const close = () => {
    clearTimeout(timer)
    request?.abort()
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const choose = item => {
    if (item.slug) {
      noteOpening(typed, item.slug)
      location.assign(`/${root.lang}/articles/${item.slug}`)
    } else {
      input.value = item.text
      close()
      form.requestSubmit()
    }
  }
  const show = found => {
    items = found
    active = -1
    input.removeAttribute('aria-activedescendant')
    list.replaceChildren(
      ...items.map((item, at) => {
        const option = document.createElement('li')
        option.id = `suggestion-${at}`
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.className = item.slug ? 'answer' : 'word'
        option.textContent = item.text
        option.addEventListener('click', () => choose(item))
        return option
      }),
    )
    list.hidden = items.length === 0
    input.setAttribute('aria-expanded', String(items.length > 0))
    status.textContent = items.length > 0 ? form.dataset.count.replace('#', items.length) : form.dataset.none
  }
  const ask = async () => {
    request?.abort()
    request = new AbortController()
    const query = new URLSearchParams({ q: typed, locale: root.lang, limit: '8' })
    try {
      const reply = await fetch(`/api/v1/channels/website/suggest?${query}`, { signal: request.signal, credentials: 'omit' })
      if (reply.ok && document.activeElement === input) show((await reply.json()).items)
      else close()
    } catch (error) {
      if (error.name !== 'AbortError') close()
    }
  }
  const move = to => {
    for (const option of list.children) option.setAttribute('aria-selected', 'false')
    active = to
    const option = list.children[active]
    input.value = option && !items[active].slug ? items[active].text : typed
    if (!option) return input.removeAttribute('aria-activedescendant')
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', option.id)
  }

  input.addEventListener('input', event => {
    typed = input.value
    if (event.isComposing) return
    clearTimeout(timer)
    if (typed.trim().length < 2) return close()
    timer = setTimeout(ask, 130)
  })
  input.addEventListener('keydown', event => {
    if (event.isComposing) return
    const isOpen = !list.hidden
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      // One place more than there are options: the field itself.
      if (isOpen) move(((active + 1 + step + items.length + 1) % (items.length + 1)) - 1)
      else if (typed.trim().length >= 2) ask()
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      input.value = typed
      close()
    } else if (event.key === 'Enter' && isOpen && items[active]) {
      event.preventDefault()
      choose(items[active])
    }
  })
  input.addEventListener('blur', close)
  // A press on an option must not take the focus away before the click arrives.
  list.addEventListener('mousedown', event => event.preventDefault())
}

function noteOpenings(main) {
  if (!main) return
  main.addEventListener('click', event => {
    const { slug, locale } = event.target.closest?.('a[data-slug]')?.dataset ?? {}
    // What was searched for stands in the address, what was asked on the page.
    const query = main.querySelector('.asked')?.textContent ?? new URLSearchParams(location.search).get('q')
    if (slug && query && locale === root.lang) noteOpening(query, slug)
  })
}

function noteOpening(query, slug) {
  fetch('/api/v1/channels/website/openings', {
    method: 'POST',
    keepalive: true,
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: query.slice(0, 1000), slug, locale: root.lang }),
  }).catch(() => undefined)
}
