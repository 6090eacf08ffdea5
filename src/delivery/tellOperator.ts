import type { ClaimedNotice } from '../../db/ledger/claims/claimNotices.ts'
import type { Recipient } from '../core/adapter.ts'
import type { Letter } from '../core/feature/notice.ts'
import { block, button, type Message, message, rich } from '../core/message.ts'
import type { Log } from '../process/log.ts'
import { type Alert, alertKind } from './alert.ts'

export interface TellMeans {
  readonly alert: Alert
  readonly log: Log
}

/**
 * Reports, once a day, that somebody has no account to write to: in a new workspace that is true of nearly everybody.
 */
export async function tellOfUnreached(deps: TellMeans, { kind, room, name }: ClaimedNotice): Promise<void> {
  if (kind === alertKind || room) return
  await tell(deps, [
    'unreached',
    message(
      rich`Not everybody hears of what concerns them: ${name}, for one, has no account that I can write to. They will hear from me once they have linked one (/profile link) or a workspace vouches for their e-mail address.`,
    ),
  ])
}

/** Reports a letter that its reader’s mail server refused for good, or that was tried in vain for a day. */
export async function tellOfRefusedLetter(deps: TellMeans, letter: Letter, why: string): Promise<void> {
  const { to, subject, unsubscribe, name = to } = letter
  deps.log.warn({ why }, 'a letter was refused for good')
  // Of a code that somebody asked for at a wrong address, nobody else needs to hear.
  if (letter.codeId !== undefined) return
  const ways = [
    button('Take it off the list', 'newsletter subscribers remove', { email: to }),
    button('The list', 'newsletter subscribers list'),
  ]
  await tell(deps, [
    `refused:${to}`,
    message(
      rich`“${subject}” could not be sent to ${name}, and is not tried again: ${why}`,
      ...(unsubscribe === undefined ? [] : [block.buttons(...ways)]),
    ),
  ])
}

/** Reports, once a day, that letters wait: while a mail server is away that is true of all of them. */
export async function tellOfWaitingLetter(
  deps: TellMeans,
  { to, subject, name = to, codeId }: Letter,
  why: string,
): Promise<void> {
  if (codeId !== undefined) return
  await tell(deps, [
    'letters-wait',
    message(
      rich`Letters wait, “${subject}” to ${name} for one: the mail server does not take it. Each is tried again for about a day. ${why}`,
    ),
  ])
}

/**
 * Reports, once a day for a whole platform, that people cannot be written to there: on its first day that is true of
 * many.
 */
export async function tellOfClosed(
  deps: TellMeans,
  platform: string,
  { name }: Pick<Recipient, 'name'>,
  why: string,
): Promise<void> {
  await tell(deps, [
    `${platform}:closed`,
    message(rich`Not everybody on ${platform} can be written to: ${name}, for one. ${why}`),
  ])
}

/** Reports a delivery that was given up after its last try. */
export async function tellOfTiring(
  deps: TellMeans,
  { kind, room, name }: ClaimedNotice,
  why: string,
): Promise<void> {
  if (kind === alertKind) return
  await tell(deps, [
    'tired',
    message(
      rich`I could not deliver everything today: I tried in vain to reach ${room ? 'a group’s room' : name} and gave up (${kind}). ${why}`,
    ),
  ])
}

/** Enters an alert. A failure goes into the log alone. */
export async function tell(
  { alert, log }: TellMeans,
  [key, notice]: readonly [key: string, message: Message],
): Promise<void> {
  await alert(key, notice).catch((error: unknown) => log.error({ err: error }, 'failed to enter an alert'))
}
