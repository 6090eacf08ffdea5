import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { actingAt, patience } from './acting.ts'
import type { Door, Who } from './door.ts'

/** A quarter of a working group, from “we should meet” to the next meeting, as it is lived on a chat platform. */
export function playQuarter(platform: string, open: () => Promise<Door>): void {
  describe(`a quarter of a working group on ${platform}`, () => {
    let here: Door
    beforeAll(async () => {
      here = await open()
    })
    afterAll(() => here.end())
    const { sees, told, say, press } = actingAt(() => here)

    const [chair, member, other] = ['interpol', 'cted', 'unodc'] as const

    const refusals = (who: Who, words: string) => here.seenBy(who).filter((one) => one.includes(words)).length
    const room = (words: string) => expect.poll(() => here.inRoom().join('\n'), patience).toContain(words)

    /** A time is sought, put to a vote and settled. */
    async function settleTime() {
      await say('secretariat', 'wg bind', { wg: 'ETCIP' }, 'room of ETCIP')
      const between = '7 Dec 2026..18 Dec 2026'
      await say(chair, 'meeting suggest', { wg: 'ETCIP', between }, 'The best times for ETCIP')
      await (await here.open(chair, 'Put them to a vote'))({ title: 'Winter meeting' })
      await sees(chair, 'Opened the poll P1 Winter meeting')
      await here.settle()
      expect(told(member, 'Which time suits you')).toBe(1)
      await press(member, 'Vote for 2', 'you: yes')
      await say(
        other,
        'meeting poll vote',
        { poll: 'P1', slots: '2' },
        'Your vote in P1 Winter meeting: 1 no, 2 yes',
      )
      await say(chair, 'meeting poll settle', { poll: 'P1' }, 'P1 is settled: M1 Winter meeting')
    }

    /** Everybody is invited once and answers, and who has not is asked once more. */
    async function invite() {
      expect(told(member, 'You are invited: Winter meeting')).toBe(1)
      await press(member, 'Yes', 'You said yes to M1')
      await say(
        other,
        'meeting rsvp',
        { meeting: 'M1', answer: 'no', note: 'on mission' },
        'You said no to M1',
      )
      await room('1 yes, 0 maybe, 1 no')
      await say(chair, 'meeting attendees', { meeting: 'M1' }, 'UNODC: on mission')
      await say(chair, 'meeting attendees', { meeting: 'M1', nudge: 'yes' }, 'people are asked once more')
      expect(told('secretariat', 'asks whether you will come')).toBe(1)
      expect(told(member, 'asks whether you will come')).toBe(0)
    }

    /** The agenda is gathered and stands in the reminder. */
    async function gather() {
      const add = (item: string, more: Readonly<Record<string, string>>) =>
        say(
          member,
          'meeting agenda add',
          { meeting: 'M1', item, ...more },
          `agenda of M1 Winter meeting: ${item}`,
        )
      await add('Drones', { presenter: 'CTED', minutes: '20m' })
      await add('Work plan', { minutes: '30m' })
      await here.turn(at(-23 * 60))
      await expect.poll(() => told(member, 'Drones'), patience).toBe(1)
      expect(here.toldTo(member).find((one) => one.includes('Drones'))).toContain(
        'Tomorrow: Winter meeting (ETCIP)',
      )
      expect(told(other, 'Drones')).toBe(0)
    }

    /** It is run in the room, with no number typed. */
    async function sit() {
      await here.turn(at(-2))
      await say(chair, 'meeting start', {}, 'Winter meeting has started')
      await room('Hands raised')
      await press(member, 'I am here', 'present at M1')
      await say(member, 'meeting queue', {}, 'CTED asks for the floor')
      await press(chair, 'Call the next speaker', 'has the floor')
      await say(
        member,
        'meeting note',
        { text: 'Two States asked for training', audience: 'shareable' },
        '(N1)',
      )
      // What is the chair's alone is refused by every door: buttons of the card, one of them a form’s, and a command.
      const theirs = 'Only the chairs of'
      await press(other, 'Next item', theirs)
      await press(other, 'Propose', theirs)
      await expect.poll(() => refusals(other, theirs), patience).toBe(2)
      await here.command(other, 'meeting end')
      await expect.poll(() => refusals(other, theirs), patience).toBe(3)
      await press(chair, 'Next item', 'Now: 2. Work plan')
      expect(here.inRoom().join('\n')).not.toContain('The meeting is over')
      await say(chair, 'meeting propose', { text: 'The work plan is adopted' }, 'Proposed (R1)')
      await room('R1: The work plan is adopted')
      await press(chair, 'Adopt R1', 'R1 is adopted')
      const what = 'UNODC to circulate the work plan by 15 Jan 2027'
      await say(member, 'meeting action add', { what }, 'A1 Circulate the work plan (UNODC, due 15 Jan 2027)')
      expect(told(other, 'A1 Circulate the work plan')).toBe(1)
      await here.turn(at(50))
      await say(chair, 'meeting end', {}, 'Ended M1 Winter meeting')
    }

    /** It is recorded, and whoever was not there is sent the outcome. */
    async function record() {
      const summary = 'discussed drones and adopted its work plan'
      await say(chair, 'meeting hold', { summary, attended: 'INTERPOL, CTED' }, 'ETCIP WG discussed drones')
      await room('ETCIP WG discussed drones')
      await say(chair, 'meeting minutes', { meeting: 'M1', format: 'docx' }, 'Minutes of M1 Winter meeting')
      await here.turn(at(24 * 60))
      await expect.poll(() => told(other, 'discussed drones and adopted'), patience).toBe(1)
      expect(told(member, 'discussed drones and adopted')).toBe(0)
      await say(chair, 'report meetings', { year: '2026' }, '1 meeting held in 2026')
      await say(member, 'meeting history', { meeting: 'M1' }, 'R1 is adopted')
    }

    /** The next one begins with what is still open. */
    async function goOn() {
      const next = { title: 'Spring meeting', wg: 'ETCIP', start: '2027-03-09T14:00' }
      await say(chair, 'meeting schedule', next, 'Scheduled M2: Spring meeting')
      await say(other, 'meeting agenda show', { meeting: 'M2' }, 'Matters arising')
      await here.turn('2027-01-15T12:00:00Z')
      await expect.poll(() => told(other, 'due today'), patience).toBe(1)
      await press(other, 'Done', 'Done: A1')
      await say(chair, 'meeting action list', { wg: 'ETCIP' }, 'No open actions of ETCIP')
      expect(here.wrong()).toEqual([])
    }

    test('is lived from “we should meet” to the next meeting', async () => {
      for (const part of [settleTime, invite, gather, sit, record, goOn]) await part()
    })
  })
}

/** So many minutes after the beginning of the meeting, which is the second time that suits best. */
function at(minutes: number): string {
  return new Date(Date.parse('2026-12-09T14:00:00Z') + minutes * 60_000).toISOString()
}
