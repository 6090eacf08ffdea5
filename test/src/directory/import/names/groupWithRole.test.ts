import { expect, test } from 'vitest'

import { withRole } from '../../../../../src/directory/import/names/groupWithRole.ts'

test.each([
  ['WATER (member)', 'WATER', 'member'],
  ['ETCIP (Vice-chair)', 'ETCIP', 'Vice-chair'],
  ['BSM [observer]', 'BSM', 'observer'],
  ['Ports and Harbours (PORTS) (chair)', 'Ports and Harbours (PORTS)', 'chair'],
  ['WATER: chair', 'WATER', 'chair'],
  ['Chair: WATER', 'WATER', 'Chair'],
  ['WATER – co-chair', 'WATER', 'co-chair'],
  ['WATER - alternate', 'WATER', 'alternate'],
  ['vice-chair of the Group on Ports', 'the Group on Ports', 'vice-chair'],
  ['WATER focal point', 'WATER', 'focal point'],
  ['WATER (Working Group on Water)', 'WATER (Working Group on Water)', undefined],
  ['Representative of the Secretary-General', 'Representative of the Secretary-General', undefined],
  ['Group O', 'Group O', undefined],
  ['WATER', 'WATER', undefined],
])('%s in a cell is %s as %s', (cell, name, role) => {
  expect(withRole(cell)).toEqual(role === undefined ? { name } : { name, role })
})
