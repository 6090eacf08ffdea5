import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld()
})
afterEach(() => here.end())

const guild = () => here.far.guilds.get(places.guild) ?? never()
const shows = (posted: Posted | undefined) => displayed(posted?.body).text
const wg = { wg: 'ETCIP' }
const members = () => [...(guild().roles[0]?.members ?? [])].toSorted()
const idsOf = (...roles: readonly (keyof typeof users)[]) => roles.map((role) => users[role].id).toSorted()

async function follow(): Promise<void> {
  const { posted } = await here.slash('interpol', 'wg sync', wg)
  await expect.poll(() => shows(posted)).toContain('Nothing has been changed yet')
  await here.press(posted, 'Let it follow the directory', 'interpol')
  await here.settle()
}

test('a role without permissions follows the directory after one press', async () => {
  const { posted } = await here.slash('interpol', 'wg sync', wg)
  await expect.poll(() => shows(posted)).toContain('would be made in this Discord server')
  expect(guild().roles).toEqual([])

  await follow()
  expect(guild().roles).toMatchObject([{ name: 'etcip-members', permissions: '0', mentionable: true }])
  expect(members()).toContain(users.interpol.id)
  expect(members()).toContain(users.cted.id)

  const asked = await here.slash('interpol', 'wg leave', { ...wg, entity: 'CTED' })
  await here.press(asked.posted, 'Yes, go ahead', 'interpol')
  await here.turn('2026-11-23T12:00:00Z')
  expect(members()).not.toContain(users.cted.id)
  expect(here.far.problems).toEqual([])
})

test('whoever left the server is passed over', async () => {
  here.far.removeMember(places.guild, users.cted.id)
  await follow()

  expect(members()).not.toContain(users.cted.id)
  expect(members()).toContain(users.interpol.id)
})

test('whoever has the role by hand is found where members may be listed, and taken out', async () => {
  guild().listsMembers = true
  const role = { id: '1310000000000000900', name: 'etcip-members', permissions: '0', mentionable: false }
  guild().roles.push({ ...role, members: new Set(idsOf('guest', 'cted')) })
  const { posted } = await here.slash('interpol', 'wg sync', wg)
  await expect.poll(() => shows(posted)).toContain('Removed: GUEST')

  await here.press(posted, 'Let it follow the directory', 'interpol')
  await here.settle()
  expect(members()).not.toContain(users.guest.id)
  expect(guild().roles).toMatchObject([{ id: role.id, mentionable: true }])
})

test('a role with permissions is not handed out', async () => {
  const role = { id: '1310000000000000900', name: 'etcip-members', permissions: '8', mentionable: true }
  guild().roles.push({ ...role, members: new Set() })
  const { posted } = await here.slash('interpol', 'wg sync', wg)

  await expect.poll(() => shows(posted)).toContain('with permissions of its own')
  expect(members()).toEqual([])
})

test('without Manage Roles the chair and the secretariat are told how to mend it, once', async () => {
  guild().mayRoles = false
  await follow()
  await here.turn('2026-11-21T14:00:00Z')

  const posted = here.far.messages.filter((one) => shows(one).includes('give it Manage Roles'))
  expect(posted.map(({ channel }) => channel).toSorted()).toEqual(
    [users.interpol.id, users.secretariat.id].map((id) => here.far.directOf(id)).toSorted(),
  )
})

function never(): never {
  throw new Error('there is no server')
}
