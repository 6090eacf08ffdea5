import { expect, test } from 'vitest'

import { cardBlocks } from '../../../../src/chat/render/cardBlocks.ts'
import type { Message, Rich } from '../../../../src/core/message.ts'
import { inFreshWorld } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat, world } from '../../../support/world.ts'

const chair = focal('interpol')
const member = focal('cted')
const room = { place: { platform: 'terminal', tenant: 'local', channel: 'one', private: false } }
const scheduled = '/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" place:"Room C4" confirm:yes'

/** The moments that a card shows, in their order: `15:00 Europe/Paris`, and `once` where its reader's is left out. */
function moments(message: Message): readonly string[] {
  const texts: readonly Rich[] = cardBlocks(message).flatMap((one) => {
    if (one.kind === 'text') return [one.text]
    if (one.kind === 'list') return one.items
    return one.kind === 'fields' ? one.fields.map(({ value }) => value) : []
  })
  return texts
    .flat()
    .flatMap((span) => (span.kind === 'moment' ? [`${span.zone}${span.once ? ' once' : ''}`] : []))
}

function fields(message: Message): readonly string[] {
  return message.blocks.flatMap((one) => (one.kind === 'fields' ? one.fields.map(({ label }) => label) : []))
}

test('an invitation and a new meeting in its room name their hour once, and that of the chair on the chair’s clock alone', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    await here.say(chair, '/wg bind ETCIP', room)
    await here.say(member, '/profile timezone America/New_York')
    await here.say(chair, scheduled)
    const invitation = here.delivered.find(({ to }) => to === member)?.message
    const shown = here.announced[0]?.message
    await here.say(member, 'yes to M1')
    const [heading, again] = cardBlocks((await here.say(member, 'yes to M1')).answer.message)

    expect(heading).toMatchObject({ text: 'Meeting M1' })
    expect(again?.kind === 'text' && again.text.map((one) => 'text' in one && one.text).join('')).toBe(
      'You already said yes to M1 Plenary; nothing was changed.',
    )
    expect(invitation?.heading).toBe('You are invited: Plenary (ETCIP)')
    expect(invitation && moments(invitation)).toEqual(['America/New_York once', 'Europe/Paris once'])
    expect(shown?.heading).toBe('A new meeting: Plenary (ETCIP), M1')
    expect(shown && moments(shown)).toEqual(['Europe/Paris'])
  })
})

test('a room is told once when a meeting is or was that is cancelled or restored, and why', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    await here.say(chair, '/wg bind ETCIP', room)
    await here.say(chair, scheduled)
    await here.say(chair, '/meeting cancel M1 reason:"no quorum" confirm:yes')
    await here.say(chair, '/meeting restore M1 confirm:yes')
    const [cancelled, restored] = here.announced.slice(1).map(({ message }) => message)

    expect(cancelled?.heading).toBe('Cancelled: M1 Plenary')
    expect(cancelled && moments(cancelled)).toEqual(['Europe/Paris'])
    expect(cancelled && fields(cancelled)).toContain('Reason')
    expect(restored?.heading).toBe('It takes place after all: M1 Plenary')
    expect(restored && moments(restored)).toEqual(['Europe/Paris'])
    expect(restored && fields(restored)).not.toContain('Reason')
  })
})

test('the invitation to a series names each of its days once', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    await here.say(chair, '/wg bind ETCIP', room)
    await here.say(
      chair,
      '/meeting schedule Series wg:ETCIP start:"8 Dec 10:00" repeat:monthly until:2027-03-30 confirm:yes',
    )
    const invitation = here.delivered.find(({ to }) => to === member)?.message
    const shown = here.announced[0]?.message

    expect(invitation?.heading).toBe('You are invited: Series (ETCIP), 4 meetings, every month')
    expect(invitation && moments(invitation).filter((one) => !one.endsWith('once'))).toHaveLength(4)
    expect(shown && moments(shown)).toEqual(['Europe/Paris'])
  })
})

test('minutes and other files have a heading that says what they are', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    await here.say(chair, scheduled)
    await here.turn('2026-12-10T16:00:00Z')

    expect((await here.say(chair, '/meeting minutes M1')).answer.message.heading).toBe('Minutes')
    expect((await here.say(chair, '/meeting calendar meeting:M1')).answer.message.heading).toBe('Calendar')
    const exported = await here.say(secretariat, '/directory export format:csv')
    expect(exported.answer.message.heading).toBe('Export of the directory')
  })
})

test('a reminder is headed by what it is of, with its time and place as facts and the agenda under a heading', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    await here.say(chair, scheduled)
    await here.say(chair, '/meeting agenda add M1 item:Drones')
    await here.turn('2026-12-10T13:45:00Z')
    const reminder = here.delivered.findLast(({ to }) => to === member)?.message

    expect(reminder).toMatchObject({ heading: 'In 15 minutes: Plenary (ETCIP)', summaryBelow: true })
    expect(reminder && fields(reminder)).toEqual(['When', 'Place'])
    expect(reminder?.blocks).toContainEqual({ kind: 'heading', text: 'Agenda' })
  })
})

test('the outcome of a meeting is a fact of its card, and its room reads once when that was', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    await here.say(chair, '/wg bind ETCIP', room)
    await here.say(chair, scheduled)
    await here.turn('2026-12-10T16:00:00Z')
    await here.say(chair, '/meeting hold M1 summary:"agreed on a plan"')
    const message = here.announced.at(-1)?.message

    expect(message?.heading).toBe('Meeting held: Plenary')
    expect(message && moments(message)).toEqual(['Europe/Paris'])
    expect(message && fields(message)).toContain('Outcome')
    expect(fields((await here.say(member, '/meeting show M1')).answer.message)).toContain('Outcome')
  })
})

test('nothing but buttons stands below the buttons of a poll, since Discord would need a second message', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    const slots = 'slots:"14 Jan 14:30; 15 Jan 09:00"'
    for (const line of [`/meeting poll open Next wg:ETCIP ${slots} confirm:yes`, '/meeting poll show P1']) {
      const { answer } = await here.say(chair, line)
      const kinds = answer.message.blocks.map(({ kind }) => kind)
      expect(new Set(kinds.slice(kinds.indexOf('buttons')))).toEqual(new Set(['buttons']))
      expect(answer.message.heading).toBe('Poll P1')
    }
  })
})

test('what comes by itself and reminds of nothing says in its heading what it is', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"24 Nov 10:00" confirm:yes')
    await here.turn('2026-11-27T15:00:00Z')
    await here.turn('2026-11-30T15:00:00Z')
    const heading = (like: RegExp) => here.delivered.find(({ text }) => like.test(text))?.message.heading

    expect(heading(/^What came of M1/)).toBe('Outcome wanted')
    expect(heading(/Problems in the directory/)).toBe('Directory check')
    expect(heading(/has no regular meeting in/)).toBe('No meeting yet')
  })
})

test('what is shown before many people are written to is headed by what it asks for', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
  try {
    const { answer } = await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00"')

    expect(answer.outcome).toBe('asked')
    expect(answer.message.heading).toBe('Please confirm')
  } finally {
    await here.end()
  }
})

test('an answer of more than a sentence is a card with a heading, and a sentence is none', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    const circulated = await here.say(
      chair,
      '/meeting silence open "The plan is adopted." wg:ETCIP until:"20 Dec 17:00" confirm:yes',
    )
    const opened = await here.say(
      secretariat,
      '/newsletter open November-December closes:"15 Dec" confirm:yes',
    )
    await here.say(member, '/update post "CTED trained 30 judges in Amman, 12 November 2026" confirm:yes')
    const accepted = await here.say(secretariat, '/update accept U1')
    const refused = await here.say(member, '/meeting show M99')

    expect(circulated.answer.message.heading).toBe('Silence procedure S1')
    expect(opened.answer.message.heading).toBe('Newsletter')
    expect([accepted, refused].map(({ answer }) => answer.message.heading)).toEqual([undefined, undefined])
    expect(here.delivered.find(({ text }) => text.includes('was accepted'))?.message.heading).toBe(
      'Update accepted',
    )
    expect((await here.say(chair, '/meeting silence list')).text).toContain(
      'S1 (ETCIP) “The plan is adopted.”: open until',
    )
  })
})

test('a card tells what its heading says, an address or a number of none but once', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    const entity = (await here.say(member, '/directory entity UNODC')).answer.message
    const item = await here.say(
      secretariat,
      '/library add "Handbook on borders" link:https://example.org/h.pdf',
    )
    const report = await here.say(secretariat, '/report draft 2026')

    expect(entity.heading).toBe('UNODC: United Nations Office on Drugs and Crime')
    expect(fields(entity)).not.toContain('Name')
    expect(JSON.stringify(item.answer.message.blocks).match(/"url":/g)).toHaveLength(1)
    expect(report.text).toContain('No meeting was held in 2026.')
  })
})
