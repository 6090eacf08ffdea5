import { option, required } from '../../src/core/option.ts'

/** The meeting that a command is about. */
export const which = required(option.meeting({ about: 'M12, or words of its title' }))
