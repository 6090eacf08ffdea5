import { option, required } from '../../src/core/option.ts'

/** The meeting that a command is about. */
export const which = required(
  option.meeting({ about: 'M12, words of its title, or a group for its next one' }),
)
