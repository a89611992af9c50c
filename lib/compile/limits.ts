/**
 * utf16: UTF-16 code units · codepoints: Unicode code points · bytes: UTF-8 · urlencodedBytes: application/x-www-form-urlencoded (a Cyrillic
 * letter costs 6) · seconds, milliseconds: of speech · count: of things.
 */
export type LimitUnit = 'utf16' | 'codepoints' | 'bytes' | 'urlencodedBytes' | 'seconds' | 'milliseconds' | 'count'

export interface Limit {
  max: number
  unit: LimitUnit
}

const utf16 = (max: number): Limit => ({ max, unit: 'utf16' })
const bytes = (max: number): Limit => ({ max, unit: 'bytes' })
const count = (max: number): Limit => ({ max, unit: 'count' })

/** Messages into which one answer may be split; above that the short answer goes out with a link. Own rule. */
const parts = count(3)

/** Limits of every chatbot profile. "own" marks our own caution where a vendor allows more or says nothing. */
export const chatLimits = {
  'telegram.html': {
    /** After parsing of entities. */
    text: utf16(4096),
    caption: utf16(1024),
    callbackAlert: utf16(200),
    entities: count(100),
    callbackData: bytes(64),
    copyText: utf16(256),
    startParameter: utf16(64),
    /** Own: the keyboard stays readable. */
    buttons: count(8),
    label: utf16(64),
    parts,
  },
  'telegram.rich': {
    text: utf16(32768),
    blocks: count(500),
    nesting: count(16),
    media: count(50),
    tableColumns: count(20),
    callbackData: bytes(64),
    buttons: count(8),
    label: utf16(64),
    parts,
  },
  'max.html': {
    /** Own: counted with the markup. */
    text: utf16(4000),
    buttons: count(210),
    buttonRows: count(30),
    buttonsPerRow: count(7),
    linkButtonsPerRow: count(3),
    label: utf16(128),
    callbackPayload: utf16(1024),
    url: utf16(2048),
    startParameter: utf16(512),
    parts,
  },
  'vk.plain': {
    /** Own; the API takes 9000. */
    text: utf16(4096),
    buttons: count(10),
    buttonRows: count(6),
    buttonsPerRow: count(5),
    label: utf16(40),
    buttonPayload: utf16(255),
    messagePayload: utf16(1000),
    parts,
  },
  whatsapp: {
    text: utf16(4096),
    interactiveText: utf16(1024),
    buttons: count(3),
    label: utf16(20),
    buttonId: utf16(256),
    listRows: count(10),
    rowTitle: utf16(24),
    rowDescription: utf16(72),
    rowId: utf16(200),
    header: utf16(60),
    footer: utf16(60),
    parts,
  },
  /** Own: the smallest of the others. */
  plain: { text: utf16(4000), buttons: count(10), label: utf16(64), parts },
} satisfies Record<string, Record<string, Limit>>

/** Limits of every speech profile; `ssml` and `plain` are held by the dialogue limits below. */
export const speechLimits = {
  ssml: { break: { max: 5000, unit: 'milliseconds' } },
  'ssml.yandex': {
    text: utf16(5000),
    /** "15 KB" is read as 15,000 bytes: about 2,500 Cyrillic letters. */
    body: { max: 15000, unit: 'urlencodedBytes' },
    break: { max: 5000, unit: 'milliseconds' },
  },
  /** Spaces and tags count. */
  'ssml.salute': { text: utf16(4000), break: { max: 5000, unit: 'milliseconds' } },
  plain: {},
} satisfies Record<string, Record<string, Limit>>

/** What a listener can take, CHANNELS.md §3.2. Own rules unless a source is named there. */
export const dialogueLimits = {
  answerText: utf16(420),
  answerSeconds: { max: 30, unit: 'seconds' },
  segmentText: utf16(220),
  segmentSeconds: { max: 16, unit: 'seconds' },
  silence: { max: 3, unit: 'seconds' },
  menuOptions: count(4),
  menuOptionText: utf16(60),
  menuText: utf16(280),
  menuSeconds: { max: 20, unit: 'seconds' },
  /** Own: a table with more is offered as a link. */
  tableColumns: count(2),
  tableRows: count(5),
} satisfies Record<string, Limit>

export type ChatProfile = keyof typeof chatLimits
export type SpeechProfile = keyof typeof speechLimits
