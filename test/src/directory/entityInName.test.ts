import { expect, test } from 'vitest'

import { entityCalled, partsOfName } from '../../../src/directory/entityInName.ts'

test.each([
  ['Jo Doe (WHO)', { name: 'Jo Doe', behind: 'WHO' }],
  ['Jo Doe, WHO', { name: 'Jo Doe', behind: 'WHO' }],
  ['Jo Doe', undefined],
  ['Doe, Jo, WHO', undefined],
  ['(WHO)', undefined],
])('what stands behind the name in “%s” is parted from it', (typed, parts) => {
  expect(partsOfName(typed)).toEqual(parts)
})

test('an acronym in any letter case is that of its entity, as long as that has not left', () => {
  const entities = [
    { acronym: 'WHO', retired: null },
    { acronym: 'OLD', retired: '2020-01-01' },
  ]
  expect(entityCalled('who', entities)?.acronym).toBe('WHO')
  expect(entityCalled('OLD', entities)).toBeUndefined()
  expect(entityCalled('Jr.', entities)).toBeUndefined()
})
