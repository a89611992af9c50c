'use client'

/** The last resort, when not even the frame could be made: no theme, no language. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="ru">
      <body>
        <main>
          <h1>Страница не открылась</h1>
          <p>Ошибка на нашей стороне, она записана в журнал.</p>
          <p lang="en">Something went wrong on our side.</p>
          <button type="button" onClick={reset}>
            Повторить · Try again
          </button>
        </main>
      </body>
    </html>
  )
}
