import { option, required } from '../../src/core/option.ts'

const about = 'M12, title, group or day'

/** The meeting that a command is about. */
export const meetingOption = required(option.meeting({ about }))

/** The same; in its room, the meeting under way may be left out. */
export const underWay = required(option.meeting({ about, implied: 'under way' }))

/** The same, for what can only be done while a meeting is under way. */
export const onlyUnderWay = required(option.meeting({ about, implied: 'only under way' }))

/** The same; with the answer “here” the meeting under way may be left out. */
export const underWayIfHere = required(option.meeting({ about, implied: 'under way if here' }))

/** The same; its chair may leave out the meeting that is over and has no outcome yet. */
export const justOver = required(option.meeting({ about, implied: 'over' }))

/** The same; its chair may leave out the meeting that was cancelled. */
export const cancelledMeeting = required(option.meeting({ about, implied: 'cancelled' }))

/** The same; its chair may leave out the meeting that can be started by now. */
export const aboutToBegin = required(option.meeting({ about, implied: 'about to begin' }))
