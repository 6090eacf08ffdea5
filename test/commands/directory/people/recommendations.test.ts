import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { secretariat, type World, world } from '../../../support/world.ts'
import { pressLabelled } from '../giveFile.ts'

const [old, young] = ['old@who.example', 'new@who.example']

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const [who, line] of [
    [secretariat, `/directory add person "Old Twin" email:${old} entity:WHO`],
    [secretariat, `/directory edit person ${old} secretariat:yes`],
    [secretariat, `/directory add person "New Twin" email:${young} entity:WHO`],
    [old, '/library add "Course on drones" link:https://un.example/course'],
    [old, '/report plan ETCIP add:"A paper on drones"'],
    [old, '/project add "Airport security" lead:WHO'],
    [old, '/recommendation add "Train border guards" country:Jordan'],
    [old, '/recommendation add "Amend the law" country:Jordan'],
    [secretariat, `/recommendation assign REC1 owner:${old}`],
    [secretariat, `/recommendation assign REC2 owner:${old}`],
    [old, '/recommendation status REC2 implemented'],
    [old, '/library edit LIB1 purpose:"to learn"'],
    [secretariat, '/library edit LIB1 purpose:"to teach"'],
  ] as const)
    expect([line, (await here.say(who, line)).outcome]).toEqual([line, 'done'])
  await here.database.store.pool.query(
    `insert into report_years (year, due_on, set_by, set_at)
     select 2026, '2027-01-31', id, now() from people where email = $1`,
    [old],
  )
})
afterEach(() => here.end())

/** Who has what, by the names of the columns. */
async function named(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { rows } = await here.database.store.pool.query<{ name: string; has: readonly unknown[] }>(
    `select p.name, array[
      (select count(*)::int from library_items where added_by = p.id),
      (select count(*)::int from work_items where added_by = p.id),
      (select count(*)::int from projects where added_by = p.id),
      (select count(*)::int from recommendations where added_by = p.id),
      (select count(*)::int from recommendations where person_id = p.id),
      (select count(*)::int from report_years where set_by = p.id),
      (select count(*)::int from record_changes where changed_by = p.id)] as has
     from people p where p.name like '% Twin' order by p.name`,
  )
  return Object.fromEntries(rows.map(({ name, has }) => [name, has]))
}

const [all, none] = [
  [1, 1, 1, 2, 2, 1, 7],
  [0, 0, 0, 0, 0, 0, 0],
]

describe('what somebody entered in the records of the house and follows up there', () => {
  test('is shown, moved and taken back by a merge, all of it', async () => {
    expect(await named()).toEqual({ 'Old Twin': all, 'New Twin': none })
    const asked = await here.say(secretariat, `/directory merge ${old} into:${young}`)
    for (const words of [
      '2 recommendations to follow up',
      '1 library item',
      '1 item of a work plan',
      '2 recommendations recorded',
      '1 project',
      '1 closing day of reports',
      '7 changes of such records',
    ])
      expect(asked.text).toContain(words)

    const merged = await pressLabelled(here, asked, 'Merge')
    expect(await named()).toEqual({ 'Old Twin': none, 'New Twin': all })
    expect((await here.say(secretariat, '/library show LIB1')).text).toContain('Added by: New Twin')
    await pressLabelled(here, merged, 'Undo')
    expect(await named()).toEqual({ 'Old Twin': all, 'New Twin': none })
  })

  test('is handed over where it is open, and comes back; what is done stays with whoever did it', async () => {
    const asked = await here.say(secretariat, `/directory handover ${old} to:${young}`)
    expect(asked.text).toContain('1 recommendation to follow up')
    expect((await here.say(young, '/recommendation list')).text).toContain('no such recommendations')

    const done = await pressLabelled(here, asked, 'Hand over')
    const listed = await here.say(young, '/recommendation list')
    expect(listed.text).toContain('REC1')
    expect(listed.text).not.toContain('REC2')
    await pressLabelled(here, done, 'Undo')
    expect((await here.say(young, '/recommendation list')).text).toContain('no such recommendations')
  })

  test('is said to be left in hand by whoever is retired, with a press to hand it over', async () => {
    const retired = await here.say(secretariat, `/directory retire person ${old} confirm:yes`)
    expect(retired.text).toContain('in their hands')
    expect(retired.text).toContain('1 recommendation to follow up')
    const { command, values } = buttonNamed(retired, 'Hand over')
    const asked = await here.press(secretariat, command, { ...values, to: young })
    await press(here, secretariat, buttonNamed(asked, 'Hand over'))
    expect((await here.say(young, '/recommendation list')).text).toContain('REC1')
  })
})
