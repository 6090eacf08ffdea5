import {
  forgetRemoved,
  keepRemoved,
  removedSubscriber,
} from '../../../db/newsletter/readers/removedSubscribers.ts'
import {
  addSubscriber,
  lockSubscriber,
  removeSubscriber,
  subscribers,
} from '../../../db/newsletter/readers/subscribers.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, button, message, type Rich, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf, formatDay } from '../../../src/core/time/day.ts'
import { type Command, type Context, command } from '../../define.ts'
import { type Address, readAddresses } from './addresses.ts'

const page = 50

export const listSubscribers = command({
  name: 'list',
  group: 'subscribers',
  about: 'Who gets published issues by e-mail',
  heading: 'Subscribers',
  options: { page: option.integer({ about: 'Which page of the list', min: 1 }) },
  access: secretariat,
  examples: ['/newsletter subscribers list'],
  async run({ db, hasMail }, { page: asked = 1 }) {
    const all = await subscribers(db)
    const from = (asked - 1) * page
    const shown = all.slice(from, from + page)
    const add = { ...button('Add', 'newsletter subscribers add', {}, 'primary'), ask: true }
    if (all.length === 0) return message('Nobody gets the newsletter by e-mail yet.', block.buttons(add))
    return message(
      `${counted(all.length, 'subscriber')}${all.length > page ? `, ${from + 1} to ${from + shown.length}` : ''}:`,
      block.list(shown.map(({ email, name }) => (name === null ? email : `${name}, ${email}`))),
      noMail(hasMail),
      block.buttons(
        add,
        ...(from + page < all.length
          ? [button('Next page', 'newsletter subscribers list', { page: String(asked + 1) })]
          : []),
      ),
    )
  },
})

/** Adding; `newToken` makes the secret with which its reader leaves the list again. */
export function addSubscribersWith(newToken: () => string): Command {
  return command({
    name: 'add',
    group: 'subscribers',
    about: 'Send published issues to e-mail addresses; each e-mail says how to unsubscribe',
    options: {
      email: required(
        option.text({
          about: 'One or several addresses; names may stand before them: Name <a@b.org>',
          max: 4000,
          check: readAddresses,
        }),
      ),
      again: option.flag({ about: 'Also people who unsubscribed and asked to be back' }),
    },
    access: secretariat,
    changes: true,
    examples: ['/newsletter subscribers add press.office@un.example'],
    async run(context, { email: typed, again }) {
      const added: Address[] = []
      const [there, restored]: [string[], string[]] = [[], []]
      const left: Rich[] = []
      for (const address of readAddresses(typed)) {
        const { email } = address
        const became = await addOne(context, address, again ?? false, newToken)
        if (became.kind === 'added') added.push({ email, name: became.name })
        else if (became.kind === 'there') there.push(email)
        else {
          left.push(rich`${email}, on ${formatDay(dayOf(became.leftAt, context.zone))}`)
          if (became.restored) restored.push(email)
        }
      }
      const back = [...added.map(({ email }) => email), ...restored]
      return message(
        added.length > 0 ? `${counted(added.length, 'subscriber')} added.` : 'Nobody was added.',
        added.length > 0
          ? block.list(added.map(({ email, name }) => (name === null ? email : `${name}, ${email}`)))
          : undefined,
        there.length > 0 ? block.text(`On the list already: ${there.join(', ')}.`) : undefined,
        ...leftBlocks(left),
        restored.length > 0
          ? block.text(`Put back as one who left, and still not mailed: ${restored.join(', ')}.`)
          : undefined,
        noMail(context.hasMail),
        block.buttons(
          ...(back.length > 0
            ? [button('Undo', 'newsletter subscribers remove', { email: back.join(', ') })]
            : []),
          button('The list', 'newsletter subscribers list'),
        ),
      )
    },
  })
}

/** What became of an address that is to be added; one that left the list by itself is added only where it asked. */
type Became =
  | { readonly kind: 'added'; readonly name: string | null }
  | { readonly kind: 'there' }
  /** `restored`: it had been removed as one who left, and is that again. */
  | { readonly kind: 'left'; readonly leftAt: Date; readonly restored: boolean }

async function addOne(
  { db, now, caller }: Context,
  address: Address,
  again: boolean,
  newToken: () => string,
): Promise<Became> {
  const { email } = address
  const present = await lockSubscriber(db, email)
  if (present && present.leftAt === null) return { kind: 'there' }
  const before = present ? undefined : await removedSubscriber(db, email, now)
  const leftAt = (present ?? before)?.leftAt
  if (leftAt && !again) {
    if (before) {
      await addSubscriber(db, { email, ...before })
      await forgetRemoved(db, [email])
    }
    return { kind: 'left', leftAt, restored: before !== undefined }
  }
  const name = address.name ?? before?.name ?? null
  const { token, addedBy, addedAt } = before ?? {
    token: newToken(),
    addedBy: caller.personId,
    addedAt: now,
  }
  await addSubscriber(db, { email, name, token, addedBy, addedAt, leftAt: null })
  if (before) await forgetRemoved(db, [email])
  return { kind: 'added', name }
}

function leftBlocks(left: readonly Rich[]): readonly Block[] {
  if (left.length === 0) return []
  return [
    block.text(
      'These left the list themselves and were not added. If they asked to be back, add them with again:yes.',
    ),
    block.list(left),
  ]
}

export const removeSubscribers = command({
  name: 'remove',
  group: 'subscribers',
  about: 'Remove e-mail addresses from the list; for a week they can be put back as they were',
  options: {
    email: required(option.text({ about: 'One or several addresses', max: 4000, check: readAddresses })),
  },
  access: secretariat,
  changes: true,
  examples: ['/newsletter subscribers remove press.office@un.example'],
  async run({ db, now }, { email: typed }) {
    const gone: string[] = []
    const unknown: string[] = []
    for (const { email } of readAddresses(typed)) {
      const removed = await removeSubscriber(db, email)
      if (removed) await keepRemoved(db, removed, now)
      ;(removed ? gone : unknown).push(email)
    }
    if (gone.length === 0)
      throw new UserError(`Not on the list: ${unknown.join(', ')}. Nothing was changed.`, { option: 'email' })
    return message(
      `Off the list: ${gone.join(', ')}.`,
      unknown.length > 0 ? block.text(`Not on it: ${unknown.join(', ')}.`) : undefined,
      block.buttons(
        button('Undo', 'newsletter subscribers add', { email: gone.join(', ') }),
        button('The list', 'newsletter subscribers list'),
      ),
    )
  },
})

function noMail(hasMail: boolean): Block | undefined {
  return hasMail
    ? undefined
    : block.text('Nothing is sent yet: whoever runs the bot sets SMTP_URL and MAIL_FROM first.')
}
