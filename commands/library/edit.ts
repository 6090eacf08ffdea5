import { type ItemFields, itemById, type LibraryItem, libraryItems } from '../../db/library/items.ts'
import { holdRow } from '../../db/store/holdRow.ts'
import { anyone } from '../../src/core/catalog.ts'
import { isNothing, NothingGiven, UserError } from '../../src/core/errors.ts'
import { option, type Values } from '../../src/core/option.ts'
import { addressKey, readLink } from '../../src/core/text/addresses/webAddress.ts'
import { type Context, command, found } from '../define.ts'
import { nameList, orNone } from '../directory/edit/answer.ts'
import { editRecord } from '../records/editRecord.ts'
import { describing, libraryItemOption } from './options.ts'
import { refuseStranger } from './rights.ts'
import { itemCard, itemTexts } from './shown.ts'
import { tellAdder } from './tellAdder.ts'

const options = {
  item: libraryItemOption,
  title: option.text({ about: 'What it is called', max: 300 }),
  link: option.text({ about: 'The address at which it is found', max: 500 }),
  ...describing,
  without: option.choice({
    about: 'Leave this empty from now on',
    choices: ['entity', 'wg', 'date', 'topics', 'purpose'],
  }),
} as const

export const edit = command({
  name: 'edit',
  about: 'Change an item of the library; what it was before stays on record',
  options,
  access: anyone,
  changes: true,
  examples: ['/library edit LIB1 topics:"borders, aviation"', '/library edit LIB1 date:"March 2023"'],
  async present(context, { item: id }) {
    const item = await standingItem(context, id)
    refuseStranger(context.caller, item)
    return itemTexts(item)
  },
  edits: ({ db }, { item: id }) => ({
    ...{ subject: `library:${id}`, alsoBy: ['library undo'] },
    hold: () => holdRow(db, 'libraryItems', id),
  }),
  async run(context, { item: id, ...typed }) {
    const { db, caller } = context
    const item = await standingItem(context, id)
    refuseStranger(caller, item)
    if (typed.newsletter !== undefined && !caller.isSecretariat)
      throw new UserError('Only the secretariat decides what the newsletter prints. Leave it out.', {
        option: 'newsletter',
      })
    if (isNothing(typed))
      throw new NothingGiven(`Nothing to change in LIB${id} was given; give title:, link:, date: or another.`)
    const saved = await editRecord(context, libraryItems, {
      ...{ id, label: `LIB${id}`, before: item, given: fieldsOf(typed) },
    })
    const after = found(await itemById(db, id), 'such item')
    return itemCard(context, after, {
      done: `Changed LIB${id}`,
      change: saved.change,
      told: tellAdder(context, { before: item, after, change: saved.change }),
    })
  },
})

/** The item of a number that stands in the library. Raises `UserError`. */
export async function standingItem({ db }: Pick<Context, 'db'>, id: number): Promise<LibraryItem> {
  const item = await itemById(db, id)
  return found(item?.removed ? undefined : item, `item LIB${id} in the library`)
}

function fieldsOf(typed: Omit<Values<typeof options>, 'item'>): Partial<ItemFields> {
  const { title, kind, entity, wg, date, topics, purpose, newsletter, without } = typed
  const link = readLink(typed.link)
  return {
    ...(title === undefined ? {} : { title }),
    ...(link === null ? {} : { link, linkKey: addressKey(link) }),
    ...(kind === undefined ? {} : { kind }),
    ...(entity === undefined ? {} : { entityId: entity.id }),
    ...(wg === undefined ? {} : { groupId: wg.id }),
    ...(date === undefined ? {} : { publishedFrom: date.from, publishedTo: date.to }),
    ...(topics === undefined ? {} : { topics: nameList(topics) }),
    ...(purpose === undefined ? {} : { purpose: orNone(purpose) }),
    ...(newsletter === undefined ? {} : { inNewsletter: newsletter === 'yes' }),
    ...(without === undefined ? {} : emptied[without]),
  }
}

const emptied = {
  entity: { entityId: null },
  wg: { groupId: null },
  date: { publishedFrom: null, publishedTo: null },
  topics: { topics: [] },
  purpose: { purpose: null },
} satisfies Readonly<Record<string, Partial<ItemFields>>>
