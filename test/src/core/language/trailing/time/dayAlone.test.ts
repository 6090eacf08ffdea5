import { describe, expect, it } from 'vitest'

import { features } from '../../../../../../commands/index.ts'
import { readLine } from '../../../../../../src/core/language/readLine.ts'

function fieldsOf(line: string) {
  const read = readLine(features, line)
  return read.kind === 'command' ? read.fields : undefined
}

describe('a day or a part of one alone says when, and not of what', () => {
  it.each([
    ['remind me tomorrow morning', 'tomorrow morning'],
    ['remind me Monday afternoon', 'Monday afternoon'],
    ['remind me this afternoon', 'this afternoon'],
    ['remind me tomorrow', 'tomorrow'],
    ['remind me next Friday', 'next Friday'],
    ['rappelle-moi demain matin', 'demain matin'],
    ['/reminder add Friday evening', 'Friday evening'],
  ])('%s', (line, at) => {
    expect(fieldsOf(line)).toEqual({ at })
  })

  it.each([
    ['remind me to call Bob Monday afternoon', { text: 'call Bob', at: 'Monday afternoon' }],
    ['/reminder add Sunday roast at:"tomorrow 9:00"', { text: 'Sunday roast', at: 'tomorrow 9:00' }],
    ['/reminder add Evening reception tomorrow at 9', { text: 'Evening reception', at: 'tomorrow at 9' }],
  ])('%s names both', (line, fields) => {
    expect(fieldsOf(line)).toEqual(fields)
  })
})
