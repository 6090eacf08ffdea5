import { headed, type Message } from '../core/message.ts'

/** The heading of a notice, by its kind. */
const headings = new Map([
  ['accepted', 'Update accepted'],
  ['action', 'Action'],
  ['action-changed', 'Action'],
  ['alert', 'For the operator'],
  ['cancelled', 'Meeting cancelled'],
  ['clearance', 'Clearance wanted'],
  ['cleared', 'Update cleared'],
  ['closed', 'Working group'],
  ['delegation', 'Meeting in a colleague’s place'],
  ['digest', 'Reminders'],
  ['directory-report', 'Directory'],
  ['edited', 'Update changed'],
  ['forgotten', 'Person forgotten'],
  ['guest-reply', 'Answer of a guest'],
  ['handover', 'Handover'],
  ['held', 'Meeting held'],
  ['invitation', 'Invitation'],
  ['joint', 'Joint meeting'],
  ['link-request', 'Account to confirm'],
  ['linked', 'Account linked'],
  ['merged', 'Your record'],
  ['moved', 'Meeting moved'],
  ['newsletter', 'Call for updates'],
  ['nomination', 'Nomination'],
  ['nominee-wanted', 'Nomination wanted'],
  ['nudge', 'Your answer is missing'],
  ['poll', 'Poll'],
  ['project', 'Project changed'],
  ['public-calendar', 'Joint calendar'],
  ['published', 'Newsletter published'],
  ['recommendation', 'Recommendation'],
  ['reminder', 'Reminder'],
  ['reply-refused', 'Answer not counted'],
  ['report', 'Progress report'],
  ['restored', 'Restored'],
  ['retired', 'Directory'],
  ['returned', 'Update returned'],
  ['rhythm', 'Working group'],
  ['rights', 'Rights changed'],
  ['seated', 'New seat'],
  ['series-reply', 'Answer not counted'],
  ['silence', 'Silence procedure'],
  ['stale-reply', 'Answer not counted'],
  ['stand-in', 'Standing in'],
  ['started', 'Meeting started'],
  ['term', 'Role changed'],
  ['thanks', 'Newsletter published'],
  ['unstarted', 'Start taken back'],
  ['unaccepted', 'Update no longer accepted'],
  ['withdrawn', 'Update withdrawn'],
])

/** A notice as a card: one longer than a sentence gets a heading that names its kind. */
export function withHeading(message: Message, kind: string): Message {
  const heading = headings.get(kind)
  if (heading === undefined || message.heading !== undefined || message.blocks.length === 0) return message
  return headed(heading, message)
}
