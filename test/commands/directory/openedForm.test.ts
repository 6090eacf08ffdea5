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
  expect(unchanged.text).toContain('Nothing of that differs')
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

test('whoever may not change a record reads nothing of it in its form', async () => {
  expect(await opened(focal('cted'), 'directory edit entity', { entity: 'WHO' })).toBeUndefined()
  expect(await opened(focal('cted'), 'directory edit person', { person: focal('who') })).not.toHaveProperty(
    'station',
  )
})
