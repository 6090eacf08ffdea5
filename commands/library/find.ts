import { findItems, listItems } from '../../db/library/find.ts'
import type { LibraryItem } from '../../db/library/items.ts'
import { anyone } from '../../src/core/catalog.ts'
import { type Block, type Button, block, button, message } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { shorten } from '../../src/core/text/text.ts'
import type { Day } from '../../src/core/time/day.ts'
import { command } from '../define.ts'
import { noSuchPage, pageOf, pageOption, rowsFor } from '../records/pages.ts'
import { presentTexts } from '../records/present.ts'
import { standingItem } from './edit.ts'
import { itemKinds, libraryItemOption } from './options.ts'
import { isMember } from './rights.ts'
import { itemCard, itemLine } from './shown.ts'

const pageSize = 20
const shownButtons = 5

const filters = {
  wg: option.group({ about: 'Of one working group alone' }),
  entity: option.entity({ about: 'Issued by one entity alone' }),
  kind: option.choice({ about: 'Of one kind alone', choices: itemKinds }),
} as const

export const find = command({
  name: 'find',
  about: 'Search the library by words of the title, the topics or the purpose, misspelt or not',
  heading: 'Library',
  options: {
    query: required(option.text({ about: 'What you look for, e.g. border manual', max: 200 })),
    ...filters,
  },
  access: anyone,
  examples: ['/library find "open-source evidence"', '/library find manual entity:UNODC'],
  async run({ db, today }, { query, wg, entity, kind }) {
    const found = await findItems(db, query, { ...idsOf({ wg, entity, kind }), on: today, limit: pageSize })
    if (found.length === 0)
      return message(
        `Nothing in the library about “${shorten(query)}”. Retired items are found with /library list all.`,
        block.buttons(button('All of the library', 'library list')),
      )
    return message(
      `${found.length === pageSize ? `The ${pageSize} best matches` : counted(found.length, 'match', 'matches')} for “${shorten(query)}”:`,
      ...lines(found, today),
    )
  },
})

export const list = command({
  name: 'list',
  about: 'What is in the library, the latest first: all of it, of a group, an entity or a kind',
  heading: 'Library',
  options: {
    wg: filters.wg,
    entity: filters.entity,
    kind: filters.kind,
    retired: option.choice({ about: 'With what was retired', choices: ['all'], trailing: true }),
    page: pageOption,
  },
  access: anyone,
  examples: ['/library list', '/library list wg:ETCIP', '/library list kind:training'],
  async run(context, { wg, entity, kind, retired, page = 1 }) {
    const { db, today } = context
    const addOne = (await isMember(context)) ? [{ ...button('Add an item', 'library add'), ask: true }] : []
    const rows = await listItems(db, {
      ...idsOf({ wg, entity, kind }),
      on: retired === 'all' ? null : today,
      ...rowsFor(page, pageSize),
    })
    const values = presentTexts({ wg: wg?.acronym, entity: entity?.acronym, kind, retired })
    const paged = { command: 'library list', values, page }
    const { shown, turns, which } = pageOf(rows, pageSize, paged)
    if (shown.length === 0 && page > 1) return noSuchPage(paged)
    if (shown.length === 0) return message('Nothing of that is in the library yet.', block.buttons(...addOne))
    return message(`${counted(shown.length, 'item')}${which}:`, ...lines(shown, today, [...turns, ...addOne]))
  },
})

export const show = command({
  name: 'show',
  about: 'One item of the library with all that is known of it',
  options: { item: libraryItemOption },
  access: anyone,
  examples: ['/library show LIB1'],
  run: async (context, { item }) => itemCard(context, await standingItem(context, item)),
})

function idsOf({
  wg,
  entity,
  kind,
}: {
  readonly wg: { readonly id: number } | undefined
  readonly entity: { readonly id: number } | undefined
  readonly kind: LibraryItem['kind'] | undefined
}) {
  return { groupId: wg?.id ?? null, entityId: entity?.id ?? null, kind: kind ?? null }
}

function lines(items: readonly LibraryItem[], today: Day, more: readonly Button[] = []): readonly Block[] {
  return [
    block.list(items.map((item) => itemLine(item, today))),
    block.buttons(
      ...items
        .slice(0, shownButtons)
        .map(({ id }) => button(`Open LIB${id}`, 'library show', { item: `LIB${id}` })),
      ...more,
    ),
  ]
}
