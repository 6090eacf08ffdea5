import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { places } from '../../../support/teams/far/defaults.ts'
import { slash, type Where } from '../../../support/teams/sent/activities.ts'
import { saidIn, wordsOf } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld

// Each conversation that knows no targeted messages is remembered, so each test has one of its own.
let number = 0
let channel = ''
let chat = ''

beforeAll(async () => {
  here = await teamsWorld()
})

beforeEach(() => {
  here.far.clear()
  here.far.targeting = 'supported'
  number += 1
  channel = here.far.addChannel(places.team, { id: `19:room-${number}@thread.tacv2`, name: 'A room' }).id
  const members = here.far.teams.get(places.team)?.members ?? []
  chat = here.far.addGroupChat({ id: `19:chat-${number}@thread.v2`, members }).id
})

afterAll(() => here.end())

function placed(where: Where) {
  return where === 'channel' ? { where, channel: { id: channel } } : { where, conversation: chat }
}

const roomOf = (where: Where) => (where === 'channel' ? channel : chat)
const shown = () => here.far.messages.map(({ conversation, targetedTo }) => [conversation, targetedTo])
const secret = 'INTERPOL focal point'

describe.each(['channel', 'groupChat'] as const)('an answer for its asker alone, in a %s', (where) => {
  test('is a message that nobody else sees, in its thread', async () => {
    await here.say('interpol', 'profile show', { ...placed(where), id: '1600000000001' })

    expect(shown()).toEqual([[roomOf(where), '29:interpol']])
    expect(here.far.messages[0]?.thread).toBe(where === 'channel' ? '1600000000001' : undefined)
    expect(saidIn(here.far.messages, roomOf(where), '29:interpol')[0]).toContain(secret)
  })

  test.each([400, 403] as const)(
    'goes to the personal chat where Teams says %i to such messages, with a word that holds nothing of it',
    async (status) => {
      here.far.targeting = status
      await here.say('interpol', 'profile show', placed(where))
      await here.say('interpol', 'profile show', placed(where))

      const aloud = saidIn(here.far.messages, roomOf(where))
      expect(aloud).toHaveLength(2)
      for (const word of aloud) expect(word).toMatch(/^interpol, I have sent you the answer in our personal/)
      const apart = saidIn(here.far.messages, 'a:1interpol')
      expect(apart.filter((text) => text.includes(secret))).toHaveLength(2)
      const tried = here.far.calls.filter(({ path }) => path.includes('isTargetedActivity'))
      expect(tried).toHaveLength(1)
    },
  )

  test('is not given where neither can be, and its asker is told to add the app', async () => {
    here.far.targeting = 403
    here.far.addUser({ id: '29:opcw', name: 'OPCW', email: 'focal.opcw@compact.example' })
    const user = here.far.users.get('29:opcw')
    await here.say('interpol', 'profile show', { ...placed(where), ...(user ? { user } : {}) })

    expect(shown()).toEqual([[roomOf(where), undefined]])
    expect(wordsOf(here.far.messages[0]?.activity ?? {})).toMatch(
      /^OPCW, I cannot write to you privately\. .*add me/,
    )
  })

  test('is not said a second way where it is not known whether the first one took it', async () => {
    here.far.fault('send', { kind: 'reset', before: false })
    await here.say('interpol', 'profile show', placed(where))

    expect(shown()).toEqual([[roomOf(where), '29:interpol']])
    expect(here.log.at(-1)).toContain('failed to say an answer')
  })

  test('waits where Teams asks to wait, and is said there', async () => {
    here.far.fault('send', { kind: 'status', status: 429, retryAfter: 1 })
    await here.say('interpol', 'profile show', placed(where))

    await expect.poll(shown).toEqual([[roomOf(where), '29:interpol']])
  })

  test('is what a command after a slash gets, even one that others would read', async () => {
    const line = `meeting schedule Slashed-${number} wg:ETCIP start:"12 Dec 14:30"`
    await here.bring(slash(line, here.by('interpol', placed(where))))
    await here.settle()

    expect(shown().filter(([conversation]) => conversation === roomOf(where))).toEqual([
      [roomOf(where), '29:interpol'],
    ])
    expect(saidIn(here.far.messages, roomOf(where), '29:interpol')[0]).toContain(`Slashed-${number}`)
  })

  test('is what a refusal is, also to a stranger', async () => {
    await here.say('guest', 'meeting list', placed(where))
    await here.say('stranger', 'meeting list', placed(where))

    expect(saidIn(here.far.messages, roomOf(where), '29:guest')[0]).toContain('I do not know you yet')
    const stranger = here.far.messages.filter(({ activity }) => wordsOf(activity).includes('not among those'))
    expect(stranger.map(({ targetedTo }) => targetedTo)).not.toContain('29:interpol')
    expect(saidIn(here.far.messages, roomOf(where)).join()).not.toContain('M1')
  })
})

describe('a conversation of two people, which Teams calls personal too', () => {
  test('is not taken for the bot’s own with one of them', async () => {
    const two = `19:${'0'.repeat(8)}_two@unq.gbl.spaces`
    here.far.addGroupChat({ id: two, members: ['29:interpol', '29:cted'] })
    await here.say('interpol', 'profile show', { where: 'personal', conversation: two, mentioned: true })
    await here.say('interpol', 'reminder add Tea at:"tomorrow 9:00"', {
      where: 'personal',
      conversation: two,
    })
    await here.turn('2026-11-22T08:30:00Z')

    expect(saidIn(here.far.messages, two)).toEqual([])
    expect(saidIn(here.far.messages, two, '29:interpol')).toEqual([
      expect.stringContaining(secret),
      expect.stringContaining('I will remind you'),
    ])
    await expect.poll(() => saidIn(here.far.messages, 'a:1interpol').join()).toContain('Tea')
  })
})

describe('the personal chat', () => {
  test('has its answers as they are, without any word about privacy', async () => {
    await here.say('cted', 'profile show')

    expect(shown()).toEqual([['a:1cted', undefined]])
    expect(saidIn(here.far.messages, 'a:1cted')[0]).toContain('CTED focal point')
  })
})
