import { notComing } from './answers.ts'

const we = "i am|i'm|we are|we're"
const clashes = ['double booked', 'in another meeting', 'tied up', 'busy']

/** Why somebody does not come. */
const reasons = 'on mission,on leave,on travel,on holiday,travelling,sick,away,out of office'.split(',').concat(clashes) // biome-ignore format: a table

const be = "(i will|i'll|we will|we'll) be|i am|i'm|we are|we're|running"
const instead = '(instead [of (me|us)]|in (my|our) place|on (my|our) behalf|for me)'

/** Coming late, for a part or not for a reason, and who comes in one’s place, where the meeting is left out. */
export const inShort: readonly (readonly [string, string])[] = [
  [`(${be}) [a (bit|little|few minutes)] late`, 'meeting rsvp yes note:"I will be late"'],
  [`[${be}] # (min|mins|minutes) late`, 'meeting rsvp yes note:"# minutes late"'],
  [`(${be}) … late (to|for) M#`, 'meeting rsvp # yes note:"… late"'],
  [`${notComing} (because|since|as|due to|owing to) …`, 'meeting rsvp no note:"because …"'],
  [
    '[yes] [but] [i can [join]|we can [join]] only (for|until|from|till) the …',
    'meeting rsvp yes note:"only for the …"',
  ],
  ['(maybe|tentative|tentatively|probably) …', 'meeting rsvp maybe note:"…"'],
  [
    `… (will (come|attend|join|participate|be there)|comes|attends|joins|is coming) ${instead}`,
    'meeting rsvp no delegate:…',
  ],
  [
    `[sorry] [(i|we)] (can't|cannot|can not|won't) (make it|come|attend|join|be there) … (will|can) (go|come|attend|join|be there|cover|stand in) (for (me|us)|in my place|in our place|instead [of me])`,
    'meeting rsvp no delegate:…',
  ],
  ['… (will (represent|replace|stand in for)|represents|replaces) (me|us)', 'meeting rsvp no delegate:…'],
  ...reasons.map((why) => [`(no|no,|sorry,) [${we}] ${why}`, `meeting rsvp no note:"${why}"`] as const),
  // Whoever is away says so without a meeting, too.
  ...clashes.flatMap((why) => [
    [`[no|sorry] [${we}] ${why} [to|on|for|at] M#`, `meeting rsvp # no note:"${why}"`] as const,
  ]),
]
