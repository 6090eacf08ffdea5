import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { drainQueue } from '../../../support/discord/world/drainQueue.ts'
import { users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld()
})
afterEach(() => here.end())

const shows = (posted: Posted | undefined) => displayed(posted?.body).text
const inChannel = (id: string) => here.far.messages.filter(({ channel }) => channel === id).map(shows)
const secretariat = () => inChannel(here.far.directOf(users.secretariat.id)).join('\n')

async function bind(channel: string = places.channel): Promise<void> {
  await here.slash('interpol', 'wg bind', { wg: 'ETCIP' }, channel)
  here.far.messages.length = 0
}

const sends = () => here.far.callsOf('send').filter(({ path }) => path.includes(places.channel))

/** A meeting is scheduled elsewhere, and all who can hear of it have. */
async function invite(title: string): Promise<void> {
  await here.slash('interpol', 'meeting schedule', { title, wg: 'ETCIP', start: '12 Dec 14:30' }, 'direct')
  await here.settle()
}

async function rooms(): Promise<number> {
  const { rows } = await here.database.store.pool.query(
    'select count(*)::int as n from rooms where fault is null',
  )
  return rows[0].n
}

describe('a room of a group', () => {
  test.each([
    ['channel', places.channel],
    ['thread', places.thread],
  ])('that is a %s hears of the group’s meetings', async (_, channel) => {
    await bind(channel)
    await invite('Here')

    expect(inChannel(channel).join('\n')).toContain('A new meeting: Here')
    expect(await rooms()).toBe(1)
    expect(here.far.problems).toEqual([])
  })

  test('is told of once where the meeting was scheduled there', async () => {
    await bind()
    await here.slash('interpol', 'meeting schedule', { title: 'Once', wg: 'ETCIP', start: '12 Dec 14:30' })
    await here.settle()
    const cards = here.far.messages.filter(
      (one) => one.channel === places.channel && shows(one).includes('Answers:'),
    )

    expect(cards).toHaveLength(1)
    expect(here.far.problems).toEqual([])
  })

  test('whose channel is deleted is lost with the first delivery that fails there, and the secretariat is told', async () => {
    await bind()
    here.far.removeChannel(places.channel)
    await invite('Nowhere')
    await here.settle()

    expect(await rooms()).toBe(0)
    expect(secretariat()).toMatch(/room of ETCIP.*the channel is gone; bind another one/)
    expect(sends()).toHaveLength(1)
    await invite('Nowhere again')
    expect(sends()).toHaveLength(1)
    expect(here.far.problems).toEqual([])
  })

  test.each([
    ['that the bot may not see', () => here.far.allow(places.channel, 'none'), /View Channel/],
    ['in which the bot may not write', () => here.far.allow(places.channel, 'read'), /Send Messages/],
    ['out of whose server the bot was taken', () => here.far.removeBot(places.guild), /View Channel/],
  ] as const)(
    '%s any more is tried once, and the secretariat is told how to mend it',
    async (_, happen, mend) => {
      await bind()
      // What the secretariat shares with the bot elsewhere.
      here.far.addMember(places.otherGuild, users.secretariat.id)
      happen()
      await invite('Nowhere')
      await drainQueue(here)

      expect(secretariat()).toMatch(/room of/)
      expect(secretariat()).toMatch(mend)
      expect(sends()).toHaveLength(1)
      expect(here.far.problems).toEqual([])
    },
  )

  test('that was lost is one again when it is bound again', async () => {
    await bind()
    const channel = { id: places.channel, name: places.channelName }
    here.far.removeChannel(places.channel)
    await invite('Nowhere')
    here.far.addChannel(places.guild, channel)
    await bind()
    await invite('Here again')

    expect(await rooms()).toBe(1)
    expect(inChannel(places.channel).join('\n')).toContain('Here again')
    expect(here.far.problems).toEqual([])
  })

  test('is not what a direct conversation can be', async () => {
    const { posted } = await here.slash('interpol', 'wg bind', { wg: 'ETCIP' }, 'direct')

    expect(await rooms()).toBe(0)
    expect(shows(posted)).not.toBe('')
    expect(here.far.problems).toEqual([])
  })
})
