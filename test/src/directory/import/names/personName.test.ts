import { expect, test } from 'vitest'

import { personName } from '../../../../../src/directory/import/names/personName.ts'

test.each([
  ['NANDU, Ana', 'Ana NANDU'],
  ['Ms. NANDU, Ana', 'Ana NANDU'],
  ['NANDU, Ms Ana', 'Ana NANDU'],
  ['DE LA STRAND, Uma', 'Uma DE LA STRAND'],
  ['Dupont, Marie', 'Marie Dupont'],
  ['Dupont, Mme Marie-Anne L.', 'Marie-Anne L. Dupont'],
  ['van der Berg, Jan', 'Jan van der Berg'],
  ["O'Neill, Ann", "Ann O'Neill"],
  ["Ann  O'Neill", "Ann O'Neill"],
  ['Nandu, PhD', 'Nandu, PhD'],
  ['Nandu, Director', 'Nandu, Director'],
  ['Nandu, Legal Officer', 'Nandu, Legal Officer'],
  ['Ana Nandu, Geneva', 'Ana Nandu, Geneva'],
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
