import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeAll(async () => {
  here = await world()
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"23 Nov 14:30" duration:2h')
  await here.say(chair, '/meeting schedule Next wg:ETCIP start:"12 Dec 14:30" duration:2h')
})
afterAll(() => here.end())

const items = (text: string) => text.match(/(?<=^- )\d\. [^\n]+/gm)

test('a pasted agenda is its items, whatever form it has, and what stood around them is said', async () => {
  const word = await here.say(
    chair,
    "/meeting agenda add M2 Provisional agenda\nI. Welcome – 5'\nII. Drones at ports (IMO, 20 minutes)\n• Best practices",
  )
  expect(items(word.text)).toEqual([
    '1. Welcome (5 min)',
    '2. Drones at ports (IMO, 20 min)',
    '3. Best practices',
  ])
  expect(word.text).toContain('Not taken as items: “Provisional agenda”.')

  const table = await here.say(
    chair,
    '/meeting agenda add M2 Time\tItem\tSpeaker\n2:30pm\tInsider threats\tICAO\n3pm\tSurvey\tUNICRI\n15:20\tClosing\tChair',
  )
  expect(items(table.text)?.slice(3)).toEqual([
    '4. Insider threats (ICAO, 30 min)',
    '5. Survey (UNICRI, 20 min)',
    '6. Closing (Chair)',
  ])
  expect(table.text).toContain('Not kept: 2:30pm, 3pm and 15:20.')

  const mail = await here.say(
    chair,
    '/meeting agenda add M2 Dear all, please add:\n- Debrief (15 mins) - IOM\n- Lessons of 24/7 networks (INTERPOL, WCO)\nThanks, Marta',
  )
  expect(items(mail.text)?.slice(6)).toEqual([
    '7. Debrief (IOM, 15 min)',
    '8. Lessons of 24/7 networks (INTERPOL, WCO)',
  ])
  expect(mail.text).toContain('Not taken as items: “Dear all, please add:” and “Thanks, Marta”.')
})

test('pasted minutes are offered as the outcome, with their actions, once the meeting has begun', async () => {
  const minutes =
    '/meeting minutes M1\nMinutes of the call\n1. The Chair welcomed all.\nAction: UNICRI to share the survey by 15 December.'
  expect((await here.say(chair, minutes)).text).toContain('its outcome can be recorded then')
  await here.turn('2026-11-23T15:00:00Z')

  const asked = await here.say(chair, minutes)
  expect(asked.text).toContain('Minutes are made from what is on record, so this text was not kept.')
  expect((await press(here, chair, buttonNamed(asked, 'Record it as the outcome'))).text).toContain(
    'The Chair welcomed all.',
  )
  const action = asked.answer.message.blocks
    .flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    .find(({ label }) => label.startsWith('Add action: UNICRI to share'))
  expect(action).toBeDefined()
  expect((await here.say(focal('cted'), minutes)).text).toContain('The chair records the outcome')
  const other = await here.say(chair, '/meeting minutes M1 in due course')
  expect(other.text).toContain('I cannot read “in due course” after M1 Quarterly')
})
