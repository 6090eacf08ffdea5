import { timingSafeEqual } from 'node:crypto'

import { linkIdentity, nameOfAccount } from '../../../db/directory/identities.ts'
import { codesSentTo, hashCode, openCode, tryCode, useCode } from '../../../db/directory/linkCodes.ts'
import { countAttempt, requestLink } from '../../../db/directory/links.ts'
import { personByEmail, secretariatPeople } from '../../../db/directory/people.ts'
import { everyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { codePlace } from '../../../src/core/feature/notice.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { foldAddress } from '../../../src/core/text/addresses/mailAddress.ts'
import { readEmail } from '../../../src/directory/email.ts'
import { type Context, command, type Refusal, refusal } from '../../define.ts'
import { tellEarlierAccounts } from './tellEarlierAccounts.ts'

const attemptsAnHour = 5
/** Letters to one address, from all accounts together; beyond that the secretariat is asked, so that nobody can lock the owner out. */
const lettersAnHour = 10
const triesACode = 5
const codeMinutes = 15

export const link = command({
  name: 'link',
  about: 'Link this account to you in the directory, by your e-mail address on file',
  options: {
    email: required(
      option.text({ about: 'Your e-mail address as the directory has it', max: 254, check: readEmail }),
    ),
    code: option.text({ about: 'The code that was sent there', max: 12 }),
  },
  access: everyone,
  changes: true,
  examples: [
    '/profile link focal.cted@compact.example',
    '/profile link focal.cted@compact.example code:123456',
  ],
  async run(context, { email: typed, code }) {
    const email = readEmail(typed)
    const { db, now, caller, invocation } = context
    if (caller.personId > 0 && caller.email === email) {
      throw new UserError(`This account is linked to ${email} already; nothing was changed.`)
    }
    if (
      caller.personId === 0 &&
      invocation.vouchedEmail !== undefined &&
      foldAddress(invocation.vouchedEmail) === email
    ) {
      const person = await personByEmail(db, email)
      if (person) return linked(context, person.id, email, 'platform')
    }
    if (caller.personId > 0) {
      if ((await nameOfAccount(db, invocation.caller)) === undefined)
        throw new UserError(
          `Your platform vouches that this account is ${caller.email ?? caller.name}, so it cannot be linked to another address. Nothing was changed.`,
        )
      throw new UserError(
        'This account is linked to somebody already. Unlink it first with /profile unlink.',
        {
          buttons: [button('Unlink this account', 'profile unlink')],
        },
      )
    }
    const attempts = await countAttempt(db, invocation.caller, new Date(now.getTime() - 3_600_000), now)
    if (attempts > attemptsAnHour) {
      return refusal(
        `You have made ${attemptsAnHour} attempts within an hour. Try again later, or write to the secretariat.`,
      )
    }
    return code === undefined ? begin(context, email) : finish(context, email, code)
  },
})

/** The same answer whether the address is known or not, so that nobody learns who is in the directory. */
async function begin(context: Context, email: string): Promise<Message> {
  const { db, now, invocation } = context
  const person = await personByEmail(db, email)
  if (person && !(context.hasMail && (await sendCode(context, person)))) {
    const request = await requestLink(db, invocation.caller, person.id, now)
    if (request.fresh) await tellSecretariat(context, request.id, person.name, email)
  }
  if (context.hasMail) {
    return message(
      rich`If ${email} is in the directory, a code of six digits is on its way there. Type it within ${codeMinutes} minutes: /profile link ${email} code:… If many codes were asked for lately, none is sent, and the secretariat is asked to confirm that this account is yours.`,
    )
  }
  return message(
    rich`If ${email} is in the directory, the secretariat is asked to confirm that this account is yours. You will hear from me when it has.`,
  )
}

/** False when so many letters went to that address that the secretariat is asked instead. */
async function sendCode(
  { db, now, invocation, mail }: Context,
  { id: personId, email: to }: { readonly id: number; readonly email: string },
): Promise<boolean> {
  const hourAgo = new Date(now.getTime() - 3_600_000 + codeMinutes * 60_000)
  if ((await codesSentTo(db, to, hourAgo)) >= lettersAnHour) return false
  const expiresAt = new Date(now.getTime() + codeMinutes * 60_000)
  const codeId = await openCode(db, invocation.caller, { email: to, personId, expiresAt }, now)
  mail({
    to,
    codeId,
    subject: 'Your code for Rapporteur',
    text: [
      `Somebody, we hope you, wants to link an account on ${invocation.caller.platform} to you in the directory.`,
      '',
      `Your code: ${codePlace}`,
      '',
      `It is good for ${codeMinutes} minutes and for one account. If it was not you, do nothing: without the code nothing is linked.`,
    ].join('\n'),
  })
  return true
}

async function finish(context: Context, email: string, typed: string): Promise<Message | Refusal> {
  const { db, now, invocation } = context
  const wrong = refusal(
    'That code is wrong, used or too old. /profile link with your e-mail address sends a new one.',
  )
  const open = await tryCode(db, invocation.caller, email, now)
  if (!open || open.tries > triesACode) return wrong
  // Its letter has not been sent yet.
  if (open.codeHash === null) return wrong
  const given = Buffer.from(hashCode(open.id, typed.replace(/\D/g, '')))
  if (!timingSafeEqual(given, Buffer.from(open.codeHash))) return wrong
  await useCode(db, open.id, now)
  return linked(context, open.personId, email, 'email-code')
}

async function linked(
  context: Context,
  personId: number,
  email: string,
  via: 'email-code' | 'platform',
): Promise<Message> {
  const { db, now, invocation } = context
  const { caller: account, profile } = invocation
  await tellEarlierAccounts(context, { personId, account, called: profile?.called })
  await linkIdentity(db, { ...account, personId, via }, now)
  context.about(`person:${personId}`)
  return message(
    rich`Linked: this account is ${email} now. Type /profile show to see what I know of you.`,
    block.buttons(
      // Where the platform does not tell the zone, every time would be in the wrong one.
      ...(invocation.profile && invocation.profile.zone === undefined ? [setZone] : []),
      button('Undo: unlink it', 'profile unlink'),
      button('Show my profile', 'profile show'),
    ),
  )
}

const setZone = button('Set my time zone', 'profile timezone', {}, 'primary')

async function tellSecretariat(context: Context, id: number, name: string, email: string): Promise<void> {
  const { caller, profile } = context.invocation
  const { platform, account } = caller
  const notice = message(
    rich`L${id}: the account ${account} on ${platform}${profile?.called ? `, there called ${profile.called},` : ''} says that it is ${name} (${email}). Confirm only what you know to be true.`,
    block.buttons(
      button('Confirm', 'profile confirm', { request: `L${id}` }, 'primary'),
      button('Refuse', 'profile refuse', { request: `L${id}` }, 'danger'),
    ),
  )
  const people = await secretariatPeople(context.db)
  context.notify(
    people.map((personId) => ({
      key: `link-request:${id}:${personId}`,
      personId,
      kind: 'link-request',
      subject: `link:${id}`,
      message: notice,
    })),
  )
}
