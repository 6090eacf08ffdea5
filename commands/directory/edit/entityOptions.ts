import { option } from '../../../src/core/option.ts'

export const entityKinds = [
  'member',
  'observer',
  'member-state',
  'regional-organization',
  'organization',
] as const

/** What else people call a kind. */
export const kindsCalled = {
  member: ['members', 'member entity', 'full member'],
  observer: ['observers', 'observer entity'],
  'member-state': ['member state', 'member states', 'state', 'states', 'country', 'government'],
  'regional-organization': [
    ...['regional organisation', 'regional organization', 'regional organisations', 'regional organizations'],
    ...['regional body', 'regional bodies', 'regional', 'rec'],
  ],
  organization: [
    ...['organisation', 'organisations', 'organizations', 'ngo', 'ngos', 'cso', 'csos', 'civil society'],
    ...['civil society organisation', 'civil society organization', 'foundation', 'association', 'charity'],
    ...[
      'think tank',
      'university',
      'company',
      'network',
      'other',
      'other organization',
      'other organisation',
    ],
  ],
}

/** The options that adding and editing an entity share. */
export const entityOptions = {
  kind: option.choice({
    about: 'Its kind',
    choices: entityKinds,
    also: kindsCalled,
  }),
  type: option.choice({ about: 'Of the United Nations or not', choices: ['un', 'non-un'] }),
  joined: option.day({ about: 'The day it joined' }),
  aliases: option.text({ about: 'Other names and acronyms, by comma or semicolon', max: 1000 }),
  source: option.text({
    about: 'Its source: a letter, a decision',
    max: 200,
  }),
} as const
