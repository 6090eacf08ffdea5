import type { Trx } from '../../db/store/db.ts'
import type { Caller } from '../core/feature/caller.ts'
import { dayOf } from '../core/time/day.ts'
import { stranger } from './caller/identifyCaller.ts'
import type { Run } from './run.ts'
import type { Context } from './services.ts'

/** What a handler is given. `caller` is null for an account that belongs to nobody known. */
export function contextOf(
  { services, invocation, trace, now }: Run,
  db: Trx,
  { caller, confirmed }: { readonly caller: Caller | null; readonly confirmed: boolean },
): Context {
  const { hasMail, publicUrl, askAbove, calendars, secrets, mentionsOn } = services
  const zone = caller?.zone ?? 'UTC'
  return {
    db,
    now,
    zone,
    today: dayOf(now, zone),
    // Only `everyone` lets an unlinked account in, and those handlers look at the invocation alone.
    caller: caller ?? stranger,
    invocation,
    confirmed,
    fromForm: trace.present !== undefined,
    askAbove,
    hasMail,
    calendars: { google: calendars.google?.email, microsoft: calendars.microsoft !== undefined },
    mentions: mentionsOn?.(invocation.place.platform),
    conceal: secrets.conceal,
    conceals: secrets.conceals,
    addressOf: (path) => (publicUrl === undefined ? undefined : `${publicUrl}${path}`),
    notify: (notices) => {
      trace.notices.push(...notices)
    },
    mail: (letter) => {
      trace.letters.push(letter)
    },
    disclosed: (shown) => {
      trace.shown.push(...shown)
    },
    about: (subject) => {
      if (isAnother(trace.subject, subject)) trace.several = true
      trace.subject = subject
    },
  }
}

/** Whether two subjects are different records of one kind. */
function isAnother(before: string | null, subject: string): boolean {
  return before !== null && before !== subject && before.split(':')[0] === subject.split(':')[0]
}
