import { expect, test } from 'vitest'

import { features } from '../../../../../../commands/index.ts'
import { readLine } from '../../../../../../src/core/language/readLine.ts'

function fieldsOf(line: string) {
  const read = readLine(features, `/reminder add ${line}`)
  return read.kind === 'command' ? read.fields : read
}

test.each([
  'at ten to five call Bob',
  'send the form on Good Friday at 10am',
  'send the note on Easter Monday at 9am',
  'call the shop on Boxing Day at 9am',
  'call Mr Abend',
  'llamar a Tarde',
  'write to Noon',
])('an hour that goes on, a day by its name and a person’s name set no other time: %s', (text) => {
  expect(fieldsOf(text)).toEqual({ text })
})

test.each([
  ['from nine to five be at the desk tomorrow 9am', 'tomorrow 9am', 'from nine to five be at the desk'],
  ['call Mrs Noon tomorrow noon', 'tomorrow noon', 'call Mrs Noon'],
  ['um 14 Uhr alle anrufen', 'um 14 Uhr', 'alle anrufen'],
  ['plan for Easter tomorrow 10:00', 'tomorrow 10:00', 'plan for Easter'],
])('the time beside them is taken: %s', (line, at, text) => {
  expect(fieldsOf(line)).toEqual({ at, text })
})
