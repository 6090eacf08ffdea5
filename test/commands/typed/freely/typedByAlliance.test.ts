import { expect, test } from 'vitest'
import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat } from '../../../support/world.ts'

const [chair, member] = [focal('interpol'), focal('unodc')]

/** Said one after the other, in one world. */
const rows: readonly (readonly [who: string, typed: string, wanted: RegExp])[] = [
  [secretariat, '/newsletter open November-December closes:2026-12-18 confirm:yes', /^Opened/],
  [member, '/update post "UNODC trained 20 clerks in Lima, Peru (12 Nov)" link:https://unodc.org/old', /^Posted U1/],
  [member, '/reminder add "send the slides" at:"24 Nov 15:00"', /^R1/],
  [chair, '/meeting schedule "Border call" wg:ETCIP start:"24 Nov 10:00" confirm:yes', /^Scheduled M1/],
  [chair, '/meeting action add M1 what:"Draft the sampling protocol" owner:UNODC', /A1/],
  [chair, '/meeting poll open "Lab review" wg:ETCIP slots:"3 Dec 14:00, 4 Dec 14:00" confirm:yes', /P1/],
  [chair, 'M1 takes place at the headquarters, room 4', /place now headquarters, room 4/],
  [chair, 'M1 takes place at 3pm', /“3pm” is a time, not a place[\s\S]*move M1 to 3pm/],
  [chair, 'add "transport of samples" to the agenda, 15 min, presented by UNODC', /M1/],
  [chair, 'Peter will draft the protocol by 15 December', /record it as an action/],
  [chair, 'let’s find a date in the second half of January for the annual review', /meeting suggest/],
  [member, 'Fri 4 dec 2pm works, thu doesnt', /^Your vote in P1[^\n]*1 no, 2 yes/],
  [member, 'yes i come', /^You said yes to M1/],
  [member, 'rmd me 2h before', /I will remind you Tue 24 Nov 2026/],
  [member, 'done with the protocol', /^Done: A1/],
  [member, 'wrong link in U1, should be https://unodc.org/new', /^Changed U1[\s\S]*Link: unodc\.org\/new|^Changed U1[\s\S]*unodc\.org\/new/],
  [member, 'that was the 13th, not the 12th', /^Changed U1 [\s\S]*\(13 Nov\)/],
  [member, 'show me what we’ve contributed since october', /^1 update:\n.*U1/],
  [member, 'I’m off from 14 to 28 December', /^You are away 14 Dec – 28 Dec 2026/],
  [member, 'on mission from 3 to 7 December', /^You are away 3 Dec – 7 Dec 2026/],
  [member, 'I’m off to lunch', /did not understand/],
  [member, 'when is the next meeting of the emerging threats group?', /^M1 Border call/],
  [member, 'set my clock to Kampala', /Africa\/Kampala/],
  [member, 'what’s my timezone set to', /^You are UNODC/],
  [member, 'how late is it in kampala', /Africa\/Kampala/],
  [member, 'what is ETCIP about', /^ETCIP, Working Group/],
  [member, 'I only want one mail per day from you', /Daily digest: at 08:00/],
  [member, 'hi, I’m new here, what can you do', /^What I can do/],
  [member, 'I’m Joseph from Kigali, how do I sign up', /^\/profile link/],
  [member, 'I am on leave next week, how do I tell you', /^(?!.*This does it)/],
  [member, 'how many partners do we have now', /^\d+ entities/],
  [secretariat, 'put U1 in the publications section instead', /^Changed U1[\s\S]*Section: Reports and publications/],
  [secretariat, 'sign off U1', /^Accepted U1/],
  [secretariat, 'send U1 back, the figures don’t match', /^Returned U1 .*the figures don’t match/],
  [member, 'take back what I just posted', /^Withdrawn U1/],
  [secretariat, 'chase everyone who is late with their contribution', /people are asked|Ask \d+|ask/],
  [chair, 'set up a call with ETCIP next thursday 10am nairobi time to review the drone alert', /^Scheduled M2: Review the drone alert \(ETCIP\), Thu 26 Nov[\s\S]*10:00 \(Africa\/Nairobi\)/],
] // biome-ignore format: a table

test('lines that a regional alliance typed in its first week do what they say, or ask', async () => {
  await inFreshWorld(monday, async (here) => {
    for (const [who, typed, wanted] of rows) expect((await here.say(who, typed)).text, typed).toMatch(wanted)
  })
})
