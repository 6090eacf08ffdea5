import { option } from '../../../src/core/option.ts'
import { rhythms } from '../../../src/meetings/cadence/rhythm.ts'
import { pillars, pillarWords } from '../../project/options.ts'
import { rhythmWords } from '../rhythmWords.ts'

/** The options that adding and editing a working group share. */
export const groupOptions = {
  number: option.integer({ about: 'Its number in lists', min: 1, max: 999 }),
  pillar: option.choice({ about: 'The pillar that it works under', choices: pillars, also: pillarWords }),
  objective: option.text({ about: 'What it is for, in a sentence', max: 500 }),
  aliases: option.text({ about: 'Other names, separated by commas or semicolons', max: 500 }),
  subjects: option.text({
    about: 'Its subjects, in the words people search for, separated by commas',
    max: 500,
  }),
  quorum: option.text({
    about: 'How many member entities a decision needs, or their share: 50%; 0 for no such rule',
    max: 40,
  }),
  rhythm: option.choice({
    about: 'How often it meets; quarterly by default',
    choices: rhythms,
    also: rhythmWords,
  }),
  source: option.text({ about: 'Where this comes from: a decision, a published report', max: 200 }),
} as const
