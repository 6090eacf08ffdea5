import type { ClaimedNotice } from '../../../db/ledger/claims/claimNotices.ts'
import type { NoticeJob } from './noticeJob.ts'

/** A claimed notice whose delivery has not started. */
export interface HeldNotice {
  readonly job: NoticeJob
  readonly notice: ClaimedNotice
  readonly recorded: () => void
}

/** Claimed notices by conversation, since messages of one conversation keep their order. */
export interface Conversations {
  add(held: HeldNotice): void
  /** The notices of a conversation that nobody delivers yet; those added before its end are found in it too. */
  next(): HeldNotice[] | undefined
  /** Ends the conversation of a notice, once all that was in it is delivered. */
  end(notice: ClaimedNotice): void
  /** Empties all conversations, those under way too. */
  takeAll(): readonly HeldNotice[]
}

export function createConversations(): Conversations {
  const all = new Map<string, HeldNotice[]>()
  const ready: HeldNotice[][] = []
  return {
    add(held) {
      const key = conversationOf(held.notice)
      const known = all.get(key)
      if (known) {
        known.push(held)
        return
      }
      const begun = [held]
      all.set(key, begun)
      ready.push(begun)
    },
    next: () => ready.shift(),
    end(notice) {
      all.delete(conversationOf(notice))
    },
    takeAll: () => [...all.values()].flatMap((one) => one.splice(0)),
  }
}

function conversationOf({ room, recipients: [first] }: ClaimedNotice): string {
  if (room) return [room.platform, room.tenant, room.channel].join(' ')
  return first ? [first.platform, first.tenant, first.account, first.email].join(' ') : ''
}
