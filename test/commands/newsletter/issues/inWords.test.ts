import { expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { readLine } from '../../../../src/core/language/readLine.ts'

test.each([
  ['open the next issue', 'open', {}],
  ['open an issue for november and december', 'open', { period: 'november and december' }],
  [
    'open the november december newsletter, closing 8 january',
    'open',
    { period: 'november december', closes: '8 january' },
  ],
  ['start the newsletter for March until 8 April', 'open', { period: 'March', closes: '8 April' }],
  ['open the annual issue', 'open', { kind: 'annual' }],
  ['correct the newsletter: 42 judges, not 40', 'correct', { note: '42 judges, not 40' }],
  ['remind everyone who is silent', 'nudge', { silent: 'entities' }],
  ["show me last month's newsletter", 'read', { period: 'last month' }],
  ['what came in since monday', 'list', { posted: 'since monday' }],
  ['what came in today', 'list', { posted: 'today' }],
  ['remove U2 from the newsletter', 'withdraw', { update: 'U2' }],
  ['how many people were trained this year', 'list', { words: 'trained', period: 'this year' }],
  ['make the annual report', 'draft', {}],
  ['write the annual report for 2025', 'draft', { year: '2025' }],
  ['how many meetings did we hold this year', 'meetings', {}],
  ['what is ETCIP planning', 'plan', { wg: 'ETCIP' }],
])('the newsletter and the report are asked for in plain words: %s', (line, name, fields) => {
  const read = readLine(features, line)

  expect(read).toMatchObject({ kind: 'command', command: { name } })
  expect(read.kind === 'command' && read.fields).toEqual(fields)
})

test('what else is opened or started is no issue', () => {
  for (const line of ['open a poll about the newsletter', 'start the meeting for the newsletter'])
    expect(() => readLine(features, line), line).toThrow('There is no command')
})

test.each([
  'WHO and OPCW held a joint exercise on chemical incidents in Geneva on 3-4 November',
  'WHO, OPCW and IAEA held a joint exercise in Geneva',
  'WHO and its partners trained 30 officers in Nairobi',
  'WHO in cooperation with OPCW trained 30 nurses in Lagos',
  'WHO jointly with the African Union published a handbook',
  'WHO/UNODC trained 20 nurses in Goma',
])('what an organization did is no question who did it: %s', (line) => {
  expect(() => readLine(features, line)).toThrow('Shall I post it as an update?')
})

test.each([
  ['who chairs ETCIP', 'find'],
  ['WHO and IOM', 'card'],
])('and a question or a name stays one: %s', (line, name) => {
  expect(readLine(features, line)).toMatchObject({ kind: 'command', command: { name } })
})

test.each([
  ['what should I do next', { feature: { name: 'help' }, fields: {} }],
  ['how do my colleagues get in', { feature: { name: 'help' }, fields: { feature: 'directory add person' } }],
  ['how do I add people from excel', { feature: { name: 'help' }, fields: { feature: 'directory import' } }],
  ['create the law working group', { feature: { name: 'wg' }, fields: { acronym: 'law' } }],
])('whoever sets up a framework is helped: %s', (line, wanted) => {
  expect(readLine(features, line)).toMatchObject(wanted)
})
