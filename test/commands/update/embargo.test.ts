import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(focal('unodc'), '/update post "UNODC held a workshop in Lima (20 Nov)" section:regional')
  await here.say(
    focal('cted'),
    '/update post "CTED and the Bank agreed on a joint fund, embargo until 10 January 2027 (18 Dec)" section:regional',
  )
  await here.say(secretariat, '/update accept all confirm:yes')
})
afterAll(() => here.end())

async function file(format: string, period = '2026-11..2026-12'): Promise<string> {
  const reply = await here.say(secretariat, `/newsletter export ${period} format:${format}`)
  const found = reply.answer.message.blocks.find(({ kind }) => kind === 'file')
  return found?.kind === 'file' ? found.content : reply.text
}

test('an embargo is read from the text, shown, and not printed with it', async () => {
  const shown = await here.say(focal('cted'), '/update show U2')

  expect(shown.text).toContain('Embargo: until 10 Jan 2027')
  expect(shown.text).toContain('CTED and the Bank agreed on a joint fund\n')
  expect((await here.say(secretariat, '/newsletter draft')).text).toContain(
    'CTED and the Bank agreed on a joint fund (18 Dec) [U2, embargo until 10 Jan 2027]',
  )
})

test('no file, preview or evidence tells of it before its day', async () => {
  for (const format of ['markdown', 'html', 'json']) {
    const content = await file(format)
    expect(content).toContain('workshop in Lima')
    expect(content).not.toContain('joint fund')
  }
  for (const line of ['/newsletter preview', '/report evidence period:2026']) {
    const reply = await here.say(secretariat, line)
    expect(JSON.stringify(reply.answer.message)).toContain('workshop in Lima')
    expect(JSON.stringify(reply.answer.message)).not.toContain('joint fund')
  }
})

test('it is set, moved and taken away by an option, each undone by a press', async () => {
  const set = await here.say(focal('unodc'), '/update edit U1 embargo:"5 Jan 2027"')
  expect(set.text).toContain('Embargo: until 5 Jan 2027')
  const freed = await here.say(focal('unodc'), '/update edit U1 embargo:none')
  expect(freed.text).not.toContain('Embargo')
  await press(here, focal('unodc'), buttonNamed(freed, 'Undo'))
  expect((await here.say(focal('unodc'), '/update show U1')).text).toContain('Embargo: until 5 Jan 2027')
  await here.say(focal('unodc'), '/update edit U1 embargo:none')
  await here.say(secretariat, '/update accept U1')
  expect((await here.say(focal('unodc'), '/update edit U1 embargo:sometime')).text).toContain('“sometime”')
})

test('what is under embargo when the issue is published is kept for the next one, and its author is told', async () => {
  expect((await here.say(secretariat, '/newsletter approve')).text).toContain(
    'Under embargo and left out if the issue is published today: U2 (until 10 Jan 2027)',
  )
  const published = await here.press(secretariat, 'newsletter publish', {}, true)

  expect(published.text).toContain('1 item')
  expect(published.text).toContain('kept for the next issue: U2 (until 10 Jan 2027)')
  expect(
    here.delivered.some(({ to, text }) => to === focal('cted') && text.includes('keeps your update U2')),
  ).toBe(true)
  await here.turn('2027-01-12T12:00:00Z')
  await here.say(secretariat, '/newsletter open 2027-01..2027-02 closes:2027-03-05')
  expect((await here.say(secretariat, '/newsletter draft 2027-01..2027-02')).text).toContain(
    'joint fund (18 Dec) [U2]',
  )
  expect(await file('markdown', '2027-01..2027-02')).toContain('joint fund')
})

test('on its own day it is printed and told of', async () => {
  await here.say(
    focal('unodc'),
    '/update post "UNODC opened an office in Doha (11 Jan)" embargo:"12 Jan 2027"',
  )
  await here.say(secretariat, '/update accept U3')

  expect((await here.say(secretariat, '/report evidence period:2027')).text).toContain('office in Doha')
})

test('a text that says it no more does not lift it, and the answer says how it is lifted', async () => {
  const text = 'EMBARGOED UNTIL 1 February 2027: UNODC trained judges in Accra (10 Jan)'
  await here.say(focal('unodc'), `/update post "${text}" section:regional`)
  const stays = 'The embargo until 1 Feb 2027 stays; embargo:none lifts it.'
  const typed = await here.say(
    secretariat,
    '/update edit U4 text:"UNODC trained all judges in Accra (10 Jan)"',
  )
  expect(typed.text).toContain('Embargo: until 1 Feb 2027')
  expect(typed.text).toContain(stays)
  const form = await here.say(
    focal('unodc'),
    '/update edit U4 text:"UNODC trained most judges in Accra (10 Jan)" section:regional embargo:"1 Feb 2027"',
  )
  expect(form.text).toContain('Embargo: until 1 Feb 2027')
  const moved = await here.say(
    focal('unodc'),
    '/update edit U4 text:"UNODC trained judges in Accra, embargo until 3 February 2027 (10 Jan)"',
  )
  expect(moved.text).toContain('Embargo: until 3 Feb 2027')
  expect(moved.text).not.toContain('stays;')
  const freed = await here.say(
    focal('unodc'),
    '/update edit U4 text:"UNODC trained two (10 Jan)" embargo:none',
  )
  expect(freed.text).not.toContain('mbargo')
})

test('one at the head of a pasted list holds for each of its items, as the question and the answer say', async () => {
  const pasted =
    'EMBARGOED UNTIL 1 February 2027\n- CTED trained border guards in Amman (4 Jan)\n- CTED met regional judges in Rabat, embargo until 5 February 2027 (6 Jan)'
  const asked = await here.say(focal('cted'), `/update post "${pasted}"`)
  expect(asked.text).toContain('border guards in Amman, embargo until 1 Feb 2027')
  const posted = await press(here, focal('cted'), buttonNamed(asked, 'Post as 2 updates'))

  expect(posted.text).toMatch(/U5 .*, 4 Jan, embargo until 1 Feb 2027: CTED trained border guards in Amman/)
  expect(posted.text).toMatch(/U6 .*, 6 Jan, embargo until 5 Feb 2027: CTED met regional judges/)
})

test('words that ask to keep an update back and name no day are said, since it would be printed at once', async () => {
  const typed = 'UNODC trained prosecutors in Quito, Ecuador (12 Jan)'
  const reply = await here.say(focal('unodc'), `/update post "${typed}, strictly embargoed" section:regional`)
  expect(reply.text).toContain('“embargoed” asks to keep it back, but I read no day in it')
  const of = await here.say(
    focal('unodc'),
    '/update post "UNODC discussed the arms embargo with experts in Rome (13 Jan)" section:regional',
  )
  expect(of.text).not.toContain('keep it back')
})

test.each([
  ['EMBARGOED until 10 January 2027: our input'],
  ['Re: FW: [Embargo until 10 January 2027] newsletter'],
  ['Input of UNODC (under embargo until 10 January 2027)'],
  ['Embargo until 10 January 2027 - input'],
])('an embargo that only the subject of a pasted mail asks for is kept: %s', async (subject) => {
  const mail = `From: Ana <ana@unodc.example>\nTo: Compact\nSubject: ${subject}\n\nDear all,\n\nUNODC opened a laboratory in Tunis (19 Dec).`
  const here = await world({ now: '2026-12-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  const reply = await here.press(focal('unodc'), 'update post', { text: mail, section: 'multi-agency' })
  const two = await here.press(focal('unodc'), 'update post', {
    text: mail.replace(
      /UNODC opened.*/,
      '- UNODC met judges in Lima (3 Dec)\n- UNODC met experts in Rome (4 Dec)',
    ),
    items: 'several',
  })
  await here.end()

  expect(reply.text).toContain('UNODC opened a laboratory in Tunis')
  expect(reply.text).toContain('Embargo: until 10 Jan 2027')
  expect(two.text.match(/embargo until 10 Jan 2027/g)).toHaveLength(2)
})
