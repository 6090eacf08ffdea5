import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

let here: World
beforeEach(async () => {
  here = await world()
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30" duration:1h')
  await here.say(focal('cted'), '/meeting agenda add M1 item:Drones minutes:10m')
  await here.say(focal('cted'), '/meeting agenda add M1 item:Budget')
  await here.turn('2026-12-12T13:30:00Z')
  await here.say(chair, '/meeting start M1')
})
afterEach(() => here.end())

const shown = async (who: string) => {
  const { text, answer } = await here.say(who, '/meeting show M1')
  const labels = answer.message.blocks.flatMap((one) =>
    one.kind === 'buttons' ? one.buttons.map(({ label }) => label) : [],
  )
  return { text, labels, heading: answer.message.heading }
}

test('a meeting that goes on is shown as it stands: its item and until when, what follows, and when it ends', async () => {
  const { text, heading } = await shown(chair)

  expect(heading).toBe('M1 Quarterly (ETCIP): in progress')
  expect(text).toContain('Now: 1. Drones (10 min), until 14:40 (Europe/Paris)')
  expect(text).toContain('Next: Budget')
  expect(text).toContain('Ends: 15:30 (Europe/Paris)')
  expect(text).toContain('Hands raised: none')
})

test('while a meeting goes on everybody is offered what they may do in it, also past its hour, and no answer to an invitation', async () => {
  await here.say(chair, '/meeting propose M1 "A plan"')
  await here.turn('2026-12-12T14:50:00Z')
  const [leads, member, observer] = [
    await shown(chair),
    await shown(focal('cted')),
    await shown(focal('ipu')),
  ]

  expect(leads.labels).toEqual([
    ...['Raise or lower my hand', 'Note', 'Object to R1', 'Adopt R1', 'Next item', 'Propose', 'End'],
    ...['Agenda', 'Attendees'],
  ])
  expect(member.labels).toEqual([
    ...['I am here', 'Raise or lower my hand', 'Note', 'Object to R1', 'Agenda'],
  ])
  expect(observer.labels.slice(0, 3)).toEqual(['I am here', 'Raise or lower my hand', 'Note'])
  expect(observer.labels).not.toContain('Object to R1')
})

test('the next speaker is called where somebody has raised their hand', async () => {
  const before = await shown(chair)
  const hand = await here.say(focal('who'), '/meeting queue M1')
  const raised = await shown(chair)
  const called = await here.say(chair, '/meeting queue M1 call')

  expect(before.labels).not.toContain('Call the next speaker')
  expect(raised.labels).toContain('Call the next speaker')
  expect(hand.text).toContain('[Call the next speaker] [Undo: take it down]')
  expect(called.text).not.toContain('[Call the next speaker]')
})

test('a meeting that has ended and has no outcome yet says so in its heading', async () => {
  await here.say(chair, '/meeting end M1')

  expect((await shown(chair)).heading).toBe('M1 Quarterly (ETCIP): ended')
})

test('who was there is said once of a meeting that was held, and whoever the record leaves out beside it', async () => {
  await here.say(focal('cted'), '/meeting rsvp M1 here')
  await here.say(chair, '/meeting end M1')
  await here.say(chair, '/meeting hold M1 summary:"Drones" attended:"CTED, INTERPOL"')
  const same = await shown(chair)
  await here.say(chair, '/meeting hold M1 summary:"Drones" attended:INTERPOL')

  expect(same.text).toContain('Attended: CTED, INTERPOL')
  expect(same.text).not.toContain('Present:')
  expect((await shown(chair)).text).toContain('Present: CTED, INTERPOL')
})

test('of a meeting that everybody has answered nobody is counted as silent', async () => {
  await here.say('secretariat@compact.example', '/wg add TINY name:"Tiny group"')
  await here.say('secretariat@compact.example', '/wg appoint TINY role:chair entity:WHO')
  await here.say(focal('who'), '/meeting schedule Talk wg:TINY start:"14 Dec 14:30" confirm:yes')
  await here.say(focal('who'), '/meeting rsvp M2 yes')

  expect((await here.say(focal('who'), '/meeting show M2')).text).toContain('No answer yet: nobody')
})
