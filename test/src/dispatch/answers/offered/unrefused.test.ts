import { afterAll, beforeAll, expect, test } from 'vitest'
import { buttonsOf } from '../../../../support/lines/pressed.ts'
import { after, before } from '../../../../support/lines/storeOfAll.ts'
import { focal, secretariat, type World, world } from '../../../../support/world.ts'

const [chair, member, outsider, observer] = [focal('interpol'), focal('cted'), focal('unaoc'), focal('desa')]

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const [who, line] of before) await here.say(who, line)
  await here.turn('2026-11-25T09:00:00Z')
  for (const [who, line] of after) await here.say(who, line)
  await here.say(chair, '/meeting poll open "Closed" wg:ETCIP slots:"20 Jan 14:30; 21 Jan 09:00"')
  await here.say(chair, '/meeting poll close P2')
})
afterAll(() => here.end())

const labels = (reply: Awaited<ReturnType<World['say']>>) => buttonsOf(reply).map(({ label }) => label)

test.each([
  [
    'sections with nothing to order',
    secretariat,
    '/newsletter order',
    /^(?:Regional|Compact working|Reports)/,
  ],
  ['an update as its own twin, or one that was withdrawn', secretariat, '/update merge U1', /^U[23] /],
  ['the section in which an update is', secretariat, '/update move U1', /^(?!Regional)/],
  ['updates that were not withdrawn', chair, '/update restore', /^U4 /],
  ['meetings without an agenda', chair, '/meeting agenda remove item:1', /^M1 /],
  ['polls that are closed', chair, '/meeting poll close', /^P1 /],
])('choices leave out %s', async (_, who, line, open) => {
  const offered = labels(await here.say(who, line))
  expect(offered.length).toBeGreaterThan(0)
  expect(offered.filter((label) => !open.test(label))).toEqual([])
})

test.each([
  [secretariat, '/update move U4', 'U4 was withdrawn; restore it first', 'Restore U4'],
  [chair, '/wg bind', 'This is a private conversation'],
  [outsider, '/meeting rsvp M1', 'You are not invited to M1'],
])('what is refused whichever is chosen is refused at once: %s %s', async (who, line, why, ...ways) => {
  const reply = await here.say(who, line)
  expect([reply.outcome, labels(reply)]).toEqual(['refused', ways])
  expect(reply.text).toContain(why)
})

test.each([
  [observer, '/project add Drones', 'Only members may add projects'],
  [observer, '/library add Drones', 'Only members may add to the library'],
])(
  'who may not use a command at all is told so before anything is asked: %s %s',
  async (who, line, why, ...ways) => {
    const reply = await here.say(who, line)
    expect([reply.outcome, labels(reply)]).toEqual(['refused', ways])
    expect(reply.text).toContain(why)
    expect(labels(await here.say(who, line.replace(/ add .*/, ' list')))).not.toContain('Add a project')
  },
)

test.each([
  ['/meeting poll open Budget slots:blah', 'cannot read “blah”'],
  ['/meeting silence open "We adopt" until:blah', 'cannot read “blah”'],
  ['/meeting schedule start:blah', 'cannot read “blah”'],
  ['/meeting schedule Review start:blah', 'cannot read “blah”'],
])('what cannot be read is said before the rest is asked for: %s', async (line, why) => {
  const reply = await here.say(secretariat, line)
  expect([reply.outcome, reply.text]).toEqual(['refused', expect.stringContaining(why)])
  expect(Object.values(reply.answer.form?.given ?? {})).toContain('blah')
})

test('records behind the latest ones are offered where those would be refused', async () => {
  for (let at = 0; at < 10; at++) {
    const posted = await here.say(
      chair,
      `/update post "INTERPOL trained ${at + 3} officers in Lyon on ${at + 1} November"`,
    )
    const [number] = /U\d+/.exec(posted.text) ?? []
    await here.say(chair, `/update withdraw ${number} confirm:yes`)
  }
  expect(labels(await here.say(chair, '/update withdraw'))).toContainEqual(expect.stringMatching(/^U3 /))
})

test('where the likely one would be refused, none is offered and it is said why', async () => {
  const reply = await here.say(secretariat, '/wg join ETCIP')
  expect(reply.text).toContain('I can offer none: UNOCT is a member of ETCIP already')
})

test('a guess that would be refused is not offered, and it is said why', async () => {
  await here.say(chair, '/update show U4')
  await here.say(chair, '/meeting list')
  const reply = await here.say(chair, 'withdraw it')
  expect(reply.text).toContain('You may mean withdraw U4; nothing was done. U4 is withdrawn already')
  expect(labels(reply)).toEqual([])
})

test('a choice that lacks what is to be changed opens its form', async () => {
  for (const [who, line] of [
    [member, '/library edit'],
    [secretariat, '/recommendation edit'],
    [secretariat, '/wg edit'],
    [member, '/update edit'],
  ] as const) {
    const [first] = buttonsOf(await here.say(who, line))
    expect([line, first?.ask]).toEqual([line, true])
  }
  const bare = await here.say(member, '/library edit LIB1')
  expect(buttonsOf(bare).find(({ label }) => label === 'Edit')).toMatchObject({
    command: 'library edit',
    values: { item: 'LIB1' },
    ask: true,
  })
})

test('what is tried out uses up no number, tells nobody and changes nothing', async () => {
  const told = here.delivered.length
  await here.say(chair, '/meeting cancel')
  await here.say(secretariat, '/meeting schedule "Which group?" start:"12 Jan 10:00"')
  expect(here.delivered.length).toBe(told)
  const scheduled = await here.say(
    chair,
    '/meeting schedule "Next" wg:ETCIP start:"12 Jan 10:00" confirm:yes',
  )
  expect(scheduled.text).toMatch(/^Scheduled M9: Next/)
  expect((await here.say(chair, '/meeting show M1')).text).not.toContain('cancelled')
})

test('of several numbers alone, only what may be done with them is offered, with their numbers', async () => {
  expect(labels(await here.say(secretariat, 'U1 and U2'))).toContain('/update accept U1, U2')
  const asked = await here.say(outsider, 'U1 and U2')
  expect([asked.outcome, labels(asked)]).toEqual(['refused', []])
  expect(asked.text).toContain('U1 was posted for another entity')
  expect(labels(await here.say(outsider, 'M901 and M902'))).toEqual([])
  expect(labels(await here.say(secretariat, 'U901 and U902'))).toEqual([])
})

test('what is done with the focal point of an entity is never offered for the entity', async () => {
  const offered = buttonsOf(await here.say(secretariat, '/directory remove WHO focal point'))
  expect(offered.map(({ command }) => command)).toEqual(['directory retire person'])
  await here.say(secretariat, '/directory edit person focal.who@compact.example name:"Ana Ruiz"')
  await here.say(
    secretariat,
    '/directory add person "Ben Okri" email:ben@who.example entity:WHO title:"Focal point"',
  )
  const asked = await here.say(secretariat, '/directory retire person WHO focal point')
  expect(labels(asked)).toEqual(['Ana Ruiz', 'Ben Okri'])
  const told = await here.say(secretariat, '/directory remove focal point of WHO')
  expect(buttonsOf(told).map(({ command }) => command)).toEqual(['directory retire person'])
})

test.each([
  ['/meeting schedule Review start:"tomorrow 15:00"', 'start', 'Thu 26 Nov 2026, 15:00 (Europe/Paris)'],
  [
    '/meeting poll open Next slots:"tomorrow 10:00; tomorrow 15:00"',
    'slots',
    'Thu 26 Nov 2026, 10:00 (Europe/Paris); Thu 26 Nov 2026, 15:00 (Europe/Paris)',
  ],
  ['/meeting silence open "We adopt" until:tomorrow', 'until', 'Thu 26 Nov 2026, 18:00 (Europe/Paris)'],
  ['/meeting silence open "We adopt" until:"5 working days"', 'until', '5 working days'],
  ['/meeting action add what:Draft due:tomorrow', 'due', '2026-11-26'],
  ['/reminder add tea at:"tomorrow at 3"', 'at', 'Thu 26 Nov 2026, 15:00 (Europe/Paris)'],
  ['/meeting list wg:CT in:tomorrow', 'in', '2026-11-26..2026-11-26'],
])('a choice that is pressed a day late means the day that was typed: %s', async (line, name, value) => {
  const asked = await here.say(chair, line)
  expect(buttonsOf(asked)[0]?.values[name]).toBe(value)
})

test('what is for others is said to be so, and what is done already or of others’ groups is not offered', async () => {
  const published = await here.say(member, 'publish no. 1')
  expect(published.text).toContain('/newsletter publish is for the secretariat alone')
  const rhythm = await here.say(outsider, '/wg cadence ETCIP every:2 months')
  expect(rhythm.text).toMatch(/^There is no option “every:”/)
  expect(labels(rhythm)).toEqual(['Without every:2 months'])
  expect((await here.say(outsider, '/wg cadence ETCIP every 2 months')).text).toMatch(
    /^Only the chairs of ETCIP/,
  )
  const reminder = await here.say(chair, '/reminder add figures at:"tomorrow 15:00" wg:CT')
  expect(reminder.text).not.toContain('Did you mean')
  expect(labels(reminder)).toEqual(['BMLE', 'ETCIP'])
  await here.say(secretariat, '/newsletter pass CTBTO')
  expect(labels(await here.say(secretariat, '/newsletter pass CT'))).not.toContain('CTBTO')
})
