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

test('the form that changes a person opens on what everybody sees of them, and changes what is changed', async () => {
  const person = focal('who')
  await here.say(secretariat, `/directory edit person ${person} languages:"French, Arabic" phone:"+41 22 1"`)
  const given = await opened(secretariat, 'directory edit person', { person })
  expect(given).toEqual({
    ...{ person, name: 'WHO focal point', title: 'Focal point', languages: 'French, Arabic' },
    ...{ station: 'Geneva', country: 'Switzerland' },
  })

  const unchanged = await here.press(secretariat, 'directory edit person', given ?? {})
  expect(unchanged.text).toContain('None of that differs')
  const changed = await here.press(secretariat, 'directory edit person', { ...given, title: 'Head of unit' })
  expect(changed.text).toContain('Title: Head of unit')
  expect(changed.text).not.toMatch(/Name:|Station:|Languages:/)
})

test('the form that changes an entity opens on its record, and renames nothing that stays', async () => {
  const given = await opened(secretariat, 'directory edit entity', { entity: 'WHO' })
  expect(given).toMatchObject({
    acronym: 'WHO',
    name: 'World Health Organization',
    kind: 'member',
    type: 'un',
  })
  expect(given?.['aliases']).toContain('OMS; ')

  const aliases = `${given?.['aliases']}; WHO Geneva`
  const changed = await here.press(secretariat, 'directory edit entity', { ...given, aliases })
  expect(changed.text).toContain('WHO Geneva')
  expect(changed.text).not.toMatch(/Name:|Acronym:|Lists of days before/)
})

test('the form that changes a working group opens on its record, and changes what is changed', async () => {
  await here.say(secretariat, '/wg edit ETCIP quorum:7 subjects:"drones, seaports"')
  const given = await opened(secretariat, 'wg edit', { wg: 'ETCIP' })
  expect(given).toMatchObject({ wg: 'ETCIP', acronym: 'ETCIP', quorum: '7', subjects: 'drones; seaports' })

  const unchanged = await here.press(secretariat, 'wg edit', given ?? {})
  expect(unchanged.text).toContain('None of that differs')
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

  expect((await here.press(secretariat, 'meeting edit', given ?? {})).text).toContain(
    'planned exactly like that',
  )
  const changed = await here.press(secretariat, 'meeting edit', { ...given, place: 'Room 5', confirm: 'yes' })
  expect(changed.text).toContain('place now Room 5 (was Room 4)')
  expect(changed.text).not.toMatch(/title now|length now/)
  expect(await opened(focal('cted'), 'meeting edit', { meeting })).toBeUndefined()
})

test('whoever may not change a record reads nothing of it in its form', async () => {
  expect(await opened(focal('cted'), 'directory edit entity', { entity: 'WHO' })).toBeUndefined()
  expect(await opened(focal('cted'), 'directory edit person', { person: focal('who') })).not.toHaveProperty(
    'station',
  )
})
