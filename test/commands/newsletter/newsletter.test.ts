import { afterEach, describe, expect, test } from 'vitest'

import type { Newsletter } from '../../../src/newsletter/compose/compose.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

function exported(reply: Reply): Newsletter {
  const file = reply.answer.message.blocks.find((block) => block.kind === 'file')
  return JSON.parse(file?.kind === 'file' ? file.content : 'null')
}

function itemsOf(newsletter: Newsletter, key: string) {
  return (
    newsletter.sections.flatMap((section) => section.subsections).find((subsection) => subsection.key === key)
      ?.items ?? []
  )
}

async function opened(now = '2026-12-20T12:00:00Z'): Promise<World> {
  here = await world({ now })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  return here
}

describe('from an update to the newsletter', () => {
  test('an update is read, lands in its section, and the draft and the export carry it', async () => {
    await opened()
    const posted = await here.say(
      focal('cted'),
      '/update post "CTED-UNODC regional training for judges, Nairobi (6-9 Dec) https://un.org/x"',
    )
    const draft = await here.say(secretariat, '/newsletter draft')
    const [item] = itemsOf(
      exported(await here.say(secretariat, '/newsletter export format:json')),
      'regional',
    )

    expect(posted.text).toContain('Section: Regional focus')
    expect(posted.text).toContain('Entities: CTED, UNODC')
    expect(draft.text).toContain('CTED-UNODC regional training for judges, Nairobi')
    expect(item).toEqual({
      id: 'U1',
      text: 'CTED-UNODC regional training for judges, Nairobi',
      printedDate: '6-9 Dec',
      start: '2026-12-06',
      end: '2026-12-09',
      precision: 'day',
      entities: ['CTED', 'UNODC'],
      wg: null,
      place: 'Nairobi',
      links: [{ text: 'https://un.org/x', url: 'https://un.org/x' }],
      source: 'update',
      waits: true,
    })
  })

  test('what the author says takes precedence over what the text says', async () => {
    await opened()
    const reply = await here.say(
      focal('cted'),
      '/update post "Something happened" section:publications date:"3 Dec" entities:"WHO, un women" place:Geneva link:un.org/y wg:ETCIP',
    )

    for (const field of [
      'Section: Reports and publications',
      'Date: 3 Dec 2026',
      'Entities: WHO, UN Women',
      'Place: Geneva',
      'Working group: ETCIP',
      'https://un.org/y',
    ]) {
      expect(reply.text).toContain(field)
    }
  })

  test('meetings held and role changes appear by themselves, once, unless somebody wrote them', async () => {
    await opened('2026-12-01T12:00:00Z')
    await here.say(secretariat, '/meeting schedule "Q4" wg:ETCIP start:2026-12-10T14:00Z')
    await here.say(secretariat, '/meeting schedule "Q4" wg:NARS start:2026-12-11T14:00Z')
    await here.say(secretariat, '/wg appoint ETCIP role:chair entity:OPCW from:2026-12-15')
    await here.say(secretariat, '/wg appoint PCVE role:chair entity:UNDP from:2026-12-16')
    await here.turn('2026-12-20T12:00:00Z')
    await here.say(secretariat, '/meeting hold M1 summary:"discussed drones" attended:"OPCW, WHO"')
    await here.say(secretariat, '/meeting hold M2 summary:"discussed strategies"')
    await here.say(
      focal('undp'),
      '/update post "11 December NARS WG discussed national strategies at length"',
    )
    await here.say(focal('undp'), '/update post "UNDP is the new Chair of the PCVE WG"')
    const newsletter = exported(await here.say(secretariat, '/newsletter export format:json'))

    const meetings = itemsOf(newsletter, 'wg-meetings')
    expect(meetings.map((item) => [item.text, item.source, item.start])).toEqual([
      ['ETCIP WG discussed drones', 'meeting', '2026-12-10'],
      ['NARS WG discussed national strategies at length', 'update', '2026-12-11'],
    ])
    expect(meetings[0]).toMatchObject({ printedDate: '10 Dec', entities: ['OPCW', 'WHO'], wg: 'ETCIP' })
    expect(itemsOf(newsletter, 'what-is-new').map((item) => item.text)).toEqual([
      'OPCW is the new Chair of the Working Group on Emerging Threats and Critical Infrastructure Protection (ETCIP)',
      'UNDP is the new Chair of the PCVE WG',
    ])
    expect(newsletter.figures.find((figure) => figure.key === 'meetingsHeld')).toMatchObject({
      value: 2,
      previous: 0,
    })
  })

  test('accepting and returning tell the author; returned and withdrawn ones are not drafted', async () => {
    await opened()
    await here.say(focal('cted'), '/update post "CTED visited Jordan (6-9 Dec)"')
    await here.say(focal('cted'), '/update post "CTED visited Benin (8-9 Dec)"')
    await here.say(focal('cted'), '/update post "CTED visited Spain (9 Dec)"')
    await here.say(secretariat, '/update accept U1')
    await here.say(secretariat, '/update return U2 comment:"Which days was it?"')
    await here.say(focal('cted'), '/update withdraw U3')
    const draft = await here.say(secretariat, '/newsletter draft')

    const texts = here.delivered.filter((one) => one.to === focal('cted')).map((one) => one.text)
    expect(texts[0]).toContain('Your update U1 was accepted')
    expect(texts[1]).toContain('returned your update U2: Which days was it?')
    expect(draft.text).toContain('Jordan')
    expect(draft.text).not.toContain('Benin')
    expect(draft.text).not.toContain('Spain')
  })

  test('every version is kept, and an edit goes to the secretariat again', async () => {
    await opened()
    await here.say(focal('cted'), '/update post "CTED visited Jordan (6-9 Dec)" section:regional')
    await here.say(secretariat, '/update accept U1')
    const edited = await here.say(focal('cted'), '/update edit U1 text:"CTED visited Jordan (7-9 Dec)"')
    await here.say(focal('cted'), '/update edit U1 section:publications')
    const shown = await here.say(focal('cted'), '/update show U1')

    expect(edited.text).toContain('version 2')
    expect(shown.text).toContain('U1, proposed')
    expect(shown.text).toContain('7 Dec 2026 to 9 Dec 2026')
    expect(shown.text).toContain('Section: Reports and publications')
    expect(shown.text).toContain('1. CTED focal point')
    expect(shown.text).toContain('CTED visited Jordan (6-9 Dec)')
  })

  test('a new text keeps what the author had set beside the old one', async () => {
    await opened()
    await here.say(
      focal('cted'),
      '/update post "Something in Jordan (6 Dec)" section:publications entities:"WHO" link:un.org/y',
    )
    const edited = await here.say(
      focal('cted'),
      '/update edit U1 text:"Something in Jordan, and more of it (7 Dec)"',
    )

    for (const field of [
      'Section: Reports and publications',
      'Entities: WHO',
      'https://un.org/y',
      'Date: 7 Dec 2026',
    ])
      expect(edited.text).toContain(field)
  })

  test('every decision is told, also the same one again within one moment', async () => {
    await opened()
    await here.say(focal('cted'), '/update post "CTED visited Jordan (6-9 Dec)"')
    for (const line of ['/update accept U1', '/update return U1 comment:days', '/update accept U1'])
      await here.say(secretariat, line)

    expect(here.delivered.filter((one) => one.to === focal('cted'))).toHaveLength(3)
  })

  test('a format may be given alone, and a month is not a format', async () => {
    await opened()
    const json = await here.say(secretariat, '/newsletter export json')
    const month = await here.say(secretariat, '/newsletter export mar')

    expect(json.text).toContain('.json')
    expect(month.text).toContain('There is no issue for March')
  })

  test('the author is told when the secretariat withdraws', async () => {
    await opened()
    await here.say(focal('cted'), '/update post "CTED visited Jordan (6-9 Dec)"')
    await here.say(secretariat, '/update withdraw U1')

    expect(here.delivered.find((one) => one.to === focal('cted'))?.text).toContain(
      'The secretariat withdrew your update U1',
    )
  })

  test('nobody but the author and the secretariat changes or reads an update', async () => {
    await opened()
    await here.say(focal('cted'), '/update post "CTED visited Jordan (6-9 Dec)"')
    const lines = [
      '/update edit U1 text:"Mine now"',
      '/update withdraw U1',
      '/update show U1',
      '/update accept U1',
      '/update return U1 comment:x',
    ]
    const replies = await Promise.all(lines.map((line) => here.say(focal('who'), line)))
    const list = await here.say(focal('who'), '/update list')

    expect(replies.map((one) => one.outcome)).toEqual(lines.map(() => 'refused'))
    expect(list.text).not.toContain('Jordan')
    expect((await here.say(secretariat, '/update show U1')).outcome).toBe('done')
  })

  test('an update posted before the issue opens is adopted by it', async () => {
    here = await world({ now: '2026-12-20T12:00:00Z' })
    const early = await here.say(focal('cted'), '/update post "CTED visited Jordan (6-9 Dec)"')
    const open = await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')

    expect(early.text).toContain('the next issue that is opened')
    expect(open.text).toContain('1 update posted before it opened')
    expect((await here.say(secretariat, '/newsletter status')).text).toContain('1 update from 1 entity')
  })

  test('status names who sent something, who did not, and the days left', async () => {
    await opened()
    await here.say(focal('un-women'), '/update post "UN Women held a workshop, Dakar (6 Dec)"')
    const status = await here.say(focal('who'), '/newsletter status')

    expect(status.text).toContain('20 days left')
    expect(status.text).toContain('From: UN Women (1)')
    expect(status.text).toMatch(/Nothing yet from: .*WHO/)
  })

  test('status counts what was returned apart, in the headline as by entity', async () => {
    await opened()
    for (const city of ['Dakar', 'Thies'])
      await here.say(
        focal('un-women'),
        `/update post "UN Women held a workshop, ${city} (6 Dec)" confirm:yes`,
      )
    await here.say(focal('who'), '/update post "WHO held a workshop, Lima (7 Dec)"')
    await here.say(secretariat, '/update return U2,U3 comment:"shorter, please"')
    const { text } = await here.say(secretariat, '/newsletter status')

    expect(text).toContain('1 update from 1 entity')
    expect(text).toContain('From: UN Women (1)\n')
    expect(text).toContain('Returned: 2, of UN Women (1), WHO (1)')
    expect(text).not.toMatch(/Nothing yet from: .*WHO/)
  })

  test('a draft is for the secretariat alone, as draft and as export', async () => {
    await opened()

    expect((await here.say(focal('who'), '/newsletter draft')).outcome).toBe('refused')
    expect((await here.say(focal('who'), '/newsletter export format:json')).outcome).toBe('refused')
  })

  test.each([
    ['/newsletter open 2026-12..2026-11 closes:2027-01-08', 'before it begins'],
    ['/newsletter open 2027-03..2027-04 closes:2027-02-01', 'before the period begins'],
    ['/newsletter open 2026-11..2026-12 closes:2026-01-01', 'has passed'],
    ['/newsletter open 2026-12..2027-01 closes:2027-02-05', 'already covers part of'],
    ['/newsletter open 2026-12', 'already covers part of December 2026; nothing was opened'],
    ['/newsletter open 2026-11..2026-12', 'is there already; nothing was opened'],
    ['/newsletter export 2020 format:json', 'There is no issue for 2020'],
    ['/newsletter export format:pdf', 'is not a choice here: give markdown, html, docx, eml or json'],
    ['/update post "x" date:"32 Mar"', 'is not a date'],
    ['/update post "x" entities:"CTED, NOBODY"', 'I know no entity'],
    ['/update post "x" section:nowhere', 'is not a section'],
    [`/update post "${'x'.repeat(3000)}"`, 'at most 2,000'],
    ['/update post "never closed', 'never closed'],
    ['/update accept U99', 'There is no update U99'],
    ['/update edit U99', 'There is no update U99'],
  ])('%s changes nothing and says why', async (line, why) => {
    await opened()
    const reply = await here.say(secretariat, line)
    const rows = await here.database.store.pool.query(
      'select (select count(*) from updates)::int + (select count(*) from newsletters)::int as n',
    )

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
    expect(rows.rows[0].n).toBe(1)
  })

  test('who opens an issue without its closing day is offered days, and the pressed one is it', async () => {
    here = await world({ now: '2026-11-23T09:00:00Z' })
    const asked = await here.say(secretariat, '/newsletter open 2026-11..2026-12')
    const done = await press(here, secretariat, buttonNamed(asked, 'Thu 7 Jan 2027'))

    expect(asked.text).toContain('still needs: closes')
    expect(done.text).toContain('updates are taken until Thu 7 Jan 2027')
  })

  test('an update that comes after the closing day is taken, and said to be late', async () => {
    await opened()
    await here.turn('2027-01-09T06:00:00Z')
    const late = await here.say(focal('cted'), '/update post "CTED visited Jordan (6-9 Dec)"')

    expect(late.outcome).toBe('done')
    expect(late.text).toContain('closed for updates Fri 8 Jan 2027, 23:59')
  })

  test('two openings at once make one issue', async () => {
    here = await world({ now: '2026-12-20T12:00:00Z' })
    const replies = await Promise.all(
      [1, 2, 3].map(() => here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')),
    )

    expect(replies.map((one) => one.outcome).sort()).toEqual(['done', 'refused', 'refused'])
  })
})
