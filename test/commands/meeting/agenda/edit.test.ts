import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, buttonsOf, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const member = focal('cted')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30" duration:2h confirm:yes')
  await here.say(chair, '/meeting agenda add M1 "1. Drones 2. Borders 3. Budget"')
})
afterAll(() => here.end())

/** The items of the agenda, `Drones (UNODC, 20 min)`. */
async function items(): Promise<readonly string[]> {
  const { text } = await here.say(chair, '/meeting agenda show M1')
  return [...text.matchAll(/\d\. ([^\n]+)/g)].map(([, item = '']) => item)
}

test('words, presenter and minutes of an item are changed and taken back, and the history says what was', async () => {
  const changed = await here.say(member, '/meeting agenda edit M1 1 presenter:UNODC minutes:20m')
  expect(changed.text).toContain(
    'Changed item 1 of the agenda of M1 Quarterly: Drones (UNODC, 20 min), was Drones.',
  )
  await here.say(member, '/meeting agenda edit M1 borders title:"Border control"')
  expect(await items()).toEqual(['Drones (UNODC, 20 min)', 'Border control', 'Budget'])
  expect((await here.say(chair, '/meeting history M1')).text).toContain(
    'Changed on the agenda: Border control, was Borders.',
  )

  await here.say(member, '/meeting agenda edit M1 1 presenter:none minutes:none')
  expect(await items()).toEqual(['Drones', 'Border control', 'Budget'])
  const undo = buttonNamed(changed, 'Undo: as before')
  expect((await press(here, member, undo)).text).toContain('taken back already')
  expect(await items()).toEqual(['Drones', 'Border control', 'Budget'])
})

test.each([
  ['/meeting agenda edit M1 1 30 min', 'Drones (30 min)'],
  ['/meeting agenda edit M1 item 1: 25 min', 'Drones (25 min)'],
  ['/meeting agenda edit M1 drones 35 min', 'Drones (35 min)'],
  ['/meeting agenda edit M1 I1 40 min', 'Drones (40 min)'],
  ['/meeting agenda edit M1 1 by UNODC, 20 min', 'Drones (UNODC, 20 min)'],
  ['/meeting agenda edit M1 1 to "Drones, ships and cars"', 'Drones, ships and cars (UNODC, 20 min)'],
  ['rename item 1 of M1 to Drones', 'Drones (UNODC, 20 min)'],
  ['give item 1 10 minutes', 'Drones (UNODC, 10 min)'],
  ['item 1 needs 15 minutes', 'Drones (UNODC, 15 min)'],
  ['WHO presents item 1', 'Drones (WHO, 15 min)'],
  ['item 1 will be presented by OPCW', 'Drones (OPCW, 15 min)'],
])('“%s” leaves “%s”', async (line, item) => {
  const { outcome, text } = await here.say(member, line)
  expect([outcome, text]).toEqual(['done', expect.stringContaining(`: ${item}, was `)])
  expect((await items())[0]).toBe(item)
})

test('“it” is the item that was put on the agenda last', async () => {
  await here.say(member, '/meeting agenda add M1 "Any other business"')
  expect((await here.say(member, 'give it 5 minutes')).text).toContain('Any other business (5 min), was')
  expect((await here.say(member, 'I will present it')).text).toMatch(/Any other business \(.+, 5 min\), was/)
  const asked = await here.say(chair, 'give it 40 minutes')
  expect(asked.outcome).toBe('refused')
  expect((await items()).at(-1)).toMatch(/^Any other business \(.+, 5 min\)$/)
})

test('words that may be a title or a presenter are asked about, and each answer does what it says', async () => {
  const asked = await here.say(member, '/meeting agenda edit M1 3 Money')
  expect(asked.outcome).toBe('refused')
  expect(asked.text).toContain('“Budget” is the item')
  expect((await press(here, member, buttonNamed(asked, 'Its presenter'))).text).toContain(
    'Budget (Money), was Budget',
  )
  expect((await press(here, member, buttonNamed(asked, 'Its new words'))).text).toContain(
    'Money (Money), was',
  )
})

test('nobody else may, and what cannot be is refused with what stands', async () => {
  for (const [who, line, answer] of [
    [focal('ipu'), '/meeting agenda edit M1 1 minutes:5', 'members'],
    [member, '/meeting agenda edit M1 9 minutes:5', 'There is no item “9”'],
    [member, '/meeting agenda edit M1 1 title:"border CONTROL"', 'is already on the agenda'],
    [member, '/meeting agenda edit M1 1 minutes:11h', 'An item takes 600 minutes at most'],
    [member, '/meeting agenda edit M1 1 minutes:soon', 'as a duration'],
    [member, '/meeting agenda edit M1 2 title:"Border control"', 'That was so already'],
    [member, '/meeting agenda edit M1 1', 'Say what to change of “Drones”'],
  ] as const) {
    const { outcome, text } = await here.say(who, line)
    expect([line, outcome, text]).toEqual([line, 'refused', expect.stringContaining(answer)])
  }
})

test('its form opens with how the item stands', async () => {
  const opened = await here.bot.dispatch({
    caller: { platform: 'terminal', tenant: 'local', account: member },
    place: { platform: 'terminal', tenant: 'local', channel: member, private: true },
    vouchedEmail: member,
    input: {
      kind: 'fields',
      command: 'meeting agenda edit',
      fields: { meeting: 'M1', item: '1' },
      ask: true,
    },
  })
  expect(opened.form?.given).toMatchObject({
    item: '1',
    title: 'Drones',
    presenter: 'OPCW',
    minutes: '15 min',
  })
})

test('what may be a place or a length becomes no title, and “it” may stand before a length', async () => {
  const before = await items()
  const asked = await here.say(member, '/meeting agenda edit M1 3 to 1')
  expect([asked.outcome, await items()]).toEqual(['refused', before])
  await press(here, member, buttonNamed(asked, 'Its new place'))
  expect(await items()).toEqual([before[2], before[0], before[1], ...before.slice(3)])
  const back = await here.say(member, 'change item 1 of M1 to 3')
  await press(here, member, buttonNamed(back, 'Its new place'))
  expect(await items()).toEqual(before)
  expect((await here.say(member, 'change item 1 of M1 to 12 minutes')).text).toMatch(/12 min\), was/)
  expect((await here.say(member, '/meeting agenda edit M1 it 15 min')).text).toMatch(/15 min\), was/)
  expect((await here.say(member, '/meeting agenda edit M1 2 to none')).outcome).toBe('refused')
  expect((await items())[1]).toBe(before[1])
})

test('who presents an item is a question, and WHO presents it an order', async () => {
  const before = await items()
  for (const line of ['who presents item 1 of M1?', 'who presents item 1', 'Who will present it?'])
    expect([line, (await here.say(member, line)).text]).toEqual([line, expect.not.stringContaining('was ')])
  expect(await items()).toEqual(before)
  expect((await here.say(member, 'WHO presents item 1 of M1')).text).toContain('(WHO')
})

test('an item is moved to the top, asked about and taken off in a sentence', async () => {
  await here.turn('2026-11-23T09:01:00Z')
  const say = async (line: string) => (await here.say(member, line)).text
  await say('/meeting agenda add M1 "A last one"')
  const before = await items()
  expect(await say('move item 2 to the top')).toContain('in its new order')
  expect((await items())[0]).toBe(before[1])
  expect(await say('the presenter of item 1 is OPCW')).toMatch(/: Border control \(OPCW\), was /)
  expect(await say('edit item 1')).toContain('Say what to change of “Border control”')
  expect(await say('move item 2 to the top of the agenda of nothing')).not.toContain('in its new order')
  expect(await say('remove item 5 of M1')).toContain('Taken off the agenda of M1 Quarterly: A last one')
})

test('what is offered for one item of a list keeps the others, and none that is named already', async () => {
  const asked = await here.say(chair, '/meeting agenda order M1 items:"3, nonsense"')
  const [first, ...others] = buttonsOf(asked)
  expect(others).toHaveLength((await items()).length - 2)
  if (first) expect((await press(here, chair, first)).text).toContain('in its new order')

  const all = await here.say(chair, '/meeting agenda order M1 items:"1, 2, 3, 4, 5, 6"')
  expect(all.text).toContain('There is no item')
  expect(buttonsOf(all)).toEqual([])
})
