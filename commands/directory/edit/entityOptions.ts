import { option } from '../../../src/core/option.ts'

export const entityKinds = [
  'member',
  'observer',
  'member-state',
  'regional-organization',
  'organization',
] as const

/** The options that adding and editing an entity share. */
export const entityOptions = {
  kind: option.choice({
    about: 'Its kind',
    choices: entityKinds,
  }),
  type: option.choice({ about: 'Of the United Nations or not', choices: ['un', 'non-un'] }),
  joined: option.day({ about: 'The day it joined' }),
  aliases: option.text({ about: 'Other names and acronyms, by comma or semicolon', max: 1000 }),
  source: option.text({
    about: 'Its source: a letter, a decision, a newsletter',
    max: 200,
  }),
} as const
