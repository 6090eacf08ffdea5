import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Form } from '../../../src/core/invocation.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeAll(async () => {
  here = await world()
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"11 Dec 14:30"')
})
afterAll(() => here.end())
beforeEach(async () => {
  await here.say(
    chair,
    '/meeting edit M1 title:"Quarterly" place:"Room 5" link:https://meet.example/first duration:1h',
  )
})

/** Opens a form by its button. */
async function open(who: string, command: string, fields: Readonly<Record<string, string>>): Promise<Form> {
  const input = { kind: 'fields', command, fields, ask: true } as const
  const { form } = await here.bot.dispatch({ ...speaks(who), input })
  if (!form) throw new Error(`/${command} opens no form`)
  return form
}

const speaks = (who: string) => ({
  caller: { platform: 'terminal', tenant: 'local', account: who },
  place: { platform: 'terminal', tenant: 'local', channel: who, private: true },
  vouchedEmail: who,
})

/** Sends a form with all that it shows, and with what is typed into it. */
async function send(who: string, { command, given, present }: Form, typed: Readonly<Record<string, string>>) {
  const extra = { input: { kind: 'fields', command, fields: { ...given, ...typed }, present } as const }
  return here.say(who, '', extra)
}

const stands = async () =>
  (await here.database.store.pool.query('select title, place, link, minutes from meetings')).rows[0]

test('a form changes what was typed into it, and leaves what somebody changed since it was opened', async () => {
  const form = await open(chair, 'meeting edit', { meeting: 'M1' })
  await here.say(secretariat, '/meeting edit M1 link:https://meet.example/second')

  expect((await send(chair, form, { title: 'Fourth' })).outcome).toBe('done')
  expect(await stands()).toMatchObject({ title: 'Fourth', link: 'https://meet.example/second' })
})

test('a form asks before it replaces what was changed since it was opened, also by its own author', async () => {
  const form = await open(chair, 'meeting edit', { meeting: 'M1' })
  await here.say(chair, '/meeting edit M1 place:"Room 7"')
  const asked = await send(chair, form, { place: 'Room 9', title: 'Fourth' })

  expect(asked.outcome).toBe('asked')
  expect(asked.text).toContain('That was changed by yourself since you opened the form')
  expect(asked.text).toContain('Place: Room 7')
  expect(asked.text).not.toContain('Title')
  expect(await stands()).toMatchObject({ title: 'Quarterly', place: 'Room 7' })
  expect((await press(here, chair, buttonNamed(asked, 'Take mine'))).outcome).toBe('done')
  expect(await stands()).toMatchObject({
    title: 'Fourth',
    place: 'Room 9',
    link: 'https://meet.example/first',
  })
})

test('a form that agrees with what was changed since asks nothing, and one that was left as it was changes nothing', async () => {
  const form = await open(chair, 'meeting edit', { meeting: 'M1' })
  await here.say(secretariat, '/meeting edit M1 place:"Room 7"')
  expect((await send(chair, form, { place: 'Room 7', title: 'Fourth' })).outcome).toBe('done')

  const again = await open(chair, 'meeting edit', { meeting: 'M1' })
  await here.say(secretariat, '/meeting edit M1 link:https://meet.example/third')
  const left = await send(chair, again, {})
  expect(left).toMatchObject({
    outcome: 'refused',
    text: 'The form was sent as it was opened, so nothing was changed.',
  })
  expect(await stands()).toMatchObject({ title: 'Fourth', link: 'https://meet.example/third' })
})

test('a form that is refused opens again with what was typed alone, on the record as it stands by then', async () => {
  const form = await open(chair, 'meeting edit', { meeting: 'M1' })
  await here.say(secretariat, '/meeting edit M1 place:"Room 7"')
  const { answer } = await send(chair, form, { duration: 'for ever', title: 'Fourth' })

  expect(answer).toMatchObject({ outcome: 'refused', option: 'duration' })
  expect(answer.form?.given).toEqual({ meeting: 'M1', duration: 'for ever', title: 'Fourth' })
})

test('a group and an entity are edited so as well', async () => {
  const group = await open(secretariat, 'wg edit', { wg: 'ETCIP' })
  const entity = await open(secretariat, 'directory edit entity', { entity: 'WHO' })
  await here.say(secretariat, '/wg edit ETCIP name:"Working Group on Threats"')
  await here.say(secretariat, '/directory edit entity WHO name:"World Health"')
  await send(secretariat, group, { number: '7' })
  await send(secretariat, entity, { website: 'https://who.example' })

  expect((await here.say(chair, '/wg show ETCIP')).text).toContain('Working Group on Threats')
  expect((await here.say(chair, '/directory entity WHO')).text).toContain('World Health')
})

test('words that are required are asked about as well, and one’s own settings are not put back', async () => {
  await here.say(secretariat, '/newsletter plan closing "Write to us"')
  const closing = await open(secretariat, 'newsletter plan closing', {})
  const settings = await open(chair, 'reminder settings', {})
  expect(closing.given).toEqual({ text: 'Write to us' })
  await here.say(secretariat, '/newsletter plan closing "Write to the secretariat"')
  await here.say(chair, '/reminder settings weekly:9')

  expect((await send(secretariat, closing, { text: 'Write to all' })).text).toContain(
    'Write to the secretariat',
  )
  await send(chair, settings, { digest: '8:00' })
  expect((await here.say(chair, '/reminder settings')).text).toContain('at most 9')
})

test('no form is opened on what cannot be changed any more, which is said at once', async () => {
  await here.say(chair, '/meeting schedule Extra wg:ETCIP start:"14 Dec 14:30"')
  const edit = { command: 'meeting edit', fields: { meeting: 'M2' }, ask: true } as const
  expect((await open(chair, edit.command, edit.fields)).command).toBe('meeting edit')
  const undo = buttonNamed(await here.say(chair, '/meeting cancel M2 confirm:yes'), 'Undo: restore it')
  const late = await here.bot.dispatch({ ...speaks(chair), input: { kind: 'fields', ...edit } })
  expect([late.outcome, late.form]).toEqual(['refused', undefined])
  await press(here, chair, undo)
  expect((await open(chair, edit.command, edit.fields)).given['title']).toBe('Extra')
})

test('no form is opened for somebody who may not send it, nor for an answer that a meeting takes no more', async () => {
  const scheduled = await here.say(chair, '/meeting schedule Late wg:ETCIP start:"15 Dec 14:30"')
  const [id = ''] = /M\d+/.exec(scheduled.text) ?? []
  const pressed = (who: string, command: string, fields: Readonly<Record<string, string>>, ask?: boolean) =>
    here.bot.dispatch({ ...speaks(who), input: { kind: 'fields', command, fields, ...(ask ? { ask } : {}) } })
  const move = await pressed(focal('unodc'), 'meeting move', { meeting: id }, true)
  expect([move.outcome, move.form]).toEqual(['refused', undefined])
  expect((await open(chair, 'meeting move', { meeting: id })).given).toEqual({ meeting: id })

  await here.say(chair, `/meeting cancel ${id} confirm:yes`)
  const yes = { meeting: id, answer: 'yes' }
  const bare = await pressed(focal('unodc'), 'meeting rsvp', yes)
  expect([bare.outcome, bare.form]).toEqual(['refused', undefined])
  const noted = await pressed(focal('unodc'), 'meeting rsvp', { ...yes, note: 'with my deputy' })
  expect([noted.outcome, noted.form?.given['note']]).toEqual(['refused', 'with my deputy'])
})

test('an outcome, a reminder of a group, one’s own entry and a person are forms that know what they showed', async () => {
  const pairs = [
    [chair, 'profile edit', {}, 'title', secretariat, `/directory edit person ${chair} title:"Head"`],
    [secretariat, 'directory edit person', { person: chair }, 'title', chair, '/profile edit title:"Chief"'],
  ] as const
  for (const [who, command, fields, name, other, line] of pairs) {
    const form = await open(who, command, fields)
    expect((await here.say(other, line)).outcome).toBe('done')
    const asked = await send(who, form, { [name]: 'Mine' })
    expect(asked.text, command).toMatch(
      /That was changed by (?:INTERPOL|Compact).* since you opened the form/,
    )
  }
  const set = await here.say(chair, '/reminder add "Bring the badges" at:"10 Dec 9:00" for:ETCIP confirm:yes')
  const reminder = /R\d+/.exec(set.text)?.[0] ?? ''
  const form = await open(chair, 'reminder edit', { reminder })
  expect(form.given).toMatchObject({ text: 'Bring the badges', at: '2026-12-10T09:00' })
  await here.say(secretariat, `/reminder edit ${reminder} at:"11 Dec 9:00" confirm:yes`)
  const late = await send(chair, form, { at: '2026-12-12T09:00' })
  expect(late.text).toContain('That was changed by Compact Secretariat since you opened the form')
  const moved = await send(chair, form, { text: 'Bring all badges' })
  expect(moved.text).toContain('Bring all badges')
  expect(moved.text).toContain('11 Dec')
})

test('a form that sends its outcome along puts back nothing of what somebody wrote meanwhile', async () => {
  const scheduled = await here.say(chair, '/meeting schedule Wound wg:ETCIP start:"8 Dec 14:30" confirm:yes')
  const meeting = /M\d+/.exec(scheduled.text)?.[0] ?? ''
  await here.turn('2026-12-09T09:00:00Z')
  await here.say(chair, `/meeting hold ${meeting} summary:"Discussed drones"`)
  const form = await open(chair, 'meeting hold', { meeting })
  expect(form.given['summary']).toBe('Discussed drones')
  await here.say(secretariat, `/meeting hold ${meeting} summary:"Discussed drones and ports"`)
  expect((await send(chair, form, { participants: '14' })).outcome).toBe('done')
  const shown = await here.say(chair, `/meeting show ${meeting}`)
  expect(shown.text).toContain('Discussed drones and ports')
  expect((await send(chair, form, { summary: 'Discussed ships' })).text).toContain(
    'That was changed by Compact Secretariat',
  )
})
