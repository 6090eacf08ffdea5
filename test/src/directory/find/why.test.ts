import { describe, expect, test } from 'vitest'

import { whyMatched } from '../../../../src/directory/find/why.ts'

const who = {
  acronym: 'WHO',
  name: 'World Health Organization',
  alias: ['OMS', 'ВОЗ'],
  part: ['HEC Health Emergencies Centre'],
}
const person = {
  name: 'Zoë Ångström',
  email: 'zoe@made.example',
  title: 'Legal adviser',
  entity: 'UNODC',
  station: 'Nairobi',
  country: 'Kenya',
  language: ['Swahili', 'English'],
}

describe('why a hit matched', () => {
  test.each([
    ['exact', 'who', 'exact acronym'],
    ['short', 'oms', 'also called OMS'],
    ['short', 'hec', 'its part HEC Health Emergencies Centre'],
    ['whole', 'World Health Organization', 'exact name'],
    ['slip', 'who', 'nearly the acronym'],
    ['slip', 'OSM', 'nearly also called OMS'],
    ['holds', 'health', 'name'],
    ['near', 'helth organisation', 'nearly “Health”, nearly “Organization”'],
    ['near', 'zzzz', 'sounds alike'],
  ] as const)('of an entity by %s for “%s”: %s', (match, query, why) => {
    expect(whyMatched({ kind: 'entity', match, known: who }, query)).toBe(why)
  })

  test('of an entity by a part of its Chinese name: that it is called so', () => {
    const known = { alias: ['联合国反恐怖主义办公室'] }
    expect(whyMatched({ kind: 'entity', match: 'holds', known }, '恐怖主义')).toBe(
      'also called 联合国反恐怖主义办公室',
    )
  })

  test.each([
    ['holds', 'Nairobi', 'in Nairobi'],
    ['holds', 'kenya', 'in Kenya'],
    ['near', 'speaks swahili', 'speaks Swahili'],
    ['near', 'UNODC legal adviser', 'of UNODC, title'],
    ['near', 'angstrom', 'name'],
    ['exact', 'zoe@made.example', 'exact e-mail'],
  ] as const)('of a person by %s for “%s”: %s', (match, query, why) => {
    expect(whyMatched({ kind: 'person', match, known: person }, query)).toBe(why)
  })
})
