import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday } from '../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { secretariat, type World, world } from '../../support/world.ts'

let here: World
let count = 0
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

/** `#` stands for a number that no other row has, so that none is taken for a twin. */
async function post(typed: string): Promise<string> {
  count += 1
  return (await here.say(secretariat, `/update post ${typed.replace('#', String(100 + count))} confirm:yes`))
    .text
}

describe('updates as they are typed and pasted', () => {
  const days = /Date: 16 Nov 2026 to 18 Nov 2026/
  const day = /Date: 16 Nov 2026$/m
  test.each<readonly [typed: string, wanted: RegExp]>([
    ['UNODC trained # judges in Nairobi, Kenya (16-18 Nov).', days], ['UNODC trained # judges in Nairobi, Kenya from 16 to 18 November 2026', days],
    ['UNODC trained # judges in Nairobi, Kenya, 16 November – 18 November', days], ['UNODC trained # judges in Nairobi, Kenya between 16 and 18 November.', days],
    ['UNODC trained # judges in Nairobi, Kenya on the 16th of November', day], ['On 16 November, UNODC trained # judges in Nairobi', day], ['On 16-18 November 2026, UNODC and INTERPOL trained # judges', days],
    ['UNODC trained # judges in Nairobi (Nov 16)', day], ['UNODC trained # judges in Nairobi (November 16th, 2026)', day], ['UNODC trained # judges in Nairobi (11/16/2026)', day],
    ['UNODC trained # judges in Nairobi (16/11–18/11)', days], ['L’ONUDC a formé # magistrats à Dakar, Sénégal (16 novembre)', /does not look like English/],
    ['UNODC trained # judges in Nairobi (16/11)', day], ['UNODC trained # judges in Nairobi (16.11.)', day], ['UNODC opened a hotline for # judges (24/7)', /Date: none given/], ['UNODC reached # of the courts (3/16)', /Date: none given/],
    ['UNODC trained # judges in Nairobi (16 Nov to 2 Dec)', /16 Nov 2026 to 2 Dec 2026/], ['UNODC trained # judges in Nairobi (28 December 2026 - 3 January 2027)', /28 Dec 2026 to 3 Jan 2027/],
    ['UNODC trained # judges in Nairobi (16 & 18 Nov)', days], ['UNODC trained # judges in Nairobi (16 &amp; 18 Nov)', days], ['UNODC trained # judges in Nairobi (Tue 17 Nov)', /Date: 17 Nov 2026(?![\s\S]*not a)/],
    ['UNODC trained # judges in Nairobi (Mon 17 Nov)', /17 Nov 2026 is a Tuesday, not a Monday. The date was taken./], ['UNODC trained # judges in Nairobi yesterday', /“yesterday”/],
    ['UNODC trained # judges in Nairobi on Monday, 17 November', /Nairobi on Monday, 17 November[\s\S]*17 Nov 2026 is a Tuesday, not a Monday. The date was taken./], ['UNODC trained # judges in Lomé le lundi 17 novembre', /17 Nov 2026 is a Tuesday, not a Monday/],
    ['UNODC trained # judges in Nairobi from Monday to Wednesday, 16-18 November', /Date: 16 Nov 2026 to 18 Nov 2026(?![\s\S]*not a)/], ['UNODC trained # judges in Nairobi on Tuesday, 17 November', /Date: 17 Nov 2026(?![\s\S]*not a)/],
    ['L’ONUDC a formé # juges à Dakar, Sénégal (16-18 novembre 2026)', days], ['UNODC capacitó a # jueces en Bogotá, Colombia (del 16 al 18 de noviembre)', days],
    ['UNODC trained # judges in Nairobi date:"16 Nov 2026 - 18 Nov 2026"', days], ['UNODC trained # judges in Nairobi date:16.-18.11.2026', days], ['UNODC trained # judges in Nairobi date:16-18/11/2026', days],
    ['UNODC trained # judges in Nairobi date:16th-18th November', days], ['UNODC trained # judges in Nairobi date:Nov 16-18', days], ['UNODC trained # judges in Nairobi date:"16 Nov until 18 Nov"', days], ['UNODC trained # judges date:TBC', /“TBC” is not a date/],
    ['UNODC trained # judges&nbsp;in Nairobi (16 Nov)', /judges in Nairobi \(16 Nov\)$/m], ['UNODC trained # judges in Nairobi (16 Nov) unodc.org/judges', /Link: unodc.org\/judges/], ['UNODC trained # judges (16 Nov) www.unodc.org/judges', /Link: www.unodc.org\/judges/],
    ['**UNODC** trained # judges in *Nairobi* (16 Nov)', /: UNODC trained \d+ judges in Nairobi \(16 Nov\)$/m], ['1. UNODC trained # judges in Nairobi (16 Nov)', /: UNODC trained/], ['▪ UNODC trained # judges in Nairobi (16 Nov)', /: UNODC trained/],
    ['UNODC trained # judges (16 Nov) entities:UNODC, INTERPOL & WHO', /Entities: UNODC, INTERPOL, WHO/], ['UNODC trained # judges (16 Nov) entities:UNODC INTERPOL', /Entities: UNODC, INTERPOL/],
    ['UNODC trained # judges (16 Nov) entities:UNODC+WHO', /Entities: UNODC, WHO/], ['UNODC trained # judges (16 Nov) entities:UNODC; INTERPOL', /Entities: UNODC, INTERPOL/], ['UNODC trained # judges (16 Nov) city:Nairobi', /There is no option “city:”/],
    ['UNODC: "We trained # judges" (16 Nov)', day], ['...', /has no words; nothing was posted/], ['👍', /has no words; nothing was posted/],
  ])('%s', async (typed, wanted) => {
    expect(await post(typed)).toMatch(wanted)
  }) // biome-ignore format: a table
})

describe('a table that is typed after the command', () => {
  test.each([
    [
      'of a spreadsheet, with an empty cell',
      'Title\tEntity\tDate\tPlace\nTraining of # cooks\t\t16 Nov\tLima, Peru\nVisit to # posts\tCTED\t17 Nov\tChad',
    ],
    [
      'of a file without headings',
      '"Training of # cooks, Lima, Peru","16 Nov"\n"CTED: Visit to # posts, Chad","17 Nov"',
    ],
  ])('is posted row by row: %s', async (_, typed) => {
    const said = await here.say(
      secretariat,
      `/update post ${typed.replaceAll('#', String(++count))} items:several confirm:yes`,
    )
    expect(said.text).toMatch(
      /^Posted U\d+ and U\d+:\n.* 16 Nov: Training of \d+ cooks, Lima, Peru \(16 Nov\)\n.* 17 Nov: CTED: Visit to \d+ posts, Chad \(17 Nov\)/,
    )
  })
})

describe('courtesies and headings', () => {
  test('alone are no update', async () => {
    const said = await here.say(secretariat, '/update post Best regards,\nAna')
    expect(said.outcome).toBe('refused')
    expect(said.text).toMatch(
      /“Best regards, Ana” is what a message opens or closes with .* nothing was posted\./,
    )
  })

  test('around several updates are named as what is not printed', async () => {
    const said = await here.say(
      secretariat,
      `/update post Hi Bob, hope you are well!\nTrainings\n- UNODC trained ${++count} cooks in Lima, Peru (16 Nov)\n- CTED visited ${++count} posts in Chad (17 Nov)\nLet me know if you need more. items:several confirm:yes`,
    )
    expect(said.text).toMatch(/since it is a greeting: Hi Bob, hope you are well!/)
    expect(said.text).toMatch(/since it is a heading: Trainings/)
    expect(said.text).toMatch(/since it is a greeting: Let me know if you need more\./)
  })
})

test('punctuation that was dictated is asked about, and what is meant is posted', async () => {
  const asked = await here.say(
    secretariat,
    '/update post UNODC trained tinkers comma cooks comma and bakers in Lima on 16 November period',
  )
  expect(asked.text).toMatch(/“comma” and “period” sound like signs that you dictated/)
  expect((await press(here, secretariat, buttonNamed(asked, 'Post it like this'))).text).toMatch(
    /^Posted U\d+ .*: UNODC trained tinkers, cooks, and bakers in Lima on 16 November/,
  )
})

describe('updates by their numbers', () => {
  test('keep their text where only a day or the value of an option follows the number', async () => {
    const [, id] = /Posted (U\d+)/.exec(await post('UNODC trained # officers in Lima, Peru (16 Nov)')) ?? []
    const dated = await here.say(secretariat, `/update edit ${id} 17 Nov`)
    expect(dated.text).toMatch(/officers in Lima, Peru \(17 Nov\)\n[\s\S]*Date: 17 Nov 2026/)
    const placed = await here.say(secretariat, `/update edit ${id} place Quito`)
    expect(placed.text).toMatch(/officers in Lima, Peru \(17 Nov\)\n[\s\S]*Place: Quito/)
    const retold = await here.say(
      secretariat,
      `/update edit ${id} date palms were planted by UNODC in Tunis (18 Nov)`,
    )
    expect(retold.text).toMatch(/: date palms were planted by UNODC in Tunis \(18 Nov\)$/m)
  })

  test.each(['1-3', 'U1 - U3', 'U1..U3', 'U1 to U3', '#1–#3'])(
    'are accepted from the first to the last: %s',
    async (range) => {
      const accepted = await here.say(secretariat, `/update accept ${range}`)
      await press(here, secretariat, buttonNamed(accepted, 'Undo'))
      expect(accepted.text).toContain('Accepted 3 updates')
    },
  )

  test('are refused where a range is turned round', async () => {
    expect((await here.say(secretariat, '/update accept U9-U3')).text).toContain(
      'is not a number such as U12',
    )
  })

  test.each(['U1', 'U1.', 'show U1'])('stand alone: %s', async (typed) => {
    const line = typed.startsWith('U1.') ? '/update show U1.' : typed
    expect((await here.say(secretariat, line)).text).toMatch(/^U1, /)
  })
})
