import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const [chair, member, other] = [focal('interpol'), focal('unodc'), focal('cted')]

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(chair, '/meeting schedule "Quarterly" wg:ETCIP start:"10 Dec 14:00" confirm:yes')
})
afterAll(() => here.end())

/** Said one after the other. */
type Rows = readonly (readonly [who: string, typed: string, wanted: RegExp])[]

async function say(rows: Rows): Promise<void> {
  for (const [who, typed, wanted] of rows) expect((await here.say(who, typed)).text, typed).toMatch(wanted)
}

describe('a chair in the days before a meeting', () => {
  test('makes what was just scheduled longer, earlier and asks again for answers, without its number', () =>
    say([
      [chair, 'make it 2 hours', /^Changed: Quarterly.*length now 2 h \(was 1 h\)/],
      [chair, '/meeting show M1', /^M1 Quarterly/],
      [chair, 'can we make it 90 minutes?', /^Changed: Quarterly.*length now 1 h 30 min/],
      [chair, '/meeting show M1', /^M1 Quarterly/],
      [chair, 'can we do it an hour earlier', /to Thu 10 Dec 2026, 13:00/],
      [chair, 'move it to 14:00', /to Thu 10 Dec 2026, 14:00/],
      [chair, '/meeting show M1', /^M1 Quarterly/],
      [chair, 'nudge them', /^Did you mean M1/],
      [chair, 'invite FATF to this one only', /\[Yes: invite FATF to M1\]/],
      [chair, 'who still hasn’t answered?', /^Did you mean M1|^Who comes to M1/],
    ])) // biome-ignore format: a table

  test('finds the next meeting of a group by its acronym, and a time for the one group that they lead', () =>
    say([
      [chair, 'next etcip', /^M1 Quarterly/],
      [chair, 'next ETCIP?', /^M1 Quarterly/],
      [chair, 'next PCVE', /^No meeting of PCVE is ahead/],
      [chair, 'when can we meet next week?', /still needs: wg[\s\S]*\[BMLE\] \[ETCIP\]$/m],
      [chair, 'poll them for 15, 16 or 17 Dec at 10', /still needs: wg[\s\S]*slots: 15, 16 or 17 Dec at 10/],
      [secretariat, '/wg add TRN name:"Training group"', /TRN/],
      [secretariat, '/wg appoint TRN role:chair entity:WHO', /WHO/],
      [focal('who'), 'when can we meet next week?', /^The best times for TRN, 1 h/],
      [focal('who'), '/meeting schedule "Kick-off" start:"15 Jan 2027 14:00" confirm:yes', /: Kick-off \(TRN\)/],
      [focal('who'), '/meeting cancel M2 confirm:yes', /^Cancelled M2/],
    ])) // biome-ignore format: a table

  test('puts items on the agenda and takes them off', () =>
    say([
      [chair, 'add "Update on drones" to the agenda, 20 min', /item: "Update on drones", 20 min[\s\S]*\[M1 Quarterly\]/],
      [chair, 'agenda: 1. drones 2. AOB', /Not taken yet: item: 1. drones 2. AOB[\s\S]*\[M1 Quarterly\]/],
      [chair, 'drop the AOB', /agenda remove still needs: meeting/],
      [chair, 'send the agenda round', /^M1 Quarterly.*has no agenda yet[\s\S]*Nobody was written to/],
    ])) // biome-ignore format: a table

  test('asks one entity, or two, once more, and nobody who has answered', async () => {
    const before = here.delivered.length
    await say([
      [chair, 'remind WHO about M1', /^1 person is asked once more: WHO/],
      [chair, 'nudge IMO and WHO for M1', /^1 person is asked once more: IMO[\s\S]*1 other was asked today already/],
      [chair, 'remind FATF about M1', /^About “only”: FATF has answered M1 Quarterly or is not invited/],
    ]) // biome-ignore format: a table
    expect(here.delivered.slice(before).map(({ to }) => to)).toEqual([focal('who'), focal('imo')])
  })
})

describe('a member answers an invitation in words of their own', () => {
  test('for those who speak, with the day, the reason and what is asked', () =>
    say([
      [member, 'we will attend', /^You said yes to M1/],
      [member, 'can’t join on 10 Dec, in Geneva that day', /^You said no to M1[\s\S]*also see: in Geneva that day$/m],
      [member, 'I can make it on 10 Dec after all', /^You said yes to M1/],
      [member, 'I can’t make it on 10 Dec because of the drones call', /^You said no to M1[\s\S]*see: because of the drones call$/m],
      [member, 'M1 no, can we move it?', /^You said no to M1[\s\S]*see: can we move it\?$/m],
      [member, 'can’t do Thursday, sorry', /no such meeting on 26 Nov 2026\. Did you mean M1 Quarterly, 10 Dec 2026\?/],
      [member, 'yes to the call on the 10th, no to the 17th', /^You said yes to M1[\s\S]*Not taken: “no to the 17th”[\s\S]*\[Say no to the 17th\]/],
      [member, 'I changed my mind, I can come after all', /^No invitation to a meeting waits[\s\S]*\[M1 Quarterly\]/],
      [other, 'I’ll be 15 min late', /^You said yes to M1[\s\S]*see: 15 minutes late/],
      [focal('wco'), 'tentative, waiting for approval', /^You said maybe to M1[\s\S]*see: waiting for approval/],
      [focal('icao'), 'only for the first hour', /^You said yes to M1[\s\S]*see: only for the first hour/],
      [focal('imo'), 'we can’t come because of the assembly', /^You said no to M1[\s\S]*see: because of the assembly/],
    ])) // biome-ignore format: a table

  test('and asks about it: where it is held, when that is elsewhere, and to be reminded', () =>
    say([
      [member, 'where do I dial in?', /^M1 Quarterly/],
      [member, 'what time is that in Nairobi?', /^M1 Quarterly.*16:00 \(Africa\/Nairobi\)/],
      [member, 'remind me an hour before', /^R1: I will remind you Thu 10 Dec 2026, 13:00.*: M1 Quarterly/],
      [member, 'can we do it on the 11th instead?', /^Which meeting do you mean\? Nothing was changed/],
      [member, 'We participate in the global forum on terrorism and crime every single year', /Shall I post it|nothing was done/],
    ])) // biome-ignore format: a table
})

test('a chair puts off, calls off and asks about a meeting that is named by its words or its day', () =>
  say([
    [chair, 'put the quarterly meeting off by a week', /to Thu 17 Dec 2026, 14:00/],
    [chair, '/meeting move M1 start:"10 Dec 14:00"', /to Thu 10 Dec 2026, 14:00/],
    [chair, 'tell everyone the room is now C5', /Did you mean M1|^Changed: Quarterly[\s\S]*C5/],
    [chair, 'everyone still OK for the 10th?', /^Who comes to M1/],
    [chair, 'has UNODC replied?', /^M1 Quarterly/],
    [chair, 'we’ll meet again on 14 Jan at 2pm', /meeting schedule still needs: wg/],
    [chair, '/meeting schedule "Drones call" wg:ETCIP start:"26 Nov 14:00" confirm:yes', /^Scheduled M3/],
    [chair, 'cancel Thursday’s call, not enough people', /^Cancel the meeting M3 Drones call/],
    [chair, 'yes', /^Cancelled M3/],
    [focal('who'), 'yes with pleasure', /^You said yes to M1/],
    [focal('who'), 'Sorry, double booked on the 10th', /^You said no to M1[\s\S]*see: double booked/],
    [focal('dss'), 'count us out', /^You said no to M1/],
  ])) // biome-ignore format: a table

test('a chair speaks in half sentences in the meeting and after it', async () => {
  await here.turn('2026-12-10T12:50:00Z')
  await say([
    [chair, '/meeting agenda add M1 item:"1. drones 2. AOB"', /Put on the agenda/],
    [chair, 'who’s coming today?', /^M1 Quarterly/],
    [chair, 'we start 10 minutes late', /to Thu 10 Dec 2026, 14:10/],
    [chair, '/meeting move M1 start:14:00', /to Thu 10 Dec 2026, 14:00/],
    [chair, 'start without quorum', /^Started M1/],
    [chair, 'CTED takes the minutes', /: CTED takes the minutes$/m],
    [chair, 'CTED and UNODC are here', /: Present: CTED, UNODC$/m],
    [chair, 'minute that Italy offered to host', /: Italy offered to host$/m],
    [chair, 'no decision on drones', /: No decision on drones$/m],
    [chair, 'let’s take 10', /: Break of 10 minutes$/m],
    [chair, 'back in 10', /: Break of 10 minutes$/m],
    [chair, 'take five', /: Break of 5 minutes$/m],
    [chair, 'next point', /^Now: 2\. AOB/],
    [chair, 'action for WCO and IMO: comments by 18 Dec', /“WCO and IMO” names 2, and an action has one owner/],
    [chair, 'park this for next time', /: Kept for the next meeting$/m],
    [chair, 'action for UNODC: circulate the draft by 18 Dec', /^Recorded for M1 Quarterly: A1/],
    [chair, 'that’s it, thanks everyone', /^Ended M1/],
  ]) // biome-ignore format: a table
  await here.turn('2026-12-10T15:30:00Z')
  await say([
    [chair, 'what did we decide today?', /^Minutes of M1/],
    [chair, 'send the minutes', /^Minutes of M1 Quarterly, to be shared[\s\S]*Nobody was written to/],
    [chair, 'share the minutes with the group', /^Minutes of M1 Quarterly, to be shared/],
    [chair, 'who owes us what', /A1 .*UNODC/],
    [member, 'what are my actions', /A1 /],
    [member, 'need another week for A1', /^Changed: A1 .*due 25 Dec 2026/],
    [member, 'done, sent it this morning', /action done still needs: action[\s\S]*note: sent it this morning/],
    [chair, 'A1 slipped to mid-January', /“mid-January” may be any of several days/],
    [member, 'done A1', /^Done: A1/],
    [chair, 'A1 is not done', /^Open again: A1/],
    [member, 'we did A1 last week', /^Done: A1/],
    [chair, 'A1 is not done', /^Open again: A1/],
    [chair, 'close A1, they sent it', /^Done: A1[\s\S]*: they sent it$/m],
  ]) // biome-ignore format: a table
})
