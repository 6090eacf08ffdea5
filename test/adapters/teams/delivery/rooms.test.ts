import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { places } from '../../../support/teams/far/defaults.ts'
import {
  channelChanged,
  installationUpdate,
  membersRemoved,
  teamChanged,
} from '../../../support/teams/sent/conversationEvents.ts'
import { composeAction, messageAction } from '../../../support/teams/sent/invokes.ts'
import { saidIn } from '../../../support/teams/shown/words.ts'
import { type TeamsWorld, teamsWorld } from '../../../support/teams/world/world.ts'

let here: TeamsWorld
beforeEach(async () => {
  here = await teamsWorld()
})
afterEach(() => here.end())

const channel = { where: 'channel', channel: { id: places.channel } } as const
const secretariat = () => saidIn(here.far.messages, 'a:1secretariat')

/** A meeting is scheduled, and all who can hear of it have. */
async function invite(title: string): Promise<void> {
  await here.say('interpol', `meeting schedule ${title} wg:ETCIP start:"12 Dec 14:30"`)
  await here.settle()
}

describe('a room of a group', () => {
  async function bound(): Promise<void> {
    for (const role of ['secretariat', 'interpol'] as const) await here.say(role, 'profile show')
    await here.say('interpol', 'wg bind ETCIP', channel)
    here.far.messages.length = 0
  }

  async function rooms(): Promise<number> {
    const { rows } = await here.database.store.pool.query(
      'select count(*)::int as n from rooms where fault is null',
    )
    return rows[0].n
  }

  test('that stands hears of the group’s meetings', async () => {
    await bound()
    await invite('Here')

    expect(saidIn(here.far.messages, places.channel).join('\n')).toContain('Here')
    expect(await rooms()).toBe(1)
  })

  test.each([
    [
      'whose channel is deleted',
      () => channelChanged('channelDeleted', here.by('secretariat', channel)),
      'the channel was deleted',
    ],
    [
      'whose team is deleted',
      () => teamChanged('teamDeleted', here.by('secretariat', channel)),
      'the team was deleted',
    ],
    [
      'from whose team the bot is removed',
      () => installationUpdate('remove', here.by('secretariat', channel)),
      'the app was removed',
    ],
    [
      'from whose team the bot was taken',
      () => membersRemoved([], here.by('secretariat', channel)),
      'the app was removed',
    ],
  ] as const)(
    '%s is lost, the secretariat is told why, and nothing is tried there',
    async (_, happen, why) => {
      await bound()
      await here.bring(happen())
      await invite('Elsewhere')

      expect(await rooms()).toBe(0)
      expect(secretariat().join('\n')).toMatch(
        new RegExp(`room of ETCIP.*cannot be reached any more: ${why}`),
      )
      expect(saidIn(here.far.messages, places.channel)).toEqual([])
      expect(here.far.callsOf('send').filter(({ path }) => path.includes('working-group'))).toHaveLength(1)
    },
  )

  test('stays when another channel of the team is deleted', async () => {
    await bound()
    const other = { ...channel, channel: { id: '19:other@thread.tacv2', name: 'Other' } }
    await here.bring(channelChanged('channelDeleted', here.by('secretariat', other)))

    expect(await rooms()).toBe(1)
  })

  test('that is gone without a word is lost with the first delivery that fails there', async () => {
    await bound()
    here.far.remove(places.channel)
    await invite('Nowhere')
    await here.settle()

    expect(await rooms()).toBe(0)
    expect(secretariat().join('\n')).toMatch(/room of ETCIP.*bind/)
  })
})

describe('a chat without the bot', () => {
  test('is not kept as a room, whatever is asked beside it', async () => {
    const apart = { where: 'groupChat', conversation: '19:without-the-bot@thread.v2' } as const
    await here.say('interpol', 'profile show')
    await here.bring(composeAction('next-meetings', here.by('interpol', apart)))
    await here.bring(messageAction('post-as-update', { html: '<p>A</p>' }, here.by('interpol', apart)))
    await here.search('interpol', 'group', 'ET', apart)

    expect(await here.bot.keep.list({ platform: 'teams', kind: 'room' })).toEqual([])
    expect(here.far.callsOf('members')).toEqual([])
  })
})
