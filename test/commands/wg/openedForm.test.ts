import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

/** What the form behind an [Edit] is filled with. */
async function opened(who: string, command: string, fields: Readonly<Record<string, string>>) {
  const { answer } = await here.say(who, '/help', { input: { kind: 'fields', command, fields, ask: true } })
  return answer.form?.given
}

test('the form that changes a working group opens on its record, and changes what is changed', async () => {
  await here.say(secretariat, '/wg edit ETCIP quorum:7 subjects:"drones, seaports"')
  const given = await opened(secretariat, 'wg edit', { wg: 'ETCIP' })
  expect(given).toMatchObject({ wg: 'ETCIP', acronym: 'ETCIP', quorum: '7', subjects: 'drones; seaports' })

  const unchanged = await here.press(secretariat, 'wg edit', given ?? {})
  expect(unchanged.text).toContain('Nothing of that differs')
  const changed = await here.press(secretariat, 'wg edit', { ...given, quorum: '9' })
  expect(changed.text).toContain('Quorum: 9')
  expect(changed.text).not.toMatch(/Name:|Acronym:|Subjects:|Lists of days before/)
})

test('the form that changes a meeting opens on its plan, for whoever may change it', async () => {
  const { text } = await here.say(
    secretariat,
    '/meeting schedule wg:ETCIP title:"Drones at sea" start:"2027-03-09 15:00" duration:1h30m place:"Room 4" confirm:yes',
  )
  const meeting = /M\d+/.exec(text)?.[0] ?? ''
  const given = await opened(secretariat, 'meeting edit', { meeting })
  expect(given).toMatchObject({ title: 'Drones at sea', place: 'Room 4', duration: '1 h 30 min' })

  expect((await here.press(secretariat, 'meeting edit', given ?? {})).text).toContain('planned just so')
  const changed = await here.press(secretariat, 'meeting edit', { ...given, place: 'Room 5', confirm: 'yes' })
  expect(changed.text).toContain('place now Room 5 (was Room 4)')
  expect(changed.text).not.toMatch(/title now|length now/)
  expect(await opened(focal('cted'), 'meeting edit', { meeting })).not.toHaveProperty('place')
})
