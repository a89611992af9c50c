import { expect, test } from 'vitest'
import { channelKinds, channels } from './channels.ts'
import { chatLimits, dialogueLimits, speechLimits } from './limits.ts'

/** The numbers of CHANNELS.md §2.1, §3.1 and §3.2, written down here a second time. */
const document = {
  'telegram.html': {
    text: '4096 utf16',
    caption: '1024 utf16',
    callbackAlert: '200 utf16',
    entities: '100 count',
    callbackData: '64 bytes',
    copyText: '256 utf16',
    startParameter: '64 utf16',
  },
  'telegram.rich': {
    text: '32768 utf16',
    blocks: '500 count',
    nesting: '16 count',
    media: '50 count',
    tableColumns: '20 count',
    callbackData: '64 bytes',
  },
  'max.html': {
    text: '4000 utf16',
    buttons: '210 count',
    buttonRows: '30 count',
    buttonsPerRow: '7 count',
    linkButtonsPerRow: '3 count',
    label: '128 utf16',
    callbackPayload: '1024 utf16',
    url: '2048 utf16',
    startParameter: '512 utf16',
  },
  'vk.plain': {
    text: '4096 utf16',
    buttons: '10 count',
    buttonRows: '6 count',
    buttonsPerRow: '5 count',
    label: '40 utf16',
    buttonPayload: '255 utf16',
    messagePayload: '1000 utf16',
  },
  whatsapp: {
    text: '4096 utf16',
    interactiveText: '1024 utf16',
    buttons: '3 count',
    label: '20 utf16',
    buttonId: '256 utf16',
    listRows: '10 count',
    rowTitle: '24 utf16',
    rowDescription: '72 utf16',
    rowId: '200 utf16',
    header: '60 utf16',
    footer: '60 utf16',
  },
  'ssml.yandex': { text: '5000 utf16', body: '15000 urlencodedBytes', break: '5000 milliseconds' },
  'ssml.salute': { text: '4000 utf16' },
  ivr: {
    answerText: '420 utf16',
    answerSeconds: '30 seconds',
    segmentText: '220 utf16',
    segmentSeconds: '16 seconds',
    silence: '3 seconds',
    menuOptions: '4 count',
    menuOptionText: '60 utf16',
    menuText: '280 utf16',
    menuSeconds: '20 seconds',
  },
}

test('the limits are those of the document', () => {
  const all: Record<string, Record<string, { max: number; unit: string }>> = { ...chatLimits, ...speechLimits, ivr: dialogueLimits }
  for (const [profile, expected] of Object.entries(document)) {
    const limits = Object.fromEntries(
      Object.keys(expected).map(name => [name, `${all[profile]?.[name]?.max} ${all[profile]?.[name]?.unit}`]),
    )
    expect({ profile, limits }).toEqual({ profile, limits: expected })
  }
})

test('an answer is at most three messages in every messenger', () => {
  for (const limits of Object.values(chatLimits)) expect(limits.parts).toEqual({ max: 3, unit: 'count' })
})

test('every channel has a kind of its own name, every profile a media type and a source', () => {
  expect(Object.keys(channels)).toEqual([...channelKinds])
  for (const [kind, channel] of Object.entries(channels)) {
    expect(channel).toMatchObject({ id: kind, kind })
    for (const profile of Object.values(channel.profiles)) {
      expect(profile.mediaType).toMatch(/^[a-z]+\/[a-z+]+$/)
      expect(profile.source).not.toBe('')
    }
  }
})

test('operators read what is internal, all others what is public', () => {
  expect(channelKinds.filter(kind => channels[kind].audience === 'internal')).toEqual(['operator'])
})
