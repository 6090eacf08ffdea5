import { option, required } from '../../src/core/option.ts'

/** The options that describe an update beside its text. */
export const details = {
  section: option.section({ about: 'The section of the newsletter; proposed from the text by default' }),
  date: option.text({ about: 'When it was, e.g. 6-9 Mar; read from the text by default', max: 60 }),
  entities: option.entities({
    about: 'Entities involved, by acronym, separated by commas; read from the text by default',
    fromText: true,
  }),
  wg: option.group({ about: 'The working group it concerns' }),
  place: option.text({ about: 'Where it happened', max: 120 }),
  link: option.text({ about: 'The address of a page about it', max: 500 }),
  embargo: option.text({ about: 'The first day on which it may be printed, e.g. 1 Dec', max: 60 }),
} as const

/** For what may be done to several at once. */
export const whichOnes = required(
  option.records({ about: 'The update’s number, e.g. U12, or several as U12, U14', prefix: 'U' }),
)

export const updateOption = required(option.record({ about: 'The update’s number, e.g. U12', prefix: 'U' }))
