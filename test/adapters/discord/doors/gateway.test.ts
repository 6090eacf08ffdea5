import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { places } from '../../../support/discord/far/defaults.ts'
import { slash } from '../../../support/discord/sent/interactions.ts'
import { users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld

beforeEach(async () => {
  here = await discordWorld({ gateway: true })
})

afterEach(async () => {
  expect(here.far.problems).toEqual([])
  await here.end()
})

function scheduleCommand() {
  const options = { title: 'Quarterly', wg: 'ETCIP', start: '12 Dec 14:30' }
  return slash(here.far, { command: 'meeting schedule', options, by: users.interpol.id })
}

async function meetings(): Promise<number> {
  const { rows } = await here.database.store.pool.query<{ n: number }>(
    'select count(*)::int as n from meetings',
  )
  return rows[0]?.n ?? 0
}

describe('by the gateway', () => {
  test('the bot introduces itself with the one intent that it needs', () => {
    const identify = here.far.gateway.received.find(({ op }) => op === 2)

    expect(Object(identify?.['d'])).toMatchObject({ intents: 1 })
    expect(here.adapter.connected()).toBe(true)
    expect(here.adapter.routes).toBeUndefined()
  })

  test('a command is answered, a form is opened, and typing is helped', async () => {
    const listed = await here.slash('cted', 'meeting list')
    const opened = await here.slash('cted', 'update post')
    const typed = await here.type('cted', 'wg show', { wg: 'etc' }, 'wg')

    expect(listed.posted?.ephemeral).toBe(true)
    expect(opened.modal?.data).toMatchObject({ title: expect.stringContaining('Post an update') })
    expect(typed.choices.map(({ value }) => value)).toContain('ETCIP')
  })

  test('an interaction that two processes hear is done and answered once', async () => {
    await here.replica()
    const turn = await here.bring(scheduleCommand())

    expect(turn.posted?.body['content']).toMatch(/^Scheduled M1/m)
    await here.settle()
    expect(await meetings()).toBe(1)
    expect(here.far.callsOf('callback')).toHaveLength(1)
  })
})

describe('a connection that breaks', () => {
  test('is taken up again, and what was said meanwhile is answered', async () => {
    here.far.gateway.drop()
    const answered = here.bring(scheduleCommand())

    expect((await answered).all.map(({ body }) => body['content'])).toEqual([
      expect.stringMatching(/^Scheduled M1/m),
    ])
    await expect.poll(() => here.adapter.connected()).toBe(true)
    expect(here.far.gateway.resumes).toBe(1)
    expect(here.far.gateway.identifies).toBe(1)
  })

  test('brings again what was heard before, and it is neither done nor answered twice', async () => {
    const command = scheduleCommand()
    await here.bring(command)
    here.far.gateway.drop()
    here.far.emit(command)
    await expect.poll(() => here.adapter.connected()).toBe(true)
    await here.slash('cted', 'meeting list')

    expect(await meetings()).toBe(1)
    // It has become the meeting's card by then, or will be.
    const said = () => here.far.messages.filter(({ body }) => /\bM1\b/.test(String(body['content']))).length
    await expect.poll(said).toBe(1)
  })

  test('for longer than Discord waits leaves what was asked undone, since nobody was told of it', async () => {
    const command = scheduleCommand()
    here.far.gateway.drop()
    here.clock.set(new Date(here.clock.now().getTime() + 10_000))
    here.far.emit(command)
    await expect.poll(() => here.adapter.connected()).toBe(true)
    await here.slash('cted', 'meeting list')

    expect(await meetings()).toBe(0)
    expect(here.log.join('')).toContain('came too late')
  })

  test.each([
    { ends: 'asked to come back', end: () => here.far.gateway.reconnect() },
    { ends: 'told that the session may go on', end: () => here.far.gateway.invalidate(true) },
    { ends: 'told that the session is over', end: () => here.far.gateway.invalidate(false) },
    { ends: 'closed for an unknown error', end: () => here.far.gateway.close(4000) },
    { ends: 'closed for a session that timed out', end: () => here.far.gateway.close(4009) },
  ])('since it was $ends is back soon', async ({ end }) => {
    end()
    const { gateway } = here.far
    await expect.poll(() => gateway.resumes + gateway.identifies).toBe(2)
    await expect.poll(() => here.adapter.connected()).toBe(true)
    const listed = await here.slash('cted', 'meeting list')

    expect(listed.posted).toBeDefined()
  })

  test('in the middle of a command does not keep its answer away', async () => {
    const answering = here.bring(scheduleCommand())
    here.far.gateway.drop()

    expect((await answering).posted?.body['content']).toMatch(/^Scheduled M1/m)
  })
})

describe('a bot that Discord refuses later', () => {
  test('goes on with everything else, and the secretariat is told what to mend', async () => {
    here.far.gateway.refuses = 4014
    here.far.gateway.forget()
    here.far.gateway.close(4009)
    await expect.poll(() => here.adapter.connected()).toBe(false)
    const told = async () => {
      await here.settle()
      return here.far.messages.map(({ body }) => JSON.stringify(body)).join('\n')
    }

    await expect.poll(told).toContain('the intents are not allowed')
    expect(here.bot.services).toBeDefined()
  })
})

describe('a server', () => {
  test('from which the bot is taken loses its rooms, and the secretariat is told', async () => {
    await here.slash('secretariat', 'wg bind', { wg: 'ETCIP' })
    here.far.gateway.emit('GUILD_DELETE', { id: places.guild })
    const told = async () => {
      await here.settle()
      return here.far.messages.map(({ body }) => String(body['content'])).join('\n')
    }

    await expect.poll(told).toContain('taken out of the server')
    const { rows } = await here.database.store.pool.query('select 1 from rooms where fault is null')
    expect(rows).toEqual([])
  })

  test('that is only out of order keeps its rooms', async () => {
    await here.slash('secretariat', 'wg bind', { wg: 'ETCIP' })
    here.far.gateway.emit('GUILD_DELETE', { id: places.guild, unavailable: true })
    await here.slash('cted', 'meeting list')
    const { rows } = await here.database.store.pool.query('select 1 from rooms where fault is null')

    expect(rows).toHaveLength(1)
  })

  test('in which a room is deleted loses that room alone', async () => {
    await here.slash('secretariat', 'wg bind', { wg: 'ETCIP' })
    await here.slash('secretariat', 'wg bind', { wg: 'ETCIP' }, places.otherChannel)
    here.far.gateway.emit('CHANNEL_DELETE', { id: places.channel, guild_id: places.guild, type: 0 })
    const left = async () => {
      const { rows } = await here.database.store.pool.query<{ channel: string }>(
        'select channel from rooms where fault is null',
      )
      return rows.map(({ channel }) => channel)
    }

    await expect.poll(left).toEqual([places.otherChannel])
  })
})

describe('two processes whose store is slow', () => {
  test('answer once, and what the other has answered is not said again', async () => {
    await here.replica()
    const { keep } = here.bot
    const usual = keep.claim
    Object.assign(keep, {
      async claim(...given: Parameters<typeof usual>) {
        if (given[0].kind === 'heard') await new Promise((resolve) => setTimeout(resolve, 1_500))
        return usual(...given)
      },
    })
    const said = () => here.far.messages.filter(({ body }) => /^Scheduled/m.test(String(body['content'])))
    await here.bring(scheduleCommand())
    await expect.poll(said).toHaveLength(1)
    await here.adapter.stop()

    expect(said()).toHaveLength(1)
    expect(await meetings()).toBe(1)
  })
})
