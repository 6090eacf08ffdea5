/** Whoever may ask: in the order of the table's columns. */
export const roles = [
  'unknown',
  'gone',
  'left',
  'other',
  'observer',
  'member',
  'vice',
  'chair',
  'office',
] as const
export type Role = (typeof roles)[number]

/** One action of the play, and who may do it; whoever may not is refused. */
export interface Step {
  readonly command: string
  readonly fields: Readonly<Record<string, string>>
  readonly may: readonly Role[]
  /** Who does it where the role may not, so that the play goes on; nobody where it changes nothing. */
  readonly instead?: 'chair' | 'member'
  /** Turns the clock first. */
  readonly at?: string
}

const leaders: readonly Role[] = ['vice', 'chair', 'office']
const members: readonly Role[] = ['member', ...leaders]
const ofGroup: readonly Role[] = ['observer', ...members]
const known: readonly Role[] = ['left', 'other', ...ofGroup]
const invited: readonly Role[] = ['observer', 'member', 'vice', 'chair']
const entities: readonly Role[] = ['member', 'vice', 'chair']
const office: readonly Role[] = ['office']

function step(may: readonly Role[], command: string, fields: Step['fields'], rest: Partial<Step> = {}): Step {
  return { command, fields, may, ...rest }
}

const chairs = { instead: 'chair' } as const
const m1 = { meeting: 'M1' }

/**
 * A group's work from a poll to the minutes: each action once, in an order in which each is possible. M1 is the meeting,
 * M2 one that was taken off, M3 what the poll came to.
 */
export const play: readonly Step[] = [
  step(leaders, 'meeting suggest', { wg: 'ETCIP' }),
  step(leaders, 'meeting schedule', { title: 'Quarterly', wg: 'ETCIP', start: '2026-12-10T13:30Z', confirm: 'yes' }, chairs),
  step(leaders, 'meeting schedule', { title: 'Taken off', wg: 'ETCIP', start: '2026-12-11T13:30Z', confirm: 'yes' }, chairs),
  step(leaders, 'meeting poll open', { title: 'Next', wg: 'ETCIP', slots: '14 Jan 14:30; 15 Jan 09:00' }, chairs),
  step(invited, 'meeting poll vote', { poll: 'P1', slots: '1' }),
  step(ofGroup, 'meeting poll show', { poll: 'P1' }),
  step(leaders, 'meeting poll extend', { poll: 'P1', until: '4 Jan 14:30' }, chairs),
  step(leaders, 'meeting poll close', { poll: 'P1' }, chairs),
  step(leaders, 'meeting poll settle', { poll: 'P1', slot: '1', confirm: 'yes' }, chairs),
  step(known, 'meeting list', {}),
  step(known, 'meeting show', m1),
  step(invited, 'meeting rsvp', { ...m1, answer: 'yes' }),
  step(leaders, 'meeting attendees', m1),
  step(leaders, 'meeting attendees', { ...m1, invite: 'IOM', confirm: 'yes' }, chairs),
  step(leaders, 'meeting attendees', { ...m1, nudge: 'yes', confirm: 'yes' }, chairs),
  step(leaders, 'meeting move', { ...m1, start: '2026-12-10T14:00Z', confirm: 'yes' }, chairs),
  step(leaders, 'meeting edit', { ...m1, place: 'Room 5', confirm: 'yes' }, chairs),
  step(leaders, 'meeting cancel', { meeting: 'M2', confirm: 'yes' }, chairs),
  step(leaders, 'meeting restore', { meeting: 'M2' }, chairs),
  step(members, 'meeting agenda add', { ...m1, item: 'Drones' }, chairs),
  step(members, 'meeting agenda add', { ...m1, item: 'Ports' }, chairs),
  step(ofGroup, 'meeting agenda show', m1),
  step(members, 'meeting agenda edit', { ...m1, item: '1', minutes: '20m' }, chairs),
  step(members, 'meeting agenda order', { ...m1, items: '2, 1' }, chairs),
  step(members, 'meeting agenda edit', { ...m1, item: '1', minutes: '20m' }, chairs),
  step(members, 'meeting agenda remove', { ...m1, item: '2' }, chairs),
  step(leaders, 'meeting start', m1, { ...chairs, at: '2026-12-10T13:45:00Z' }),
  step(invited, 'meeting rsvp', { ...m1, answer: 'here' }),
  step(leaders, 'meeting next', m1, chairs),
  step([...ofGroup], 'meeting queue', { ...m1, what: 'raise' }, { instead: 'member' }),
  step(leaders, 'meeting queue', { ...m1, what: 'call' }, chairs),
  step(ofGroup, 'meeting note', { ...m1, text: 'WHO offered a room' }, chairs),
  step(leaders, 'meeting propose', { ...m1, text: 'To meet in May' }, chairs),
  step(entities, 'meeting note', { ...m1, text: 'Too early', objects: 'R1' }),
  step(leaders, 'meeting resolve', { ...m1, outcome: 'adopted' }, chairs),
  step(members, 'meeting action add', { ...m1, what: 'Book the room', owner: 'CTED' }, chairs),
  step(known, 'meeting action list', {}),
  step(ofGroup, 'meeting action list', { wg: 'ETCIP' }),
  step(members, 'meeting action hand-over', { action: 'A1', owner: 'OHCHR' }, chairs),
  step(members, 'meeting action done', { action: 'A1' }, chairs),
  step(members, 'meeting action add', { ...m1, what: 'Nothing', owner: 'CTED' }, chairs),
  step(members, 'meeting action edit', { action: 'A2', what: 'Book a room' }, chairs),
  step(members, 'meeting action remove', { action: 'A2' }, chairs),
  step(leaders, 'meeting end', m1, chairs),
  step(leaders, 'meeting hold', { ...m1, summary: 'discussed drones', attended: 'CTED, WHO' }, chairs),
  step(ofGroup, 'meeting minutes', { ...m1, rendition: 'shareable' }),
  step(members, 'meeting minutes', { ...m1, rendition: 'internal' }),
  step(ofGroup, 'meeting history', m1),
  step(leaders, 'meeting silence open', { text: 'The work plan', wg: 'ETCIP', until: '5 working days', confirm: 'yes' }, chairs),
  step(leaders, 'meeting silence extend', { silence: 'S1', until: 'by 2 days', confirm: 'yes' }, chairs),
  step(ofGroup, 'meeting silence list', { silence: 'S1' }),
  step(ofGroup, 'meeting silence list', { wg: 'ETCIP' }),
  step(entities, 'meeting silence break', { silence: 'S1', reason: 'Too vague', confirm: 'yes' }),
  step(known, 'meeting calendar', {}),
  step(known, 'meeting calendar', m1),
  step(office, 'meeting calendar', { public: 'yes', confirm: 'yes' }),
] // biome-ignore format: a table
