import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'

import { places } from '../../../support/discord/far/defaults.ts'
import { autocomplete } from '../../../support/discord/sent/interactions.ts'
import { users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'
import { hurriedAnswerMs } from '../../../support/runner/answerWaits.ts'

let here: DiscordWorld

beforeAll(async () => {
  here = await discordWorld()
  const options = { title: 'Quarterly of the group', wg: 'ETCIP', start: '12 Dec 14:30' }
  await here.slash('interpol', 'meeting schedule', options)
  const long = { title: `A ${'very '.repeat(27)}long one`, wg: 'ETCIP', start: '13 Dec 14:30' }
  await here.slash('interpol', 'meeting schedule', long)
  await here.slash('interpol', 'update post', { text: 'INTERPOL trained officers in Lyon (3 Nov 2026)' })
  const poll = {
    title: 'Which week',
    wg: 'ETCIP',
    slots: '1 Mar 2027 10:00, 8 Mar 2027 10:00',
    until: '20 Feb 2027',
  }
  await here.slash('interpol', 'meeting poll open', poll)
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

describe('what is typed into a field', () => {
  test.each([
    ['an entity', 'directory entity', { entity: 'CTE' }, 'entity', 'CTED'],
    ['a person', 'directory person', { person: 'interpol' }, 'person', 'INTERPOL focal point'],
    ['a group', 'wg show', { wg: 'etc' }, 'wg', 'ETCIP'],
    ['a meeting', 'meeting show', { meeting: 'quart' }, 'meeting', 'Quarterly of the group'],
    ['a section', 'update post', { section: 'publ' }, 'section', 'Reports and publications'],
    ['a zone', 'profile timezone', { zone: 'vien' }, 'zone', 'Vienna'],
    ['an update', 'update show', { update: 'lyon' }, 'update', 'U1 (proposed) INTERPOL trained officers'],
    ['a poll', 'meeting poll vote', { poll: 'week' }, 'poll', 'P1 Which week'],
    ['entities', 'update post', { entities: 'CTED, UNOD' }, 'entities', 'UNODC'],
  ] as const)('of %s is completed', async (_, command, options, focused, label) => {
    const { choices, answeredWith } = await here.type('interpol', command, { ...options }, focused)

    expect(answeredWith).toBe(8)
    expect(choices.map(({ name }) => name).join('\n')).toContain(label)
    expect(here.far.problems).toEqual([])
  })

  test('as it is chosen is understood by the command', async () => {
    const { choices } = await here.type('interpol', 'meeting show', { meeting: 'quart' }, 'meeting')
    const { posted } = await here.slash('interpol', 'meeting show', {
      meeting: choices[0]?.value ?? '',
    })

    expect(JSON.stringify(posted?.body)).toContain('Quarterly of the group')
    expect(here.far.problems).toEqual([])
  })

  test.each([
    ['directory entity', 'entity'],
    ['profile timezone', 'zone'],
    ['meeting show', 'meeting'],
  ])('of /%s is offered at most 25 choices of at most 100 characters', async (command, focused) => {
    const { choices } = await here.type('interpol', command, { [focused]: '' }, focused)

    expect(choices.length).toBeGreaterThan(0)
    expect(choices.length).toBeLessThanOrEqual(25)
    for (const { name, value } of choices) {
      expect(name.length).toBeLessThanOrEqual(100)
      expect(value.length).toBeLessThanOrEqual(100)
    }
    expect(here.far.problems).toEqual([])
  })

  test('in the direct conversation is completed as well', async () => {
    const { choices } = await here.type('interpol', 'wg show', { wg: 'etc' }, 'wg', 'direct')

    expect(choices.map(({ value }) => value)).toContain('ETCIP')
    expect(here.far.problems).toEqual([])
  })

  test.each([
    ['directory person', 'person'],
    ['meeting show', 'meeting'],
    ['wg show', 'wg'],
  ])('of /%s by somebody who is not linked is not completed', async (command, focused) => {
    const { choices, answeredWith } = await here.type('guest', command, { [focused]: 'e' }, focused)

    expect([answeredWith, choices]).toEqual([8, []])
    expect(here.far.problems).toEqual([])
  })

  test('from a server that may not use the bot is not completed', async () => {
    const other = await here.replica({ guilds: [places.otherGuild] })
    const asked = autocomplete(here.far, {
      ...{ command: 'wg show', options: { wg: 'etc' }, focused: 'wg', by: users.interpol.id },
    })
    const { choices, answeredWith } = await here.bring(asked, other.base)

    expect([answeredWith, choices]).toEqual([8, []])
    expect(here.far.problems).toEqual([])
  })

  test('and takes too long to complete is offered nothing, in time', async () => {
    const slow = await discordWorld({ timings: { answerMs: hurriedAnswerMs } })
    onTestFinished(() => slow.end())
    const client = await slow.database.store.pool.connect()
    await client.query('begin; lock table meetings in access exclusive mode')
    const { choices, delivered } = await slow.type('interpol', 'meeting show', { meeting: 'q' }, 'meeting')
    await client.query('rollback')
    client.release()

    expect(choices).toEqual([])
    expect(delivered?.status).toBe(200)
    expect(delivered?.ms).toBeLessThan(2_600)
    expect(slow.far.problems).toEqual([])
  })

  test('while the database is broken is offered nothing', async () => {
    await here.database.store.pool.query('alter table meetings rename to away')
    const { choices, delivered } = await here.type('interpol', 'meeting show', { meeting: 'q' }, 'meeting')
    await here.database.store.pool.query('alter table away rename to meetings')

    expect([delivered?.status, choices]).toEqual([200, []])
    expect(here.far.problems).toEqual([])
  })
})
