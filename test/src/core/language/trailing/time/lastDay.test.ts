import { expect, test } from 'vitest'

import { features } from '../../../../../../commands/index.ts'
import { readLine } from '../../../../../../src/core/language/readLine.ts'

const observer = { wg: 'etcip', role: 'observer', entity: 'unodc' }
const chair = { wg: 'ETCIP', role: 'chair' }

test.each([
  ['ETCIP role:chair entity:UNODC until Friday', { ...chair, entity: 'UNODC', to: 'Friday' }],
  ['ETCIP role:chair entity:UNODC until 5 March 2027', { ...chair, entity: 'UNODC', to: '5 March 2027' }],
  [
    'ETCIP role:chair entity:UNODC from Monday to Friday',
    { ...chair, entity: 'UNODC', from: 'Monday', to: 'Friday' },
  ],
  ['etcip observer unodc until Friday', { ...observer, to: 'Friday' }],
  ['etcip observer unodc to Friday', { ...observer, to: 'Friday' }],
  ['etcip observer unodc from Monday until Friday', { ...observer, from: 'from Monday', to: 'Friday' }],
  ['etcip observer unodc Friday', { ...observer, from: 'Friday' }],
])('of “/wg appoint %s” the day behind until is the last one and no first one', (typed, fields) => {
  expect(readLine(features, `/wg appoint ${typed}`)).toMatchObject({ fields })
})

test('days from one to another stay a period where one is taken', () => {
  expect(readLine(features, '/meeting list ETCIP from 1 Dec to 15 Dec')).toMatchObject({
    fields: { wg: 'ETCIP', in: 'from 1 Dec to 15 Dec' },
  })
})
