import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { addressKey } from '../../../src/core/text/addresses/webAddress.ts'
import { openForm } from '../../support/lines/openForm.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const member = focal('cted')
const chair = focal('interpol')
const observer = focal('ipu')

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

const manual =
  '/library add "Manual on open-source investigations" link:https://www.un.example/manual/ entity:UNODC date:"Oct 2026" topics:"evidence, social media" purpose:"to help investigators collect evidence online"'

describe('the library', () => {
  test('keeps an item with what is known of it, and reads its kind from the title', async () => {
    const { text, outcome } = await here.say(member, manual)
    expect(outcome).toBe('done')
    for (const part of [
      'Kind: guide',
      'Issued by: UNODC',
      'Published: October 2026',
      'evidence, social media',
    ])
      expect(text).toContain(part)
    expect(text).toContain('Added by: CTED focal point')
  })

  test('is searched by words of title, topics and purpose, misspelt or not, in any case', async () => {
    await here.say(member, manual)
    await here.say(chair, '/library add "Course on drones" link:https://un.example/course')
    for (const query of ['INVESTIGATIONS', 'social media', 'investigaters', 'collect evidence'])
      expect([query, (await here.say(observer, `/library find ${query}`)).text]).toEqual([
        query,
        expect.stringMatching(/^1 match for [\s\S]*LIB1/),
      ])
    expect((await here.say(observer, '/library find cooking')).text).toContain('Nothing in the library')
    expect((await here.say(observer, '/library drones')).text).toContain('LIB2')
    expect((await here.say(observer, '/library list entity:UNODC')).text).toContain('1 item:')
  })

  test('notices the same link, however it is written', async () => {
    await here.say(member, manual)
    const again = await here.say(
      chair,
      '/library add "The manual" link:http://un.example/manual?utm_source=letter#top',
    )
    expect(again.outcome).toBe('asked')
    expect(again.text).toContain('LIB1')
    expect((await press(here, chair, buttonNamed(again, 'Add it all the same'))).outcome).toBe('done')
    expect((await here.say(chair, '/library list')).text).toContain('2 items')
  })

  test('takes items of members alone, for a group of its members alone, and no address but a web address', async () => {
    const link = 'link:https://un.example/x'
    expect((await here.say(observer, `/library add Thing ${link}`)).text).toContain('Only members may')
    expect((await here.say(focal('unicri'), `/library add Thing ${link} wg:ETCIP`)).outcome).toBe('refused')
    expect((await here.say(chair, `/library add Thing ${link} wg:ETCIP`)).outcome).toBe('done')
    expect((await here.say(chair, '/library add Thing link:javascript:alert(1)')).outcome).toBe('refused')
    expect((await here.say('stranger@x.example', '/library list')).outcome).toBe('refused')
  })

  test('is changed by those whom an item concerns, and every change is taken back', async () => {
    const added = await here.say(member, manual)
    expect((await here.say(focal('who'), '/library edit LIB1 title:Other')).outcome).toBe('refused')
    expect((await here.say(focal('who'), '/library undo LIB1')).outcome).toBe('refused')
    const edited = await here.say(focal('unodc'), '/library edit LIB1 title:"The manual" without:date')
    expect(edited.text).not.toContain('Published')
    const undone = await press(here, focal('unodc'), buttonNamed(edited, 'Undo'))
    expect(undone.text).toContain('October 2026')
    expect((await press(here, member, buttonNamed(edited, 'Undo'))).text).toContain('taken back already')
    const gone = await press(here, member, buttonNamed(added, 'Undo'))
    expect((await here.say(member, '/library show LIB1')).text).toContain('There is no item LIB1')
    await press(here, member, buttonNamed(gone, 'Undo'))
    expect((await here.say(member, '/library show manual')).text).toContain('Manual on open-source')
  })

  test('keeps what two people changed at once, and asks before words take the place of others', async () => {
    await here.say(member, manual)
    const shown = await here.say(member, '/library show LIB1')
    const form = await openForm(here, member, buttonNamed(shown, 'Edit'))
    await here.say(focal('unodc'), '/library edit LIB1 topics:drones')
    const saved = await form.send({ title: 'The manual' })
    expect(saved.text).toContain('Topics: drones')
    const asked = await form.send({ topics: 'ships' })
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('changed by UNODC focal point')
  })

  test('retires an item on a day, and recommends it no more from then on', async () => {
    await here.say(member, manual)
    await here.say(member, '/library retire LIB1 on:2026-12-01')
    expect((await here.say(member, '/library find manual')).text).toContain('LIB1')
    await here.turn('2026-12-01T15:00:00Z')
    expect((await here.say(member, '/library find manual')).text).toContain('Nothing in the library')
    expect((await here.say(member, '/library list all')).text).toContain('retired')
    expect((await here.say(member, '/library restore LIB1')).text).toContain('in the library again')
  })
})

describe('what came into the library', () => {
  const draft = '/newsletter draft 2026-11..2026-12'
  beforeEach(async () => {
    await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  })

  test('is printed among the publications once the secretariat says so', async () => {
    await here.say(member, manual)
    const waiting = await here.say(secretariat, draft)
    expect(waiting.text).toContain('[LIB1, not accepted yet]')
    expect((await here.say(member, '/library edit LIB1 newsletter:yes')).outcome).toBe('refused')
    await press(here, secretariat, buttonNamed(waiting, 'Print LIB1'))
    const { text } = await here.say(secretariat, draft)
    expect(text).toContain(
      'UNODC: Manual on open-source investigations, to help investigators collect evidence online (October 2026) [LIB1]',
    )
    await here.say(secretariat, '/library edit LIB1 newsletter:no')
    expect((await here.say(secretariat, draft)).text).not.toContain('LIB1')
  })

  test('is no line of its own where an update tells of it, or where it is old', async () => {
    await here.say(secretariat, manual)
    await here.say(secretariat, '/library add "An old handbook" link:https://un.example/old date:2019')
    expect((await here.say(secretariat, draft)).text).toContain('LIB1')
    expect((await here.say(secretariat, draft)).text).not.toContain('LIB2')
    await here.press(
      focal('unodc'),
      'update post',
      { text: 'UNODC launched a manual for investigators (5 Nov)', link: 'https://un.example/manual' },
      true,
    )
    expect((await here.say(secretariat, draft)).text).not.toContain('[LIB1')
  })
})

test('whoever added an item is told in a sentence that somebody else retired it and took that back', async () => {
  await here.say(member, manual)
  for (const [line, words] of [
    ['/library retire LIB1', 'it is retired from 23 Nov 2026 on.'],
    ['/library restore LIB1', 'it is in use again.'],
  ] as const) {
    await here.say(secretariat, line)
    expect(here.delivered.at(-1)).toMatchObject({
      to: member,
      text: expect.stringContaining(`changed LIB1 Manual on open-source investigations: ${words}`),
    })
  }
})

test('an address is the same page without protocol, mark and tracking, and another with another query', () => {
  expect(addressKey('http://www.UN.org/a/?b=2&a=1&utm_source=x#y')).toBe('un.org/a?a=1&b=2')
  expect(addressKey('https://un.org/a?id=1')).not.toBe(addressKey('https://un.org/a?id=2'))
})
