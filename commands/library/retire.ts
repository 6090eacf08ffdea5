import { itemById, libraryItems } from '../../db/library/items.ts'
import { changeRecord } from '../../db/records/change.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { option } from '../../src/core/option.ts'
import { type Day, formatDay } from '../../src/core/time/day.ts'
import { type Context, command, found } from '../define.ts'
import { undoChange, whichChange } from '../records/undoChange.ts'
import { standingItem } from './edit.ts'
import { libraryItemOption } from './options.ts'
import { mayChangeItem, refuseStranger } from './rights.ts'
import { itemCard } from './shown.ts'
import { tellAdder } from './tellAdder.ts'

export const retire = command({
  name: 'retire',
  about: 'Stop recommending an item of the library from a day on; its record stays',
  options: {
    item: libraryItemOption,
    on: option.day({ about: 'The first day without it; today by default' }),
  },
  access: anyone,
  changes: true,
  examples: ['/library retire LIB1 on:2027-01-01'],
  run: async (context, { item: id, on = context.today }) =>
    retired(context, id, on, `LIB${id} is retired from ${formatDay(on)} on`),
})

export const restore = command({
  name: 'restore',
  about: 'Recommend an item of the library again that was retired',
  options: { item: libraryItemOption },
  access: anyone,
  changes: true,
  examples: ['/library restore LIB1'],
  run: async (context, { item: id }) => retired(context, id, null, `LIB${id} is in the library again`),
})

async function retired(context: Context, id: number, retiredOn: Day | null, text: string) {
  const { db, caller, now } = context
  const before = await standingItem(context, id)
  refuseStranger(caller, before)
  const saved = await changeRecord(db, libraryItems, id, { retiredOn }, { by: caller.personId, now })
  if (!saved) throw new UserError(`${text} already; nothing was changed.`)
  context.about(`library:${id}`)
  const item = found(await itemById(db, id), 'such item')
  const told = tellAdder(context, { before, after: item, change: saved.change })
  return itemCard(context, item, { done: text, change: saved.change, told })
}

export const undo = command({
  name: 'undo',
  about: 'Take back a change of an item, the last one by default; it is again as it was before',
  options: { item: libraryItemOption, change: whichChange },
  access: anyone,
  changes: true,
  examples: ['/library undo LIB1'],
  async run(context, { item: id, change: number }) {
    const item = found(await itemById(context.db, id), `item LIB${id}`)
    const saved = await undoChange(context, libraryItems, { recordId: id, number }, (own) => {
      if (!own || !mayChangeItem(context.caller, { ...item, ...own })) refuseStranger(context.caller, item)
    })
    context.about(`library:${id}`)
    const after = found(await itemById(context.db, id), 'such item')
    const text = after.removed ? `LIB${id} is taken out of the library again` : `LIB${id} is as it was before`
    const told = tellAdder(context, { before: item, after, change: saved.change })
    return itemCard(context, after, { done: text, change: saved.change, told })
  },
})
