import type { ClaimedNotice } from '../../db/ledger/notices.ts'
import type { Recipient } from '../core/adapter.ts'
import { type Message, message, rich } from '../core/message.ts'
import type { Log } from '../process/log.ts'
import { type Alert, alertKind } from './alert.ts'

interface Means {
  readonly alert: Alert
  readonly log: Log
}

/** Once a day, since on the first day of a workspace it is true of nearly everybody. */
export async function tellOfUnreached(means: Means, { kind, room, name }: ClaimedNotice): Promise<void> {
  if (kind === alertKind || room) return
  await tell(means, [
    'unreached',
    message(
      rich`Not everybody hears of what concerns them: ${name}, for one, has no account that I can write to. They hear from me once they have linked one (/profile link) or a workspace vouches for their e-mail address.`,
    ),
  ])
}

/** Once a day for all of a platform, since on its first day it is true of many. */
export async function tellOfClosed(
  means: Means,
  platform: string,
  { name }: Pick<Recipient, 'name'>,
  why: string,
): Promise<void> {
  await tell(means, [
    `${platform}:closed`,
    message(rich`Not everybody on ${platform} can be written to: ${name}, for one. ${why}`),
  ])
}

/** What was tried for long enough is given up, and somebody should know. */
export async function tellOfTiring(
  means: Means,
  { kind, room, name }: ClaimedNotice,
  why: string,
): Promise<void> {
  if (kind === alertKind) return
  await tell(means, [
    'tired',
    message(
      rich`Not everything could be told today: ${room ? 'a group’s room' : name} was not reached for a quarter of an hour, and I gave it up (${kind}). ${why}`,
    ),
  ])
}

/** What may or may not have arrived is not said again by itself; somebody may want to ask. */
export async function tellOfDoubt(means: Means, { kind, room, name }: ClaimedNotice): Promise<void> {
  if (kind === alertKind) return
  await tell(means, [
    'doubt',
    message(
      rich`It is not certain that everything arrived today: the connection ended while ${room ? 'a group’s room' : name} was being told of something (${kind}). I do not say it a second time by myself.`,
    ),
  ])
}

/** Enters an alert; that it could not be entered stands in the log alone. */
export async function tell(
  { alert, log }: Means,
  [key, said]: readonly [key: string, message: Message],
): Promise<void> {
  await alert(key, said).catch((error: unknown) => log.error({ err: error }, 'an alert could not be entered'))
}
