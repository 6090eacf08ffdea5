import { describe, expect, test } from 'vitest'

import { readAskedRole } from '../../../../src/directory/find/askedRole.ts'

describe('a query for the holders of a role', () => {
  test.each([
    ['ETCIP vice-chair', 'vice-chair', 'etcip'],
    ['vice chair of ETCIP', 'vice-chair', 'etcip'],
    ['Deputy chair ETCIP', 'vice-chair', 'etcip'],
    ['who chairs border management?', 'chair', 'border management'],
    ['Who is the chair of the WG ETCIP', 'chair', 'etcip'],
    ['chairs', 'chair', ''],
    ['co-chairs of BMLE', 'co-chair', 'bmle'],
    ['WHO member', 'member', 'who'],
    ['observers in etcip', 'observer', 'etcip'],
  ])('“%s” asks for the %s of “%s”', (query, role, of) => {
    expect(readAskedRole(query)).toEqual({ role, of })
  })

  test.each(['WHO', 'Lauren Daly', 'members', 'chair and vice-chair of ETCIP', 'armchair'])(
    '“%s” asks for none',
    (query) => {
      expect(readAskedRole(query)).toBeUndefined()
    },
  )
})
