/** How somebody leaves an office of a group to another person: the end of a reminder that comes with the office. */
export const handOverOffice = 'Somebody else’s by now? /directory handover passes it on.'

/** How somebody hears no more by a rule. */
export function leaveRule(key: string): string {
  return `Not for you? /reminder stop ${key} ends it.`
}
