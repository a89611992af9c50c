import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { setting } from '#db/schema/access.ts'
import type { Istok } from '../istok.ts'
import { type Thresholds, thresholdsOf } from './decide.ts'

/** What an administrator decides about answering and about what is remembered of it. */
export interface AnsweringSettings {
  /** 0 before the first save. */
  version: number
  /** Of the channels for which somebody set them. */
  thresholds: Record<string, Thresholds>
  /** After so many unanswered questions in a row a conversation is handed to a person; 0: only when the customer asks for one. */
  handoffAfter: number
  /** Whether searches are remembered, too. Questions always are: their conversations need them. */
  rememberSearches: boolean
  /** Days after which questions and searches are forgotten. */
  keepDays: number
}

export const usualSettings: AnsweringSettings = { version: 0, thresholds: {}, handoffAfter: 2, rememberSearches: true, keepDays: 180 }

/** Under which name the settings stand in the table `setting`. */
export const settingsKey = 'answering'

/** The settings as they are now. */
export function readAnsweringSettings({ database }: Istok): AnsweringSettings {
  const row = prepared(database.reader.orm, settingValue).get({ key: settingsKey })
  return row ? { ...usualSettings, ...(JSON.parse(row.value) as Partial<AnsweringSettings>) } : usualSettings
}

/** From which confidence a channel answers and asks back: as set, else as usual for its kind. */
export function thresholdsIn(settings: AnsweringSettings, channel: { id: string; kind: string }): Thresholds {
  return settings.thresholds[channel.id] ?? thresholdsOf(channel.kind)
}

const settingValue = (orm: BetterSQLite3Database) =>
  orm
    .select({ value: setting.value })
    .from(setting)
    .where(eq(setting.key, sql.placeholder('key')))
    .prepare()
