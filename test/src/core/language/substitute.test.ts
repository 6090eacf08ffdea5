import { expect, test } from 'vitest'

import { features } from '../../../../commands/index.ts'
import { readLine } from '../../../../src/core/language/readLine.ts'

function fieldsOf(line: string): unknown {
  const read = readLine(features, line)
  return read.kind === 'command' ? read.fields : undefined
}

test.each([
  ["I'm out of office from 1 to 12 December, Maria covers for me", 'from 1 to 12 December', 'Maria'],
  ["I'm on leave next week and Maria Costa will cover for me", 'next week', 'Maria Costa'],
  ['/profile away 20 Dec - 5 Jan, ana@iom.example stands in', '20 Dec - 5 Jan', 'ana@iom.example'],
  ['/profile away 1-3 Feb; my deputy is Mona El-Sayed.', '1-3 Feb', 'Mona El-Sayed'],
  ['/profile away tomorrow. Please contact Omar Sy', 'tomorrow', 'Omar Sy'],
])('who stands in is named behind the days of an absence: %s', (line, days, alternate) => {
  expect(fieldsOf(line)).toEqual({ days, alternate })
})

test('days without anybody behind them are days alone', () => {
  expect(fieldsOf('/profile away 1-3 Mar and 5 Mar')).toEqual({ days: '1-3 Mar and 5 Mar' })
  expect(fieldsOf('on annual leave from 22 Dec to 5 Jan')).toEqual({ days: 'from 22 Dec to 5 Jan' })
})
