import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type World, world } from '../../support/world.ts'
import { giveFile, takeOver } from './giveFile.ts'

const secretary = 'secretary@made.example'

const entities = [
  'Sigle;Nom;Category;Member since',
  'NHO;Northern Health Office;Member;2019-02-01',
  'EAF;Eastern Aviation Forum;Member;2 March 2020',
  'SWB;Southern Water Board;Observer;44562',
].join('\r\n')

/** Three hundred contacts as a secretariat keeps them; every mistake that such lists have where `mended` is false. */
function contacts(mended: boolean): Uint8Array {
  const rows = Array.from({ length: 300 }, (_, at) => {
    const entity = ['NHO', 'Eastern Aviation Forum', 'swb'][at % 3]
    const role = at === 0 ? 'Chair' : at === 1 ? 'Vice chair' : at < 12 ? 'Focal point' : ''
    const group = role === '' ? '' : 'WATER'
    return [`Zoé Person-${at}`, `person.${at}@made.example`, entity, 'Adviser', 'Kenya', group, role]
  })
  if (!mended) {
    rows[20] = ['No Address', 'person.20 at made.example', 'NHO', 'Adviser', 'Kenya', '', '']
    rows[30] = ['Twice', 'person.31@made.example', 'NHO', 'Adviser', 'Kenya', '', '']
    rows[40] = ['Typo', 'person.40@made.example', 'NHOO', 'Adviser', 'Kenya', '', '']
    rows[50] = ['', 'person.50@made.example', 'NHO', 'Adviser', 'Kenya', '', '']
    rows[60] = ['Formula', 'person.60@made.example', 'NHO', '=HYPERLINK("x")', 'Kenya', '', '']
    rows[70] = ['Role', 'person.70@made.example', 'NHO', 'Adviser', 'Kenya', 'WATER', 'Boss']
  }
  const heading = ['Full name', 'E-mail', 'Organisation', 'Function', 'Country', 'Working group', 'Role']
  const text = [heading, ...rows].map((row) =>
    row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';'),
  )
  return Uint8Array.from(Buffer.from(text.join('\r\n'), 'latin1'))
}

describe('a new secretariat, from nothing to a directory that works', () => {
  let here: World
  beforeAll(async () => {
    here = await world({ onlySecretariat: [secretary], now: '2026-11-23T09:00:00Z' })
  })
  afterAll(() => here.end())

  const say = async (line: string, who = secretary) => (await here.say(who, line)).text
  const give = (name: string, content: string | Uint8Array) => giveFile(here, name, content, secretary)

  test('is greeted once with what to do first', async () => {
    await here.turn('2026-11-23T09:05:00Z')
    await here.turn('2026-11-23T09:10:00Z')

    const greetings = here.delivered.filter(({ text }) => text.includes('step by step'))
    expect(greetings.map(({ to }) => to)).toEqual([secretary])
    expect(greetings[0]?.text).toContain('☐ Entities')
  })

  test('imports its entities, whatever the columns and days look like, and reads what comes next', async () => {
    const taken = await takeOver(here, await give('entities.csv', entities), secretary)

    expect(taken.text).toContain('3 entities new')
    expect(taken.text).toContain('Next: Working groups')
    expect(await say('/directory entity SWB')).toContain('Joined: Jan 2022')
    expect(await say('/wg add WATER name:"Working group on water" subjects:"drinking water"')).toContain(
      'Next: People',
    )
  })

  test('reads each mistake of its list with row and column, and nothing is half done', async () => {
    const reply = await give('contacts.csv', contacts(false))

    for (const wanted of [
      'Row 22, E-mail',
      'Row 33, E-mail: It stands in row 32 already',
      'Row 42, Organisation: “NHOO” is not an entity of the directory; did you mean NHO?',
      'Row 52, Full name: It is empty.',
      'Row 62, Function: “=HYPERLINK("x")” looks like a formula',
      'Row 72, Role: “Boss” is not a role',
    ]) {
      expect(reply.text).toContain(wanted)
    }
    expect(reply.text).toContain('6 mistakes')
    expect(await say('/directory find person-7')).toContain('Nothing found')
  })

  test('takes the mended list over, and finds people, groups and who leads them', async () => {
    await takeOver(here, await give('contacts.csv', contacts(true)), secretary)

    expect(await say('/directory find "zoe person-7"')).toContain('Zoé Person-7')
    expect(await say('/directory find drinking')).toContain('WATER')
    expect(await say('who is the chair of WATER?')).toContain('Zoé Person-0')
    expect((await give('contacts.csv', contacts(true))).text).toContain(
      '0 people new, 0 changed, 300 unchanged',
    )
  })

  test('the chair schedules, the members are invited, a focal point answers and posts', async () => {
    const scheduled = await say(
      '/meeting schedule "First meeting" wg:WATER start:"1 Dec 14:00"',
      'person.0@made.example',
    )
    expect(scheduled).toContain('First meeting')
    expect(
      here.delivered.some(({ to, text }) => to === 'person.3@made.example' && text.includes('First meeting')),
    ).toBe(true)
    expect(await say('/meeting rsvp M1 yes', 'person.3@made.example')).toContain('yes')
    expect(
      await say(
        '/update post "On 20 November 2026 NHO opened a laboratory for drinking water in Nairobi."',
        'person.3@made.example',
      ),
    ).toContain('U1')
    expect(
      await say('/meeting schedule "Not mine" wg:WATER start:"2 Dec 14:00"', 'person.200@made.example'),
    ).toMatch(/chair/i)
  })
})
