import { option, required } from '../../src/core/option.ts'

/** The options that describe an update beside its text. */
export const details = {
  section: option.section({ about: 'Where it belongs in the newsletter; read from the text unless told' }),
  date: option.text({ about: 'When it was, e.g. 6-9 Mar; read from the text unless told', max: 60 }),
  entities: option.entities({
    about: 'Who took part, by acronym, parted by commas; read from the text unless told',
  }),
  wg: option.group({ about: 'The working group that it is about' }),
  place: option.text({ about: 'Where it was', max: 120 }),
  link: option.text({ about: 'The address of a page about it', max: 500 }),
} as const

export const which = required(option.record({ about: 'The update’s number, e.g. U12', prefix: 'U' }))
