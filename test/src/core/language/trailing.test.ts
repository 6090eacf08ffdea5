import { expect, test } from 'vitest'

import { takeTrailing } from '../../../../src/core/language/trailing/trailing.ts'
import { option, required } from '../../../../src/core/option.ts'

const about = ''
const meeting = required(option.meeting({ about }))
const commands = {
  schedule: {
    title: required(option.text({ about })),
    wg: required(option.groups({ about })),
    start: required(option.moment({ about })),
    duration: option.duration({ about }),
  },
  poll: {
    title: required(option.text({ about })),
    wg: required(option.groups({ about })),
    slots: required(option.text({ about })),
  },
  wrong: { record: required(option.text({ about, max: 200 })), what: required(option.text({ about })) },
  edit: { wg: required(option.group({ about })), quorum: option.integer({ about }) },
  attendees: { meeting, nudge: option.flag({ about }), invite: option.entities({ about }) },
  move: { meeting, start: option.moment({ about }) },
  hold: {
    meeting,
    summary: required(option.text({ about })),
    attended: option.entities({ about }),
  },
  agenda: {
    meeting,
    item: required(option.text({ about })),
    presenter: option.text({ about }),
    minutes: option.duration({ about }),
  },
  action: { meeting, what: required(option.text({ about })), due: option.day({ about }) },
  section: {
    update: required(option.record({ about, prefix: 'U' })),
    section: required(option.section({ about })),
  },
  entity: {
    acronym: required(option.text({ about, max: 60 })),
    name: required(option.text({ about, max: 200 })),
    kind: option.choice({ about, choices: ['member', 'observer'] }),
  },
  join: { wg: required(option.group({ about })), entity: required(option.entities({ about })) },
  appoint: {
    wg: required(option.group({ about })),
    role: required(option.choice({ about, choices: ['chair', 'vice-chair'] })),
    entity: required(option.entity({ about })),
  },
  figure: { figure: required(option.text({ about })), value: required(option.integer({ about })) },
  pass: { period: option.period({ about }), entity: option.entity({ about }) },
  calendar: {
    wg: option.group({ about }),
    of: option.choice({ about, choices: ['mine', 'all'], trailing: true }),
    meeting: option.meeting({ about }),
  },
}

test.each([
  ['pass', 'WHO', { entity: 'WHO' }],
  ['pass', 'for UN Women', { entity: 'UN Women' }],
  ['pass', 'Nov-Dec 2026', { period: 'Nov-Dec 2026' }],
  ['pass', 'No. 3', { period: 'No. 3' }],
  ['pass', 'WHO, November-December 2026', { entity: 'WHO', period: 'November-December 2026' }],
  [
    'pass',
    '2026-11..2026-12 1267 Monitoring Team',
    { entity: '1267 Monitoring Team', period: '2026-11..2026-12' },
  ],
  ['schedule', '"Joint session" tomorrow 3pm', { title: 'Joint session', start: 'tomorrow 3pm' }],
  ['schedule', '"Plenary" ETCIP 14/12 10h', { title: 'Plenary', wg: 'ETCIP', start: '14/12 10h' }],
  [
    'schedule',
    '"Plenary" ETCIP 9 March 2027 15:00 1h30',
    { title: 'Plenary', wg: 'ETCIP', start: '9 March 2027 15:00', duration: '1h30' },
  ],
  ['schedule', 'ETCIP "Plenary" 14/12 10h', { title: 'Plenary', wg: 'ETCIP', start: '14/12 10h' }],
  ['schedule', 'Friday review', { title: 'Friday review' }],
  ['schedule', 'tomorrow review', { title: 'review', start: 'tomorrow' }],
  ['schedule', 'ETCIP "Plenary" and more', { title: 'ETCIP "Plenary" and more' }],
  ['poll', '"Plenary" ETCIP 14/12 10h', { title: 'Plenary', wg: 'ETCIP', slots: '14/12 10h' }],
  ['wrong', '"WHO focal point" has moved', { record: 'WHO focal point', what: 'has moved' }],
  ['wrong', 'focal@who.example has moved', { record: 'focal@who.example', what: 'has moved' }],
  ['wrong', 'P33 phone is wrong', { record: 'P33', what: 'phone is wrong' }],
  ['wrong', 'WHO has moved', { record: 'WHO has moved' }],
  ['edit', 'ETCIP quorum 9', { wg: 'ETCIP', quorum: '9' }],
  ['edit', 'Working Group quorum 9', { wg: 'Working Group quorum 9' }],
  ['schedule', '"Plenary" ETCIP and more', { title: '"Plenary" ETCIP and more' }],
  ['hold', 'M1 "We discussed drones"', { meeting: 'M1', summary: 'We discussed drones' }],
  ['hold', 'M1 "Drones" and more', { meeting: 'M1', summary: '"Drones" and more' }],
  ['hold', 'M1 discussed drones', { meeting: 'M1', summary: 'discussed drones' }],
  ['agenda', 'M1 "Budget" 15 min', { meeting: 'M1', item: 'Budget', minutes: '15 min' }],
  ['action', 'M1 "Send the list" by Friday', { meeting: 'M1', what: 'Send the list', due: 'Friday' }],
  ['section', 'U3 to publications', { update: 'U3', section: 'publications' }],
  ['entity', 'ECOWAS "Economic Community"', { acronym: 'ECOWAS', name: 'Economic Community' }],
  ['entity', 'PGHM Peloton de montagne', { acronym: 'PGHM', name: 'Peloton de montagne' }],
  ['entity', 'UN Women', { acronym: 'UN Women' }],
  ['join', 'YOUTH UNDP, IOM and WHO', { wg: 'YOUTH', entity: 'UNDP, IOM and WHO' }],
  ['join', 'Working Group on Youth', { wg: 'Working Group on Youth' }],
  ['appoint', 'ETCIP chair CTED', { wg: 'ETCIP', role: 'chair', entity: 'CTED' }],
  ['appoint', 'ETCIP head CTED', { wg: 'ETCIP head CTED' }],
  ['figure', 'visits 300000', { figure: 'visits', value: '300000' }],
  ['figure', '"Focal points" 1 012', { figure: 'Focal points', value: '1 012' }],
  ['figure', 'visits', { figure: 'visits' }],
  ['attendees', 'M1 nudge', { meeting: 'M1', nudge: 'yes' }],
  ['attendees', 'M1 invite IOM, WCO', { meeting: 'M1', invite: 'IOM, WCO' }],
  ['attendees', 'M1 invite', { meeting: 'M1 invite' }],
  ['attendees', 'Invite the States', { meeting: 'Invite the States' }],
  ['move', 'M1 start 15 Dec 14:30', { meeting: 'M1', start: '15 Dec 14:30' }],
  ['calendar', 'M1', { meeting: 'M1' }],
  ['calendar', 'all', { of: 'all' }],
  ['calendar', 'ETCIP', { wg: 'ETCIP' }],
] as const)('/meeting %s %s is read without the names of its options', (command, typed, read) => {
  const options = commands[command]
  const fields: Record<string, string> = { [Object.keys(options)[0] ?? '']: typed }
  takeTrailing(options, fields)
  expect(fields).toEqual(read)
})
