import { afterAll, beforeAll, expect, test } from 'vitest'

import { monday } from '../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
const member = focal('undp')

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(chair, '/meeting schedule "Quarterly meeting" wg:ETCIP start:"10 Dec 2026 15:00"')
})
afterAll(() => here.end())

test.each([
  'tomorow at 9 call Bob',
  'Tmrw 9am call Bob',
  'tomorrow at 9, call Bob.',
  'ring up and call Bob on 24 Nov at 9:00',
])('what begins or ends with a time may be a reminder: %s', async (typed) => {
  const asked = await here.say(member, typed)
  expect(asked.outcome).toBe('refused')
  expect(asked.text).toContain('Shall I remind you or post it as an update?')
  const label = typed.includes('ring') ? 'Remind me: ring up and call Bob' : 'Remind me: call Bob'
  expect((await press(here, member, buttonNamed(asked, label))).text).toMatch(
    /^R\d+: I will remind you Tue 24 Nov 2026, 09:00 .*call Bob/,
  )
})

test('what begins as another command does may be a reminder', async () => {
  const asked = await here.say(member, 'call Bob at half past three pm tomorrow')
  expect((await press(here, member, buttonNamed(asked, 'Remind me: call Bob'))).text).toContain(
    'Tue 24 Nov 2026, 15:30',
  )
})

test.each([
  ['UNODC will draft the ToR by Friday', 'Draft the ToR (UNODC, due 27 Nov 2026)'],
  ['WHO to share the report by 5 Dec', 'Share the report (WHO, due 5 Dec 2026)'],
  ['CTED shall send comments', 'Send comments (CTED, no due day)'],
])('what an entity is to do may be an action: %s', async (typed, action) => {
  const asked = await here.say(chair, typed)
  expect(asked.outcome).toBe('refused')
  expect(asked.text).toContain('Shall I record it as an action or post it as an update?')
  const wanted = await press(here, chair, buttonNamed(asked, 'Record it as an action'))
  const { command, values } = buttonNamed(asked, 'Record it as an action')
  const recorded =
    wanted.outcome === 'done' ? wanted : await here.press(chair, command, { ...values, meeting: 'M1' })
  expect(recorded.text).toContain(action)
})

test.each([
  ["Minister can't attend M1, deputy will", 'no'],
  ['my deputy will attend M1', 'no'],
  ['Anna goes to M1 instead', 'no'],
])('what names a meeting may be the answer to it: %s', async (typed, answer) => {
  const asked = await here.say(member, typed)
  expect(asked.outcome).toBe('refused')
  expect(asked.text).toContain('answer M1 with it')
  expect(asked.text).toMatch(new RegExp(`\\n\\[Say ${answer} to M1`))
  const answered = await press(here, member, buttonNamed(asked, `Say ${answer} to M1, with these words`))
  expect(answered.text).toMatch(new RegExp(`^You said ${answer} to M1`))
  expect(answered.text).toContain(`also see: ${typed}`)
})

test.each([
  'UNODC trained 30 judges in Lima, Peru on 3 November at 9:00',
  'Our experts met judges in Lima for a round table on evidence',
  'The report on M1 and the other documents were sent to States',
])('an ordinary sentence is asked about as an update alone: %s', async (typed) => {
  expect((await here.say(member, typed)).text).toContain('Shall I post it as an update?')
})

test('a table without a command is asked about as an update, whole', async () => {
  const asked = await here.say(
    member,
    'Title\tEntity\tDate\nTraining of judges\tUNDP\t3 Nov\nVisit to Chad with IOM\t\t9 Nov',
  )
  expect(asked.text).toContain('Shall I post it as an update?')
  expect((await press(here, member, buttonNamed(asked, 'Yes: /update post'))).text).toMatch(
    /2 items:\n- UNDP: Training of judges\n- Visit to Chad with IOM/,
  )
})

test('whether somebody will attend is asked, and is no action', async () => {
  expect((await here.say(member, 'WHO will attend the meeting?')).text).not.toContain(
    'record it as an action',
  )
})
