import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { previewPage } from '../../../commands/newsletter/draft/preview.ts'
import type { Button } from '../../../src/core/message.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-12-01T09:00:00Z' })
  await say('/newsletter open November-December closes:2027-01-08 number:37')
  await say(
    '/update post "UN Women trained 40 border officers in Accra, Ghana (16-18 Nov)" section:regional',
    focal('un-women'),
  )
  await say('/update post "WHO trained 20 nurses in Lima, Peru (20 Nov)" section:regional', focal('who'))
  await say(
    '/update post "UNODC trained **young judges** in Dakar, Senegal (3 Nov)" section:regional',
    focal('unodc'),
  )
})
afterAll(() => here.end())

function say(line: string, who = secretariat): Promise<Reply> {
  return here.say(who, line)
}

function buttonsOf(reply: Reply): readonly Button[] {
  return reply.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
}

async function press(reply: Reply, label: string, who = secretariat): Promise<Reply> {
  const found = buttonsOf(reply).find((one) => one.label === label)
  if (!found) throw new Error(`no button ${label} among ${buttonsOf(reply).map((one) => one.label)}`)
  return here.press(who, found.command, found.values)
}

async function printed(format = 'markdown'): Promise<string> {
  const file = (await say(`/newsletter export format:${format}`)).answer.message.blocks.find(
    ({ kind }) => kind === 'file',
  )
  return file?.kind === 'file' ? file.content : ''
}

test('the numbering goes on from where it was, and a number that is taken is refused', async () => {
  expect((await say('/newsletter status')).text).toContain('No. 37')
  const second = await say('/newsletter open January-February closes:2027-03-08 number:37')

  expect(second.outcome).toBe('refused')
  expect(second.text).toContain('No. 37 is taken')
})

test('the annual issue bears its year and leaves the row of numbers alone', async () => {
  expect((await say('/newsletter open 2025 closes:2027-01-20 kind:annual')).text).toContain(
    'the annual issue (2025)',
  )
  expect((await say('/newsletter open 2027-03..2027-04 closes:2027-05-08')).text).toContain('No. 38')
  for (const months of ['2025', '2027-03..2027-04']) await say(`/newsletter close ${months}`)
})

test('what was typed in bold is bold in print', async () => {
  expect(await printed()).toContain('UNODC trained **young judges** in Dakar')
  expect(await printed('html')).toContain('<strong>young judges</strong>')
  expect(await printed()).not.toContain('\\*')
})

test('the secretariat’s words stand at the head of the issue and of a section, and are taken back', async () => {
  const foreword = await say('/newsletter note "A year of <b>work</b>.\n\nThanks to all."')
  await say('/newsletter note "Three trainings." section:regional')
  const html = await printed('html')

  expect(html).toContain(
    '<p dir="auto">A year of &lt;b&gt;work&lt;/b&gt;.</p>\n<p dir="auto">Thanks to all.</p>',
  )
  expect(html.indexOf('Three trainings.')).toBeGreaterThan(html.indexOf('Regional focus'))
  await press(foreword, 'Undo')
  expect(await printed('html')).not.toContain('A year of')
  expect((await say('/newsletter note none')).text).toContain('There are no such words')
})

test('items come first as they are put, the others by their days, and Undo brings the days back', async () => {
  const order = (text: string) =>
    ['UN Women', 'WHO', 'UNODC'].toSorted((a, b) => text.indexOf(a) - text.indexOf(b))
  expect(order(await printed())).toEqual(['UNODC', 'UN Women', 'WHO'])
  const put = await say('/newsletter order regional items:"u2, 1"')

  expect(order(await printed())).toEqual(['WHO', 'UN Women', 'UNODC'])
  expect((await say('/newsletter order regional items:"U2 U99"')).text).toContain(
    '“U99” is not an item of this section',
  )
  await press(put, 'Undo')
  expect(order(await printed())).toEqual(['UNODC', 'UN Women', 'WHO'])
  const moved = await say('move U2 to the top')
  expect(order(await printed())).toEqual(['WHO', 'UNODC', 'UN Women'])
  await press(moved, 'Undo')
})

test('an entity with nothing to report is no longer missing; one that has sent something cannot say so', async () => {
  const reply = await say('/newsletter pass', focal('iom'))
  const status = await say('/newsletter status')

  expect(status.text).toContain('Nothing to report: IOM')
  expect(status.text).not.toMatch(/Nothing yet from: .*\bIOM\b/)
  expect((await say('/newsletter pass', focal('who'))).text).toContain('WHO has sent 1 update')
  const others = await say('/newsletter pass IOM', focal('who'))
  expect(others.text).toContain('Only IOM’s own people and the secretariat')
  expect(buttonsOf(others)).toEqual([])
  const silent = buttonsOf(await say('/newsletter pass entity:IOM', focal('cted')))
  expect(silent.map(({ label, values }) => [label, values['entity']])).toEqual([
    ['Nothing to report from CTED', 'CTED'],
  ])
  await press(reply, 'Undo', focal('iom'))
  expect((await say('/newsletter status')).text).toMatch(/Nothing yet from: .*\bIOM\b/)
})

test('triage shows one update at a time; accepting shows the next, and the last leads to the draft', async () => {
  const first = await say('/newsletter triage')
  const second = await press(first, 'Accept')

  expect(first.text).toContain('3 updates wait')
  expect(first.text).toContain(
    'U1 of UN Women: UN Women trained 40 border officers in Accra, Ghana (16-18 Nov)',
  )
  expect(second.text).toContain('Accepted U1. 2 updates wait')
  expect(second.text).toContain('U2 of WHO')
  expect(here.delivered.filter(({ to }) => to === focal('un-women')).at(-1)?.text).toContain(
    'Your update U1 was accepted',
  )
  expect((await press(second, 'Next')).text).toContain('U3 of UNODC')
  expect((await press(second, 'Undo U1')).text).toContain('U1 is proposed again')
  expect((await say('/newsletter triage', focal('who'))).outcome).toBe('refused')
})

test('an update that is held over leaves the issue, its author is told, and it comes back by Undo', async () => {
  const held = await say('/update hold-over U2')

  expect(held.text).toContain('the next issue that is opened')
  expect(await printed()).not.toContain('WHO trained')
  expect(here.delivered.filter(({ to }) => to === focal('who')).at(-1)?.text).toContain(
    'keeps your update U2 for',
  )
  await press(held, 'Undo')
  expect(await printed()).toContain('WHO trained')
})

test('moving keeps an acceptance, and tells the author where it stands', async () => {
  await say('/update accept U3')
  const moved = await say('/update move U3 section:civil-society')

  expect(moved.text).toContain('Moved U3 from “Regional focus” to “Collaboration with civil society')
  expect((await say('/update show U3')).text).toContain('U3, accepted')
  expect(here.delivered.filter(({ to }) => to === focal('unodc')).at(-1)?.text).toContain(
    'moved your update U3',
  )
  await press(moved, 'Undo')
  expect((await say('/update show U3')).text).toContain('Section: Regional focus')
})

describe('a preview', () => {
  test('without an address of the bot is a file', async () => {
    const reply = await say('/newsletter preview')

    expect(reply.text).toContain('PUBLIC_URL')
    expect(
      reply.answer.message.blocks.some(
        (one) => one.kind === 'file' && one.content.includes('<!doctype html>'),
      ),
    ).toBe(true)
  })

  test('is nothing for a link that nobody made', async () => {
    const now = new Date('2026-12-01T09:00:00Z')
    for (const secret of ['', 'x', 'x'.repeat(32), "' or 1=1 --"])
      expect(await previewPage(here.database.store.kysely, secret, now)).toBeUndefined()
  })
})

test('a draft tells of the meetings that are not in it, as nobody recorded them, and how that is mended', async () => {
  const past = await world({ now: '2026-11-23T09:00:00Z' })
  try {
    await past.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    for (const [title, start] of [
      ['Left open', '24 Nov 10:00'],
      ['Still ahead', '10 Dec 10:00'],
    ])
      await past.say(focal('interpol'), `/meeting schedule "${title}" wg:ETCIP start:"${start}" confirm:yes`)
    await past.turn('2026-11-28T09:00:00Z')

    const draft = await past.say(secretariat, '/newsletter draft')
    expect(draft.text).toContain('1 meeting of these months is not in it, as no outcome is on record:')
    expect(draft.text).toContain('M1 Left open (ETCIP), 24 Nov 2026')
    expect(draft.text).not.toContain('Still ahead')
    const record = buttonsOf(draft).find(({ label }) => label === 'Record M1')
    expect(record).toMatchObject({ command: 'meeting hold', values: { meeting: 'M1' }, ask: true })

    await past.say(secretariat, '/meeting hold M1 summary:"drones were discussed" confirm:yes')
    expect((await past.say(secretariat, '/newsletter draft')).text).not.toContain('no outcome')
  } finally {
    await past.end()
  }
})
