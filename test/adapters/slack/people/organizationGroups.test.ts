import { afterAll, beforeAll, expect, test } from 'vitest'

import { createClients } from '../../../../adapters/slack/api/clients.ts'
import { timings } from '../../../../adapters/slack/limits.ts'
import { createUserGroups } from '../../../../adapters/slack/people/userGroups.ts'
import { systemClock } from '../../../../src/core/clock.ts'
import type { Mention, Mentions } from '../../../../src/core/feature/mention.ts'
import { type FarSide, startFarSide } from '../../../support/slack/farSide.ts'

let far: FarSide
let groups: Mentions
beforeAll(async () => {
  far = await startFarSide()
  for (const teamId of ['T3', 'T4']) {
    far.addTeam({
      teamId,
      name: teamId,
      enterpriseId: 'E1',
      botToken: 'xoxb-E1',
      botUserId: 'UBOTE',
      botId: 'BE',
    })
    far.addUser(teamId, { id: 'U2', realName: 'focal.unodc' })
  }
  groups = createUserGroups({
    installations: {
      of: async (tenant) => ({
        tenant,
        enterprise: 'E1',
        botToken: `xoxb-${tenant}`,
        botUserId: 'UBOTE',
        botId: 'BE',
        appId: 'A1',
        installedAt: '2026-01-01T00:00:00Z',
      }),
    },
    clients: createClients(far.url, timings, systemClock),
    tokenOf: async ({ botToken }) => botToken,
  })
})
afterAll(() => far.stop())

const etcip: Mention = { tenant: 'E1', handle: 'etcip-members', title: 'Members of ETCIP', id: undefined }

test('an organization with several workspaces is told where to make the user group', async () => {
  expect(await groups.current(etcip, [])).toEqual({ exists: false, members: [], absent: [] })
  await expect(groups.put(etcip, { add: ['U2'], remove: [], members: ['U2'] })).rejects.toThrow(
    'Make a user group @etcip-members in the workspace that it is for',
  )
})

test('one that an administrator made is found in its workspace and kept there', async () => {
  const made = { id: 'S9', name: 'ETCIP', handle: 'etcip-members', users: [], enabled: true }
  far.teams.get('T4')?.groups.set('S9', made)

  expect(await groups.put(etcip, { add: ['U2'], remove: [], members: ['U2'] })).toBe('S9')
  expect(far.teams.get('T4')?.groups.get('S9')?.users).toEqual(['U2'])
  expect(await groups.current({ ...etcip, id: 'S9' }, [])).toMatchObject({ exists: true, members: ['U2'] })
})

test('an organization with one workspace has it made there', async () => {
  far.addTeam({
    teamId: 'T5',
    name: 'T5',
    enterpriseId: 'E2',
    botToken: 'xoxb-E2',
    botUserId: 'UBOTF',
    botId: 'BF',
  })
  far.addUser('T5', { id: 'U2', realName: 'focal.unodc' })

  const id = await groups.put({ ...etcip, tenant: 'E2' }, { add: ['U2'], remove: [], members: ['U2'] })
  expect(far.teams.get('T5')?.groups.get(id)?.users).toEqual(['U2'])
  expect(far.callsOf('usergroups.create').map(({ args }) => args['team_id'])).toEqual(['T5'])
})
