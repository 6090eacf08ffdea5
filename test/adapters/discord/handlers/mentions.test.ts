import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { object } from '../../../../src/core/json.ts'
import { block, message } from '../../../../src/core/message.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { slash } from '../../../support/discord/sent/interactions.ts'
import { users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld

beforeAll(async () => {
  here = await discordWorld()
})

afterAll(async () => {
  expect(here.far.problems).toEqual([])
  await here.end()
})

const shows = (posted: Posted | undefined) => displayed(posted?.body).text
const { unodc, guest } = users

describe('somebody mentioned in an option', () => {
  test('is the person of the directory, for whoever is in it', async () => {
    const found = await here.slash('cted', 'directory person', { person: `<@${unodc.id}>` })

    expect(shows(found.posted)).toContain('focal.unodc@compact.example')
  })

  test('is nobody of the directory for a stranger', async () => {
    const turn = await here.slash('guest', 'profile link', { email: `<@${unodc.id}>` })

    expect(shows(turn.posted)).toContain('is not an e-mail address')
    expect(shows(turn.posted)).not.toContain('UNODC focal point')
  })

  test('who has linked no account is said to have none, and how to link one', async () => {
    const turn = await here.slash('cted', 'directory person', { person: `<@${guest.id}>` })

    expect(shows(turn.posted)).toContain('is not linked to anybody in the directory')
    expect(shows(turn.posted)).toContain('/profile link')
  })

  test('is called as Discord calls them, where it says so', async () => {
    const text = `ask <@${guest.id}> in <#77>, and <@&88>`
    const given = slash(here.far, {
      command: 'reminder add',
      options: { text, at: 'tomorrow 10:00' },
      by: users.cted.id,
    })
    const resolved = {
      users: { [guest.id]: { id: guest.id, username: 'guest', global_name: 'Gus' } },
      channels: { 77: { id: '77', name: 'general' } },
      roles: { 88: { id: '88', name: 'chairs' } },
    }
    const turn = await here.bring({ ...given, data: { ...object(given['data']), resolved } })

    expect(shows(turn.posted)).toContain('ask @Gus in #general, and @chairs')
  })
})

describe('a form that was opened from a message which everybody reads', () => {
  test('leaves that message as it was', async () => {
    const { dispatch } = here.bot
    const ask = { label: 'Set it', command: 'profile timezone', values: {}, ask: true }
    Object.assign(here.bot, {
      dispatch: async () => ({
        outcome: 'done',
        audience: 'room',
        message: message('For all.', block.buttons(ask)),
      }),
    })
    const offered = await here.slash('cted', 'profile show')
    Object.assign(here.bot, { dispatch })
    const { modal } = await here.press(offered.posted, 'Set it', 'cted')
    const sent = await here.submit(modal, { zone: 'Europe/Vienna' })

    expect(shows(offered.posted)).toContain('For all.')
    expect(sent.posted).toMatchObject({ ephemeral: true })
  })
})

describe('a server that may not use the bot', () => {
  test('is offered no names', async () => {
    const other = await here.replica({ guilds: ['1310000000000000200'] })
    const typed = await here.type('cted', 'directory entity', { entity: 'CT' }, 'entity')
    const there = await here.bring(typed.interaction, other.base)

    expect(typed.choices.length).toBeGreaterThan(0)
    expect(there.delivered?.json).toEqual({ type: 8, data: { choices: [] } })
  })
})
