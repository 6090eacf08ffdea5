import type { Invitee } from '../../db/meetings/invitations.ts'
import type { Meeting } from '../../db/meetings/rows.ts'
import type { Message } from '../../src/core/message.ts'
import type { Context } from '../define.ts'

interface News {
  readonly kind: 'invitation' | 'moved' | 'cancelled' | 'restored'
  say(zone: string): Message
  /** When the meeting was to begin before. */
  readonly formerly?: Date
}

/**
 * Tells every person invited once per state of the meeting, each with the times of their own zone, and in time for it
 * or for when it was to begin before.
 */
export function tellInvitees(
  context: Context,
  meeting: Pick<Meeting, 'id' | 'sequence' | 'startsAt'>,
  invitees: readonly Invitee[],
  { kind, say, formerly = meeting.startsAt }: News,
): void {
  const neededBy = earlier(meeting.startsAt, formerly)
  const byZone = new Map<string, Message>()
  context.notify(
    invitees.map(({ personId, zone }) => {
      const message = byZone.get(zone) ?? say(zone)
      byZone.set(zone, message)
      return {
        key: `${kind}:${meeting.id}:${meeting.sequence}:${personId}`,
        personId,
        kind,
        subject: `meeting:${meeting.id}`,
        message: message,
        neededBy,
      }
    }),
  )
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}
