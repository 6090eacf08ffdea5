import { expect, test } from 'vitest'

import { withoutRecord } from '../../../../src/directory/find/withoutRecord.ts'

test('two who share a last name without a record are each said with their own roles', () => {
  const text = withoutRecord([
    { name: 'Lauren Daly', role: 'co-chair', group: 'ETCIP', entity: 'CTED' },
    { name: 'Rikamo Daly', role: 'chair', group: 'ETCIP', entity: 'WHO' },
    { name: 'Lauren Daly', role: 'vice-chair', group: 'ETCIP', entity: 'CTED' },
  ])?.message

  expect(text).toContain(
    'Lauren Daly has no record of their own in the directory, but is on file as co-chair of ETCIP for CTED and vice-chair of ETCIP for CTED.',
  )
  expect(text).toContain(
    'Rikamo Daly has no record of their own in the directory, but is on file as chair of ETCIP for WHO.',
  )
})
