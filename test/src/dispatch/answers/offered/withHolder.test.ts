import { expect, test } from 'vitest'

import { option } from '../../../../../src/core/option.ts'
import { withHolder } from '../../../../../src/dispatch/answers/offered/withHolder.ts'

const choice = { label: 'CGS', holder: { name: 'Amina Bello', value: 'P4' } }
const [entity, person] = [option.entity({ about: 'Which' }), option.person({ about: 'Who' })]

test('whom an entity was named with is given where the command asks for a person, and none was given', () => {
  expect(withHolder({ entity, person }, choice, { entity: 'CGS' })).toEqual({
    label: 'CGS (Amina Bello)',
    values: { entity: 'CGS', person: 'P4' },
  })
  expect(withHolder({ entity }, choice, { entity: 'CGS' })).toEqual({
    label: 'CGS',
    values: { entity: 'CGS' },
  })
  const given = { entity: 'CGS', person: 'Kofi Ba' }
  expect(withHolder({ entity, person }, choice, given)).toEqual({ label: 'CGS', values: given })
})
