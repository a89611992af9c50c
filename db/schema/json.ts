import { text } from 'drizzle-orm/sqlite-core'

/** A column of JSON text that is read as `T`. */
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>()
