import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { fileOf } from '../../support/lines/fileOf.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
const member = focal('cted')
const stranger = focal('unaoc')
const research = '/report submit ETCIP year:2026 heading:research'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

describe('a work plan', () => {
  test('is written by the chairs and read by the members, with due days and who does it', async () => {
    await here.say(chair, '/report plan ETCIP add:"A paper on drones" who:CTED due:"30 Nov 2026"')
    const { text } = await here.say(member, '/report plan ETCIP')
    expect(text).toContain('1 item, 0 done')
    expect(text).toContain('WP1 A paper on drones (CTED, due 30 Nov 2026): planned')
    expect((await here.say(member, '/report plan ETCIP add:Other')).outcome).toBe('refused')
    expect((await here.say(stranger, '/report plan ETCIP')).outcome).toBe('refused')
    expect((await here.say(chair, '/report plan ETCIP year:2027')).text).toContain('nothing is planned yet')
    await here.turn('2026-12-02T09:00:00Z')
    expect((await here.say(member, '/report plan ETCIP')).text).toContain('1 overdue')
  })

  test('lets the entity that does an item say how it stands, and nothing else', async () => {
    await here.say(chair, '/report plan ETCIP add:"A paper on drones" who:CTED')
    expect((await here.say(member, '/report plan ETCIP item:WP1 text:Nothing')).outcome).toBe('refused')
    const plan = await here.say(member, '/report plan ETCIP')
    const done = await press(here, member, buttonNamed(plan, 'WP1 is done'))
    expect(done.text).toContain('1 item, 1 done')
    expect((await press(here, member, buttonNamed(done, 'Undo'))).text).toContain(': planned')
    expect((await here.say(chair, '/report plan PCVE item:WP1 status:done')).outcome).toBe('refused')
  })
})

describe('a progress report', () => {
  test('takes headings from several hands, and loses nobody’s text', async () => {
    expect((await here.say(member, `${research} text:Mine`)).outcome).toBe('refused')
    const first = await here.say(chair, `${research} text:"The group mapped threats."`)
    expect(first.text).toContain('8 headings are still missing')
    const asked = await here.say(secretariat, `${research} text:"It also met experts."`)
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('The group mapped threats.')
    await press(here, secretariat, buttonNamed(asked, 'Add mine below it'))
    const both = await here.say(chair, '/report show ETCIP year:2026')
    expect(both.text).toContain('The group mapped threats.')
    expect(both.text).toContain('It also met experts.')
    const versions = await here.say(chair, '/report show ETCIP year:2026 heading:research')
    expect(versions.text).toContain('2 versions')
  })

  test('asks before words take the place of others, tells their author, and brings them back', async () => {
    await here.say(chair, `${research} text:"The group mapped threats."`)
    const asked = await here.say(secretariat, `${research} text:"Something else." how:replace`)
    expect(asked.outcome).toBe('asked')
    await press(here, secretariat, buttonNamed(asked, 'Put mine in its place'))
    const delivery = here.delivered.find(
      ({ to, text }) => to === chair && text.includes('replaced what you wrote'),
    )
    expect(delivery?.text).toContain('The group mapped threats.')
    await here.say(chair, '/report undo wg:ETCIP year:2026 heading:research')
    expect((await here.say(chair, '/report show ETCIP year:2026')).text).toContain(
      'The group mapped threats.',
    )
  })

  test('is asked for its year where none is told, and one press submits the text', async () => {
    const asked = await here.say(chair, '/report submit ETCIP challenges "Too few staff"')
    expect(asked.text).toContain('Which year is that for? Nothing was submitted yet.')
    const done = await press(here, chair, buttonNamed(asked, '2026'))
    expect(done.text).toContain('Submitted under “Challenges')
    expect(done.text).toContain('for ETCIP in 2026')
    expect(done.text).toContain('Too few staff')
  })

  test('counts “none” as submitted, and is read by the members alone', async () => {
    await here.say(chair, '/report submit ETCIP year:2026 heading:challenges text:none')
    const { text } = await here.say(member, '/report show ETCIP year:2026')
    expect(text).toContain('1 of 9 headings')
    expect(text).toContain('Nothing to report.')
    expect(text).toMatch(/^Missing\n- Mandate, primary objectives and composition\n- /m)
    expect((await here.say(stranger, '/report show ETCIP year:2026')).outcome).toBe('refused')
    const undone = await here.say(chair, '/report undo wg:ETCIP year:2026 heading:challenges')
    expect(undone.text).toContain('not submitted any more')
  })
})

describe('the reports of a year', () => {
  test('are shown by group with what is missing, to those who lead one', async () => {
    await here.say(chair, `${research} text:"The group mapped threats."`)
    expect((await here.say(chair, '/report status 2026')).text).toMatch(/ETCIP.*1 of 9/)
    expect((await here.say(chair, '/report status 2026 due:"31 Jan 2027"')).outcome).toBe('refused')
    expect((await here.say(stranger, '/report status 2026')).outcome).toBe('refused')
  })

  test('are reminded of: the chair before the day, then who stands in, then the secretariat, each once', async () => {
    await here.say(secretariat, '/report status 2026 due:"31 Jan 2027"')
    const about = () => here.delivered.filter(({ text }) => text.includes('progress report of ETCIP'))
    await here.turn('2027-01-17T15:00:00Z')
    expect(new Set(about().map(({ to }) => to))).toEqual(new Set([chair]))
    const before = about().length
    await here.turn('2027-01-18T15:00:00Z')
    expect(about()).toHaveLength(before)
    await here.turn('2027-02-08T15:00:00Z')
    expect(about().some(({ to }) => to === secretariat)).toBe(true)
  })

  test('are asked of those who stand in, of the coordinator of the entity in the chair, and last of the secretariat, days apart', async () => {
    const done = async (line: string) =>
      expect((await here.say(secretariat, line)).outcome, line).toBe('done')
    await done('/directory add person "Second of INTERPOL" email:second@compact.example entity:interpol')
    await done('/wg appoint ETCIP role:vice-chair entity:who person:focal.who@compact.example')
    await here.database.store.pool.query(
      "update people set is_coordinator = email = 'second@compact.example' where entity_id = (select id from entities where acronym = 'INTERPOL')",
    )
    await here.database.store.pool.query(
      `update roles set person_id = (select id from people where email = $1)
       where role = 'chair' and group_id = (select id from working_groups where acronym = 'ETCIP')`,
      [chair],
    )
    await done('/report status 2026 due:"29 Jan 2027"')
    for (let day = 14; day <= 38; day += 1)
      await here.turn(new Date(Date.UTC(2027, 0, day, 16)).toISOString())
    const deliveries = here.delivered.filter(({ text }) => text.includes('progress report of ETCIP'))
    expect(deliveries.map(({ to }) => to)).toEqual([
      ...[chair, chair, chair],
      focal('who'),
      'second@compact.example',
      secretariat,
    ])
    expect(deliveries[4]?.text).toContain('you are a coordinator of the entity that chairs ETCIP')
    expect(deliveries[4]?.text).toContain('Asked before: WHO focal point')
  })

  test('become the annual report, with what the store knows, for the secretariat', async () => {
    await here.say(chair, '/meeting schedule "Third" wg:ETCIP start:"2026-11-19 10:00" held:yes confirm:yes')
    await here.say(chair, '/meeting hold M1 summary:"discussed drones"')
    await here.say(chair, `${research} text:"The group *mapped* threats."`)
    const draft = await here.say(secretariat, '/report draft 2026')
    expect(draft.text).toMatch(/Not submitted yet[\s\S]*ETCIP: Mandate/)
    const { name, text } = fileOf(await press(here, secretariat, buttonNamed(draft, 'Markdown')))
    expect(name).toBe('annual-report-2026.md')
    for (const part of [
      '# Annual report 2026',
      '## In numbers',
      '### Research and analysis',
      'discussed drones',
    ])
      expect(text).toContain(part)
    expect(text).toContain('The group \\*mapped\\* threats.')
    expect(text).toContain('1 meeting was held in 2026: 1 regular.')
    expect(text).toMatch(/\n- UNOCT, chair\n/)
    expect((await here.say(chair, '/report draft 2026')).outcome).toBe('refused')
    for (const format of ['docx', 'html', 'json'])
      expect(fileOf(await here.say(secretariat, `/report export 2026 format:${format}`)).name).toBe(
        `annual-report-2026.${format}`,
      )
  })

  test('say “Draft” while headings are missing, unless a press or a word takes it off, and bear the name of the framework', async () => {
    await here.say(secretariat, '/newsletter plan name "River Partnership"')
    const draft = await here.say(secretariat, '/report export 2026')
    expect(fileOf(draft).text).toMatch(/^# River Partnership annual report 2026\n\n\*Draft\*/)
    expect(draft.text).toMatch(/It says “Draft”, as \d+ headings are still missing\./)
    for (const reply of [
      await press(here, secretariat, buttonNamed(draft, 'Without “Draft”')),
      await here.say(secretariat, '/report export 2026 final'),
    ]) {
      expect(reply.text).toMatch(/In it, \d+ headings are still missing\./)
      expect(fileOf(reply).text).not.toContain('Draft')
    }
    expect(fileOf(await here.say(secretariat, '/report export 2026 docx final')).name).toMatch(/docx$/)
  })

  test('tell of no update that is under embargo', async () => {
    const post = (text: string) => here.say(secretariat, `/update post "${text}" wg:ETCIP confirm:yes`)
    await post('CTED trained border guards in Amman (3 Nov)')
    await post('UNODC launched a fund for judges, embargo until 1 March 2027 (4 Nov)')
    await here.say(secretariat, '/update accept all confirm:yes')
    const { text } = fileOf(await here.say(secretariat, '/report export 2026 format:markdown'))
    expect(text).toContain('border guards in Amman')
    expect(text).not.toContain('fund for judges')
  })

  test('are exported to chairs for their own groups alone', async () => {
    await here.say(chair, `${research} text:"The group mapped threats."`)
    const { name, text } = fileOf(await here.say(chair, '/report export 2026 wg:ETCIP'))
    expect(name).toBe('progress-report-etcip-2026.md')
    expect(text).not.toContain('PCVE')
    expect((await here.say(chair, '/report export 2026 wg:NARS')).outcome).toBe('refused')
    expect((await here.say(stranger, '/report export 2026')).outcome).toBe('refused')
  })
})
