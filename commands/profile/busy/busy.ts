import {
  type BusyCalendar,
  busyCalendarOf,
  busyPlace,
  setBusyAddress,
} from '../../../db/directory/busy/addresses.ts'
import {
  forgetAllAddresses,
  formerAddress,
  formerDays,
  keepFormerAddress,
  restoreFormerAddress,
  standingAddress,
} from '../../../db/directory/busy/formerAddresses.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Button, block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Context, command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { addressTyped, type Calendars, ofService, services, serviceTyped } from './calendarAddress.ts'

export const busy = command({
  name: 'busy',
  about: 'The address at which your calendar says when you are busy; meeting times avoid that',
  heading: 'Busy times',
  options: {
    address: option.text({
      about: 'A free/busy or .ics address; google or microsoft; back to the one before; none to forget it',
      max: 2000,
    }),
    undoes: undoesOption,
  },
  access: anyone,
  changes: true,
  examples: ['/profile busy', '/profile busy https://calendar.example.org/busy.ics', '/profile busy none'],
  async run(context, { address: typed, undoes }) {
    const { db, caller, now, zone, calendars } = context
    const before = await busyCalendarOf(db, caller.personId, now)
    if (typed === undefined) {
      const asks = context.invocation.vouchedEmail === undefined ? noService : calendars
      return before ? standing(before, zone) : nothing(asks)
    }
    if (/^(?:none|no|stop|off|forget|forget it|remove|delete)$/i.test(typed.trim())) {
      await refuseChanged(context, undoes)
      if (!(await forgetAllAddresses(db, caller.personId)))
        throw new UserError('There is no address of your calendar on record; nothing was changed.')
      context.about(`person:${caller.personId}`)
      return message(
        'The address of your calendar is forgotten, and so are the busy times read there. To have it back, give the address once more.',
        block.buttons(again('Give an address')),
      )
    }
    if (/^(?:back|before|previous|the (?:one|address) before)$/i.test(typed.trim()))
      return goBack(context, undoes)
    const service = serviceTyped(typed, calendars)
    const { address: read, host } = service ? ofService(service, context) : addressTyped(typed)
    const own = await standingAddress(db, caller.personId)
    if (own && context.conceals(own.address, read, busyPlace(caller.personId))) {
      await setBusyAddress(db, { personId: caller.personId, address: own.address, host }, now)
      return message(
        rich`Your calendar at ${host} is on record already; it is read anew within a few minutes.`,
        block.buttons(again('Another address')),
      )
    }
    const address = context.conceal(read, busyPlace(caller.personId))
    context.about(`person:${caller.personId}`)
    const replaced = await keepFormerAddress(db, caller.personId, { now, retired: false })
    await setBusyAddress(db, { personId: caller.personId, address, host }, now)
    return message(
      rich`Your calendar at ${host} is read within a few minutes, and you are told how that went.`,
      service === 'google' ? block.text(howToShare(calendars)) : undefined,
      service ? block.text(`It is asked about ${context.invocation.vouchedEmail}.`) : undefined,
      block.text(
        `Meeting times that are suggested avoid when you are busy. Nothing else is kept of your calendar, and what is past is dropped; others see only that you are busy at a time that they consider. An address that another one replaces is kept for ${formerDays} days, should you want it back; /profile busy none forgets it as well.`,
      ),
      replaced ? block.text(rich`It replaces the address at ${replaced.host}.`) : undefined,
      block.buttons(
        button(replaced ? 'Undo: back to the one before' : 'Undo: forget it', 'profile busy', {
          address: replaced ? 'back' : 'none',
          undoes: undoesOf(address, replaced?.address, `Your calendar at ${host} is read.`),
        }),
        again('Another address'),
      ),
    )
  },
})

/** Puts the address before in the place of the one that stands. Raises `UserError` where none is kept. */
async function goBack(context: Context, undoes: string | undefined): Promise<Message> {
  const { db, caller, now } = context
  await refuseChanged(context, undoes)
  const former = await formerAddress(db, caller.personId, now)
  if (!former)
    throw new UserError('No address from before is kept; nothing was changed.', {
      buttons: [again('Give an address')],
    })
  await restoreFormerAddress(db, caller.personId, now)
  context.about(`person:${caller.personId}`)
  return message(
    rich`Your calendar at ${former.host} is read again, within a few minutes. The other address is forgotten.`,
    block.buttons(again('Another address')),
  )
}

async function refuseChanged({ db, caller }: Context, undoes: string | undefined): Promise<void> {
  if (undoes === undefined) return
  const standing = await standingAddress(db, caller.personId)
  const how = standing ? `Your calendar at ${standing.host} is read.` : 'No calendar of yours is on record.'
  refuseOverruled(undoes, standing?.address, how)
}

const noService: Calendars = { google: undefined, microsoft: false }

function nothing(calendars: Calendars): Message {
  const asked = (['google', 'microsoft'] as const).filter((one) => calendars[one])
  return message(
    'No address of your calendar is on record, so meeting times avoid only your hours, holidays and absences.',
    block.text(
      'Outlook calls it “Publish calendar” (choose “Can view when I’m busy”, and the ICS link), Google “Secret address in iCal format”. Give the address: /profile busy https://…',
    ),
    calendars.google === undefined ? undefined : block.text(howToShare(calendars)),
    block.buttons(
      ...asked.map((one) => button(`Ask ${services[one].title}`, 'profile busy', { address: one })),
      again('Give an address'),
    ),
  )
}

function howToShare({ google }: Calendars): string {
  return `So that Google can tell me, share your calendar there with ${google}, “See only free/busy”.`
}

function again(label: string): Button {
  return { ...button(label, 'profile busy'), ask: true }
}

function standing({ host, setAt, readAt, fault, failingSince, times }: BusyCalendar, zone: string): Message {
  return message(
    rich`Your calendar at ${host}, since ${moment(setAt, zone, 'day')}:`,
    block.fields([
      ['Read', readAt ? rich`${moment(readAt, zone)}` : 'not yet'],
      ['Busy ahead', counted(times, 'time')],
      ...(fault !== null && failingSince !== null
        ? [['Trouble', rich`${fault}, since ${moment(failingSince, zone)}`] as const]
        : []),
    ]),
    block.buttons(
      again('Another address'),
      button('Forget it', 'profile busy', { address: 'none' }, 'danger'),
    ),
  )
}
