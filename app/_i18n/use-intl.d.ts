import type messages from '../../content/messages/studio.ru.json'

declare module 'use-intl' {
  interface AppConfig {
    Locale: 'ru' | 'en'
    Messages: typeof messages
  }
}
