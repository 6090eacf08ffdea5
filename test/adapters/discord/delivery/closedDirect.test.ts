import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { object } from '../../../../src/core/json.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { type Role, users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld({ timings: { gatherMs: 50 } })
  await here.slash('interpol', 'wg bind', { wg: 'ETCIP' })
  here.far.closeDirect(users.cted.id)
  here.far.clear()
})
afterEach(async () => {
  await here.end()
})

const shows = ({ body }: Posted) => displayed(body).text
const direct = (role: Role) =>
  here.far.messages.filter((one) => one.channel === here.far.directOf(users[role].id))

/** Who is called to a room, and where. */
const called = () =>
  here.far.messages.filter(({ body }) => String(body['content']).startsWith(`<@${users.cted.id}>`))

/** Only a message that calls somebody rings for anybody. */
function onlyTheCallsRang(): void {
  const rang = here.far
    .callsOf('send')
    .filter(({ body }) => object(object(body)['allowed_mentions'])['users'])
  expect(here.far.problems).toEqual(rang.map(({ path }) => `POST ${path}: mentions that ring`))
}

async function invite(title: string): Promise<void> {
  await here.slash('interpol', 'meeting schedule', { title, wg: 'ETCIP', start: '12 Dec 14:30' }, 'direct')
  await here.settle()
  // Whoever is called to a room is called a little later.
  await new Promise((resolve) => setTimeout(resolve, 400))
}

describe('somebody who takes no direct messages', () => {
  test('is called to the room of their group, alone, and nothing of what it was is said there', async () => {
    await invite('Confidential')
    const [posted] = called()

    expect(called()).toHaveLength(1)
    expect(posted?.channel).toBe(places.channel)
    expect(posted?.body['allowed_mentions']).toEqual({ parse: [], users: [users.cted.id] })
    expect(shows(posted ?? never())).not.toContain('Confidential')
    expect(shows(posted ?? never())).toContain('direct messages are closed')
    expect(direct('cted')).toEqual([])
    onlyTheCallsRang()
  })

  test('is called once a day, and the secretariat is told once', async () => {
    await invite('First')
    await here.slash('cted', 'reminder add', { text: 'Tea', at: 'in 2 hours' })
    await here.slash('cted', 'reminder add', { text: 'More tea', at: 'in 3 hours' })
    await here.turn('2026-11-21T16:00:00Z')
    const first = called().length
    await here.settle()

    expect(first).toBe(1)
    expect(direct('secretariat').map(shows).join('\n')).toMatch(
      /CTED focal point.*direct messages are closed to the bot/,
    )
    expect(direct('secretariat').map(shows).join('\n')).toContain('tried again for a day')
    onlyTheCallsRang()
  })

  test('is called where they are, and not to a server in which they are not', async () => {
    here.far.removeMember(places.guild, users.cted.id)
    here.far.addMember(places.otherGuild, users.cted.id)
    await invite('Elsewhere')

    expect(called()).toEqual([])
    expect(direct('secretariat').map(shows).join('\n')).toMatch(/CTED focal point/)
    onlyTheCallsRang()
  })

  test('whose group has no room is called nowhere', async () => {
    await here.slash('interpol', 'wg unbind', { wg: 'ETCIP' })
    await invite('Nowhere')

    expect(called()).toEqual([])
    onlyTheCallsRang()
  })

  test('is called to the next room where the bot may not write in the first', async () => {
    await here.slash('interpol', 'wg bind', { wg: 'ETCIP' }, places.otherChannel)
    here.far.allow(places.channel, 'read')
    await invite('Next')

    expect(called().map(({ channel }) => channel)).toEqual([places.otherChannel])
    onlyTheCallsRang()
  })

  test('is written to again once they spoke to the bot', async () => {
    await invite('Closed')
    here.far.closeDirect(users.cted.id, false)
    await here.slash('cted', 'profile show')
    await invite('Open')

    expect(direct('cted').map(shows).join('\n')).toContain('You are invited: Open')
    onlyTheCallsRang()
  })

  test('is answered where they ask, as before', async () => {
    const { posted } = await here.slash('cted', 'profile show')

    expect(shows(posted ?? never())).toContain('CTED focal point')
    onlyTheCallsRang()
  })
})

describe('somebody who is in no server with the bot any more', () => {
  test('is not called, and the secretariat is told', async () => {
    here.far.removeMember(places.guild, users.cted.id)
    await invite('Gone')
    const rings = here.far.messages.filter(
      ({ body }) => object(body['allowed_mentions'])['users'] !== undefined,
    )

    expect(rings).toEqual([])
    expect(direct('secretariat').map(shows).join('\n')).toMatch(/CTED focal point.*no longer shares a server/)
    onlyTheCallsRang()
  })
})

function never(): never {
  throw new Error('nothing was said')
}
