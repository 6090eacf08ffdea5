import { option, required } from '../../src/core/option.ts'

const about = 'M12, title, group or day'

/** The meeting that a command is about. */
export const meetingOption = required(option.meeting({ about }))

/** The same; the one that goes on in the room need not be named. */
export const underWay = required(option.meeting({ about, implied: 'under way' }))

/** The same, for what is done in a meeting that goes on and in no other. */
export const sitting = required(option.meeting({ about, implied: 'only under way' }))

/** The same; whoever says that they are there need not name the one that goes on. */
export const underWayIfHere = required(option.meeting({ about, implied: 'under way if here' }))

/** The same; the one that is over and has no outcome yet need not be named by its chair. */
export const over = required(option.meeting({ about, implied: 'over' }))

/** The same; the one that its chair may open by now need not be named. */
export const aboutToBegin = required(option.meeting({ about, implied: 'about to begin' }))
