import { headed, type Message } from '../core/message.ts'

/** The heading of a notice, by its kind. */
const headings = new Map([
  ['accepted', 'Update accepted'],
  ['action', 'Action'],
  ['alert', 'For the operator'],
  ['cancelled', 'Meeting cancelled'],
  ['clearance', 'Clearance wanted'],
  ['cleared', 'Update cleared'],
  ['delegation', 'Meeting in a colleague’s place'],
  ['digest', 'Reminders'],
  ['directory-report', 'Directory'],
  ['edited', 'Update changed'],
  ['handover', 'Handover'],
  ['held', 'Meeting held'],
  ['invitation', 'Invitation'],
  ['link-request', 'Account to confirm'],
  ['linked', 'Account linked'],
  ['moved', 'Meeting moved'],
  ['nomination', 'Nomination'],
  ['nominee-wanted', 'Nomination wanted'],
  ['nudge', 'Your answer is missing'],
  ['poll', 'Poll'],
  ['published', 'Newsletter published'],
  ['reminder', 'Reminder'],
  ['restored', 'Restored'],
  ['returned', 'Update returned'],
  ['rights', 'Rights changed'],
  ['seated', 'New seat'],
  ['silence', 'Silence procedure'],
  ['started', 'Meeting started'],
  ['thanks', 'Newsletter published'],
  ['withdrawn', 'Update withdrawn'],
])

/** A notice as a card: one longer than a sentence gets a heading that names its kind. */
export function withHeading(said: Message, kind: string): Message {
  const heading = headings.get(kind)
  if (heading === undefined || said.heading !== undefined || said.blocks.length === 0) return said
  return headed(heading, said)
}
