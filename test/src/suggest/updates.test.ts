import { afterEach, expect, test } from 'vitest'

import { suggest } from '../../../src/suggest/suggest.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

test('updates are suggested by number and by words, to those who may see them', async () => {
  here = await world()
  const now = new Date('2026-11-21T12:00:00Z')
  await here.say(focal('unodc'), '/update post UNODC trained judges in Vienna (20 Nov)')
  await here.say(focal('who'), '/update post WHO published a guide (19 Nov)')
  const asked = async (who: string, typed: string, prefix?: string) => {
    const caller = { platform: 'terminal', tenant: 'local', account: who }
    const more = prefix === undefined ? {} : { prefix }
    const given = { caller, vouchedEmail: who, kind: 'record' as const, typed, limit: 10, ...more }
    return (await suggest(here.database.store.kysely, now, given)).map(({ value }) => value)
  }

  expect(await asked(secretariat, '', 'U')).toEqual(['U2', 'U1'])
  expect(await asked(secretariat, 'judges', 'U')).toEqual(['U1'])
  expect(await asked(focal('who'), 'u', 'U')).toEqual(['U2'])
  expect(await asked('somebody@home.example', '', 'U')).toEqual([])
  expect(await asked(secretariat, '', 'R')).toEqual([])
  expect(await asked(secretariat, '')).toEqual([])
})
