import { expect, test } from 'vitest'

import { personName } from '../../../../../src/directory/import/names/personName.ts'

test.each([
  ['NANDU, Ana', 'Ana NANDU'],
  ['Ms. NANDU, Ana', 'Ana NANDU'],
  ['NANDU, Ms Ana', 'Ana NANDU'],
  ['DE LA STRAND, Uma', 'Uma DE LA STRAND'],
  ['Mr Ole Berg', 'Ole Berg'],
  ['M. Ole Berg', 'Ole Berg'],
  ['Ana Nandu', 'Ana Nandu'],
  ['Ana Nandu, PhD', 'Ana Nandu, PhD'],
  ['NANDU, PHD', 'NANDU, PHD'],
  ['M Kato', 'M Kato'],
  ['Ms', 'Ms'],
  ['王小明', '王小明'],
])('%s is read as %s', (cell, name) => {
  expect(personName(cell)).toBe(name)
})
