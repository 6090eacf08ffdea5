import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Button, Message } from '../../../src/core/message.ts'
import { openForm } from '../../support/lines/openForm.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

const author = focal('cted')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterEach(() => here.end())

function editOf(message: Message | undefined): Button {
  const buttons = message?.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : [])) ?? []
  const found = buttons.find(({ label }) => label === 'Edit')
  if (!found) throw new Error('no Edit button')
  return found
}

/** The form behind the Edit of an answer. */
function editForm({ answer }: Reply) {
  return openForm(here, author, editOf(answer.message))
}

function post(fields: Readonly<Record<string, string>>): Promise<Reply> {
  return here.press(author, 'update post', fields)
}

async function versions(): Promise<number> {
  const { rows } = await here.database.store.pool.query('select count(*)::int as n from update_versions')
  return rows[0].n
}

const full = {
  text: 'CTED held a workshop with UNODC, Nairobi (6-9 Dec) https://un.org/x',
  section: 'publications',
  entities: 'WHO, UN Women, 1267 Monitoring Team',
  wg: 'ETCIP',
  place: 'Geneva',
  date: '3 Dec',
  link: 'un.org/y',
}

describe('the Edit button of an update', () => {
  test('opens its form on what the update says, without what is empty', async () => {
    const read = await post({ text: 'CTED visited Jordan (6-9 Dec)', section: 'regional' })
    const reply = await post(full)

    const values = {
      update: 'U1',
      text: 'CTED visited Jordan (6-9 Dec)',
      section: 'regional',
      date: '6-9 Dec',
      entities: 'CTED',
      place: 'Jordan',
    }
    // Whoever reads answers as data finds there what the update was read as.
    expect(editOf(read.answer.message)).toEqual({ label: 'Edit', command: 'update edit', values, ask: true })
    expect((await editForm(read)).form.given).toEqual(values)
    const { given } = (await editForm(reply)).form
    expect(given).toEqual({ ...full, update: 'U2', link: 'https://un.org/x' })
  })

  test.each([
    ['read from the text', { text: full.text }],
    ['set beside the text', full],
    ['of nothing but a text', { text: 'Something happened' }],
    ['with two dates', { text: 'CTED met in Vienna on 2 December and in Rome (22 Dec; 5 Jan)' }],
    ['with the month alone', { text: 'UNESCO launched a guide (Dec/online)' }],
  ])('of an update %s, sent back untouched, changes nothing and says so', async (_, fields) => {
    const form = await editForm(await post(fields))
    const sent = await form.send({})

    expect(sent.text).toContain('The form was sent as it was opened, so nothing was changed.')
    expect(await versions()).toBe(1)
  })

  test('empties nothing that is empty already', async () => {
    await post({ text: 'Something happened' })
    for (const field of ['link', 'place', 'date', 'entities', 'embargo'])
      expect((await here.say(author, `/update edit U1 ${field}:none`)).text).toContain(
        'says all of that already',
      )
    expect(await versions()).toBe(1)
  })

  test('lets a new text tell its own date and entities, and keeps what was set beside the old one', async () => {
    const read = await editForm(await post({ text: 'CTED visited Jordan (6-9 Dec)' }))
    const text = 'CTED and WHO visited Jordan (7-9 Dec)'
    const edited = await read.send({ text })
    const same = await (await editForm(edited)).send({ text: `${text.slice(0, -1)} 2026)` })
    const set = await editForm(await post(full))
    const kept = await set.send({ text: 'IMO met (8 Dec)' })

    expect(edited.text).toContain('Date: 7 Dec 2026 to 9 Dec 2026')
    expect(edited.text).toContain('The date is now')
    expect(edited.text).toContain('Entities: CTED, WHO')
    expect(same.text).not.toContain('The date is now')
    expect(kept.text).toContain('Date: 8 Dec 2026')
    expect(kept.text).toContain('The date is now 8 Dec, as the new text says; it was 3 Dec.')
    expect(kept.text).toContain('Entities: WHO, UN Women, 1267 Monitoring Team')
    expect(kept.text).toContain('Place: Geneva')
  })

  test('tells what has gone with the former text, though it stood in the form', async () => {
    const reply = await post({ text: 'CTED trained officers with UNODC (1-3 Dec) https://un.org/a_b_c' })
    const form = await editForm(reply)
    const edited = await form.send({ text: 'CTED trained border officers (1-3 Dec)' })

    expect(edited.text).toContain('Removed with the former text: entities UNODC; link https://un.org/a_b_c.')
    const again = await here.press(author, 'update edit', { update: 'U1', link: 'https://un.org/a_b_c' })
    expect(again.text).not.toContain('Removed with')
  })

  test('changes the one field that was touched', async () => {
    const form = await editForm(await post({ text: full.text }))
    const edited = await form.send({ place: 'Mombasa' })
    const shown = await here.say(author, '/update show U1')

    expect(edited.text).toContain('version 2')
    expect((await editForm(shown)).form.given).toEqual({ ...form.form.given, place: 'Mombasa' })
  })

  test('a line that gives a new text means every word beside it', async () => {
    await post({ text: 'CTED visited Jordan (6-9 Dec)' })
    const edited = await here.say(author, '/update edit U1 text:"CTED saw WHO (6-9 Dec)" entities:CTED')

    expect(edited.text).toMatch(/Entities: CTED$/m)
  })

  test('stands in the notice of a returned update, and its form holds a long text whole', async () => {
    const start =
      'CTED said “yes”, "no" and \'perhaps\':\n\nعقدت المديرية التنفيذية ورشة عمل في نيروبي\n| 100% | '
    const text = `${start}${'ة'.repeat(2000 - start.length - 10)} x (6 Dec)`
    expect(text).toHaveLength(2000)
    await post({ text })
    await here.say(secretariat, '/update return U1 comment:"Which days was it?"')
    const delivery = here.delivered.find((one) => one.to === author)
    const { form, send } = await openForm(here, author, editOf(delivery?.message))

    expect(delivery?.text).toContain('[Edit] [Withdraw it]')
    expect(form.given['text']).toBe(text)
    const sent = await send({ text: text.replace('(6 ', '(7 ') })
    expect(sent.text).toContain('Date: 7 Dec 2026')
  })

  test('is offered to those who may edit, and not once it is withdrawn', async () => {
    await post({ text: 'CTED visited Jordan (6-9 Dec)' })
    const seen = await here.say(secretariat, '/update show U1')
    await here.say(author, '/update withdraw U1')
    const gone = await here.say(author, '/update show U1')

    expect(editOf(seen.answer.message).ask).toBe(true)
    expect(gone.text).not.toContain('[Edit]')
  })
})

test('an accepted update stays in its section when a few words are added, and is read by the months of its own issue', async () => {
  await here.say(secretariat, '/newsletter open January-February 2026 closes:2027-01-08')
  await here.say(
    author,
    '/update post "WHO held a workshop on biosafety in Amman, Jordan (10-12 Feb)" issue:2026-01..2026-02',
  )
  await here.say(secretariat, '/update accept U1')
  await here.say(secretariat, '/update move U1 section:regional')
  await here.say(secretariat, '/newsletter approve 2026-01..2026-02')
  await here.press(secretariat, 'newsletter publish', { period: '2026-01..2026-02' }, true)
  const text =
    'WHO held a workshop on biosafety in Amman, Jordan, for 30 people of civil society and universities (10-12 Feb)'
  const { text: words } = await here.say(secretariat, `/update edit U1 text:"${text}"`)

  expect(words).toContain('Section: Regional focus')
  expect(words).toContain('Date: 10 Feb 2026 to 12 Feb 2026')
  expect(words).not.toContain('The text says')
})

test('an edit that names the issue in which the update is already changes nothing, says so and leaves it accepted', async () => {
  await post({ text: 'CTED visited Jordan (6-9 Dec)' })
  await here.say(secretariat, '/update accept U1')
  const reply = await here.say(author, '/update edit U1 issue:2026-11..2026-12')

  expect(reply.outcome).toBe('refused')
  expect(reply.text).toContain('U1 is for that issue already; nothing was changed.')
  expect((await here.say(author, '/update show U1')).text).toContain('U1, accepted')
  expect(await versions()).toBe(1)
})
