import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Json } from '../../../support/slack/payloads.ts'
import { type SlackWorld, slackWorld, users } from '../../../support/slack/world.ts'

let here: SlackWorld
beforeEach(async () => {
  here = await slackWorld()
  here.far.addUser('T1', { id: opcw, email: 'focal.opcw@compact.example', realName: 'opcw' })
  for (const user of [...inIt, opcw]) {
    await here.command('/profile', 'show', { user })
  }
})
afterEach(() => here.end())

const opcw = 'U5'
/** Those of the chair and of members who have an account; the secretariat’s entity is one of them. */
const inIt = [users.secretariat, users.cted, users.interpol, users.unodc].toSorted()
const chair = { user: users.interpol }
const groups = () => [...(here.far.teams.get('T1')?.groups.values() ?? [])]
const say = async (line: string, by: { readonly user: string } = chair) =>
  (await here.command('/wg', line, by)).json ?? {}
const shown = (body: Json) => JSON.stringify(body)

async function follow(): Promise<void> {
  await here.press(await say('sync ETCIP'), 'Let it follow the directory', 'channel', chair)
  await here.settle()
}

async function leave(entity: string): Promise<void> {
  await here.press(await say(`leave ETCIP entity:${entity}`), 'Yes, go ahead', 'channel', chair)
}

test('a group’s chair sees who would be in its user group, and one press makes it', async () => {
  const first = await say('sync ETCIP')
  expect(shown(first)).toContain('@etcip-members')
  expect(shown(first)).toContain('would be made in this Slack workspace')
  expect(shown(first)).toContain('Members without an account here')
  expect(groups()).toEqual([])

  await follow()

  expect(groups()).toMatchObject([{ handle: 'etcip-members', enabled: true }])
  expect(groups()[0]?.users.toSorted()).toEqual(inIt)
  expect(shown(await say('sync ETCIP'))).toContain('was last put right on')
})

test('it follows whoever joins and leaves, and is left as it is once it follows no more', async () => {
  await follow()
  await say('join ETCIP entity:OPCW', { user: users.secretariat })
  await here.settle()
  expect(groups()[0]?.users).toContain(opcw)

  await leave('CTED')
  await here.turn('2026-11-23T12:00:00Z')
  expect(groups()[0]?.users).not.toContain(users.cted)

  expect(shown(await say('unfollow ETCIP'))).toContain('stays as it is')
  await leave('OPCW')
  await here.turn('2026-11-25T12:00:00Z')
  expect(groups()[0]?.users).toContain(opcw)
})

test('a user group of that name is taken over, and those alone are removed who were shown', async () => {
  here.far.teams
    .get('T1')
    ?.groups.set('S9', { id: 'S9', name: 'Old', handle: 'etcip-members', users: ['U8'], enabled: true })
  const seen = await say('sync ETCIP')
  expect(shown(seen)).toContain('Removed: guest')
  const [group] = groups()
  if (group) group.users = ['U8', 'U9']

  await here.press(seen, 'Let it follow the directory', 'channel', chair)
  await here.settle()
  expect(groups()[0]?.users).toEqual(['U8', 'U9'])
  expect(shown(await say('sync ETCIP'))).toContain('Others are in it now')

  await here.press(await say('sync ETCIP'), 'Try again now', 'channel', chair)
  await here.settle()
  expect(groups()[0]?.users.toSorted()).toEqual(inIt)
})

test('what Slack refuses is told once to whoever asked and to the secretariat', async () => {
  here.far.fault('usergroups.create', { kind: 'error', error: 'permission_denied' }, 9)
  await follow()
  await here.turn('2026-11-21T14:00:00Z')
  await here.turn('2026-11-21T16:00:00Z')

  const posted = here.far.messages.filter((one) => shown(one.args).includes('no longer says who is a member'))
  expect(posted.map(({ channel }) => channel).toSorted()).toEqual(
    [`D${users.interpol}`, `D${users.secretariat}`].toSorted(),
  )
  expect(shown(posted[0]?.args ?? {})).toContain('Settings, Permissions')
  expect(shown(await say('sync ETCIP'))).toContain('cannot be kept up')
})

test('nobody but the chair and the secretariat may, and nothing is followed unseen', async () => {
  expect(shown(await say('sync ETCIP', { user: users.cted }))).not.toContain('Nothing has been changed yet')
  expect(shown(await say('follow ETCIP'))).toContain('See first who would be added and removed')
  await here.settle()
  expect(groups()).toEqual([])
})
