/** Starts Swagger UI on our own document; nothing is asked of a validator on another host. */
export const developersScript = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#routes',
  validatorUrl: null,
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  persistAuthorization: false,
  tryItOutEnabled: true,
  syntaxHighlight: { activated: false },
  onComplete() {
    document.querySelector('#servers')?.setAttribute('aria-label', 'Server')
    const schemes = document.querySelector('.schemes-server-container')
    schemes?.setAttribute('role', 'region')
    schemes?.setAttribute('aria-label', 'Server and key')
    // The list of routes brings a main part of its own.
    document.querySelector('[role="main"]')?.removeAttribute('role')
  },
})
`

export const developersStyle = `:root { color-scheme: light; }
body { margin: 0; font: 1rem/1.6 system-ui, sans-serif; color: #1b1f24; background: #fff; }
header nav { display: flex; justify-content: space-between; gap: 1rem; padding: 0.75rem 1.25rem; border-bottom: 1px solid #d0d7de; }
header a, .page section > p a { color: #0b57a4; }
header > div, .page, #routes { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
h1 { margin: 1.25rem 0 0.5rem; }
.swagger-ui .information-container { display: none; }
.swagger-ui .btn.authorize { color: #1b6b45; border-color: #1b6b45; }
.swagger-ui .btn.authorize svg { fill: #1b6b45; }
.page > section > h2 { font-size: 1.125rem; margin: 1.75rem 0 0.5rem; }
.page > section > pre { margin: 0; padding: 0.875rem 1rem; overflow-x: auto; background: #f6f8fa; border: 1px solid #d0d7de; border-radius: 0.5rem; font-size: 0.875rem; }
.page > section > dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.25rem; margin: 0; }
.page > section > dl > dd { margin: 0; }
:target { background: #fff8c5; }
a:focus-visible, pre:focus-visible { outline: 3px solid #0b57a4; outline-offset: 2px; }
@media (max-width: 40rem) { .page > section > dl { grid-template-columns: 1fr; } }
`

export const developersText = {
  ru: {
    name: 'По-русски',
    title: 'Istok для разработчиков',
    lead: 'Один ответ для всех каналов. Ответы читаются по REST, изменения приходят лентой, а канал подтверждает, что отдаёт клиентам. Ключ выдаёт администратор; без ключа доступен канал website.',
    routes: 'Все запросы',
    noScript: 'Список запросов показывается с JavaScript; без него есть openapi.json.',
    errors: {
      title: 'Ошибки',
      lead: 'Каждый отказ — application/problem+json с полями type, title, status, detail, code, requestId и, если ошибка во входных данных, errors с указателями на поля.',
      codes: [
        ['invalid', 'данные не приняты: 400, 405, 415, 422, 428'],
        ['unauthenticated', 'нужен ключ или он больше не действует: 401'],
        ['forbidden', 'ключу не хватает права: 403'],
        ['not_found', 'здесь ничего нет или уже нет: 404, 410'],
        ['conflict', 'состояние изменилось или объект занят: 409, 412'],
        ['too_large', 'тело больше предела: 413'],
        ['rate_limited', 'слишком много запросов, см. Retry-After: 429'],
        ['internal', 'ошибка у нас, номер запроса есть в журнале: 500, 503, 507'],
      ],
    },
  },
  en: {
    name: 'In English',
    title: 'Istok for developers',
    lead: 'One answer for every channel. Answers are read over REST, changes come as a feed, and a channel confirms what it serves. An administrator gives you a key; without one the channel website is open.',
    routes: 'Every request',
    noScript: 'The list of requests needs JavaScript; openapi.json is there without it.',
    errors: {
      title: 'Errors',
      lead: 'Every refusal is application/problem+json with type, title, status, detail, code, requestId and, for faults in the input, errors with pointers to the fields.',
      codes: [
        ['invalid', 'the input was not accepted: 400, 405, 415, 422, 428'],
        ['unauthenticated', 'a key is needed, or this one holds no more: 401'],
        ['forbidden', 'the key lacks a scope: 403'],
        ['not_found', 'there is nothing here, or no longer: 404, 410'],
        ['conflict', 'the state has changed, or the name is taken: 409, 412'],
        ['too_large', 'the body is over its limit: 413'],
        ['rate_limited', 'too many requests, see Retry-After: 429'],
        ['internal', 'a fault of ours, the log has it under the requestId: 500, 503, 507'],
      ],
    },
  },
} as const

/** Commands that work as they stand, the first without a key. The demo base has the article. */
export function examples(publicUrl: string): { title: { ru: string; en: string }; command: string }[] {
  const api = `${publicUrl}/api/v1`
  return [
    {
      title: { ru: 'Ответ для сайта, без ключа', en: 'An answer for the site, without a key' },
      command: `curl '${api}/channels/website/answers/transfer-fee?locale=ru'`,
    },
    {
      title: { ru: 'Ответ для бота, готовый для Telegram', en: 'An answer for a bot, ready for Telegram' },
      command: `export ISTOK_KEY='istok_…'\ncurl -H "Authorization: Bearer $ISTOK_KEY" \\\n  '${api}/channels/chatbot/answers/transfer-fee?locale=ru&profile=telegram.html'`,
    },
    {
      title: {
        ru: 'Нажатие кнопки в боте: a:…, h:… и шаг сценария s:…',
        en: 'A press of a button in a bot: a:…, h:… and a step of a script, s:…',
      },
      command: buttonExample(api),
    },
    {
      title: { ru: 'Что изменилось и подтверждение релиза', en: 'What changed, and confirming a release' },
      command: `curl -H "Authorization: Bearer $ISTOK_KEY" '${api}/channels/chatbot/changes?after=0'\ncurl -X POST -H "Authorization: Bearer $ISTOK_KEY" -H 'Content-Type: application/json' \\\n  -d '{"release": 1}' '${api}/channels/chatbot/acks'`,
    },
    {
      title: { ru: 'Поток изменений', en: 'A stream of changes' },
      command: `curl -N -H "Authorization: Bearer $ISTOK_KEY" '${api}/channels/chatbot/changes/stream'`,
    },
    {
      title: { ru: 'Что говорил IVR в тот момент', en: 'What the IVR said at that moment' },
      command: `curl -H "Authorization: Bearer $ISTOK_KEY" \\\n  '${api}/channels/ivr/answers/transfer-fee?locale=ru&at=2026-11-22T14:05:00%2B03:00'`,
    },
    {
      title: { ru: 'Панель оператора в своей CRM: одноразовый вход', en: 'The operator panel in a CRM: a one-time token' },
      command: `# ${'$'}FRAME: id from POST /embeddings {"name": "CRM", "origins": ["https://crm.example"]}; the token holds for a minute, once\ncurl -X POST -H "Authorization: Bearer $ISTOK_KEY" -H 'Content-Type: application/json' \\\n  -d '{"email": "operator@istok.demo"}' "${api}/embeddings/$FRAME/tokens"`,
    },
    {
      title: {
        ru: 'Страница CRM с панелью: кто звонит, о чём, вставка ответа',
        en: 'A page of the CRM: who calls, about what, inserting the answer',
      },
      command: frameExample(publicUrl),
    },
  ]
}

/** What a bot does with the payload of a button, old ones included. */
function buttonExample(api: string): string {
  return `# s:ARTICLE:STEP, see "payload" or "callback_data" in the messages; -L: the article may have another address by now
PRESSED='s:ARTICLE:STEP'; IFS=: read -r KIND ARTICLE STEP REST <<< "$PRESSED"
curl -sL -H "Authorization: Bearer $ISTOK_KEY" "${api}/channels/chatbot/answers/$ARTICLE?locale=ru&profile=telegram.html" |
  jq --arg step "$STEP" '.content.steps[$step].messages // .content.messages'
# a:ARTICLE another answer, h:ARTICLE a person; a step that is not there any more begins the script anew; 404 or 410: say that it is no longer offered`
}

/** A page of another system with the panel in it. The phone travels in a message or in the fragment, never in the query, so no log has it. */
function frameExample(publicUrl: string): string {
  return `<iframe id="istok" src="${publicUrl}/operator/embed/FRAME?locale=ru&scheme=light" allow="clipboard-write" width="480" height="720"></iframe>
<textarea id="reply"></textarea>
<script>
  const istok = document.querySelector('#istok').contentWindow
  const say = message => istok.postMessage(message, '${publicUrl}')
  addEventListener('message', async ({ source, origin, data }) => {
    if (source !== istok || origin !== '${publicUrl}') return
    if (data.type === 'istok:token-needed') say({ type: 'istok:token', token: await tokenFromYourServer() })
    if (data.type === 'istok:insert') document.querySelector('#reply').value += data.text
  })
  function onCall({ phone, topic }) {
    say({ type: 'istok:caller', phone, topic })
  }
</script>`
}
