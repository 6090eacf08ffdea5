/** The sentence with which a reminder that comes with an office ends: how to pass the office on. */
export const handOverOffice = 'Somebody else’s by now? /directory handover passes it on.'

/** The sentence that says how to stop the reminders of a rule. */
export function leaveRule(key: string): string {
  return `Not for you? /reminder stop ${key} ends it.`
}
