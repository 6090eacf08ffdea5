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
  },
  attendees: { meeting, nudge: option.flag({ about }), invite: option.entities({ about }) },
  move: { meeting, start: option.moment({ about }) },
  calendar: {
    wg: option.group({ about }),
    of: option.choice({ about, choices: ['mine', 'all'], trailing: true }),
    meeting: option.meeting({ about }),
  },
}

test.each([
  ['schedule', '"Joint session" tomorrow 3pm', { title: 'Joint session', start: 'tomorrow 3pm' }],
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
