import { changeEntity } from '../../../db/directory/edit/entity.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { entityCard } from '../../../db/directory/visibility/entityCard.ts'
import { holdRow } from '../../../db/store/holdRow.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { isNothing, UserError } from '../../../src/core/errors.ts'
import { option, required } from '../../../src/core/option.ts'
import { type Context, command, found } from '../../define.ts'
import { nameTyped } from '../../records/nameTyped.ts'
import { changedFrom, presentTexts } from '../../records/present.ts'
import { toChange } from '../../records/toChange.ts'
import { tellOfEntityChange } from '../told/entityChanged.ts'
import { nameList } from './answer.ts'
import { entityOptions } from './entityOptions.ts'
import { recorderOf } from './recorderOf.ts'
import { readRenaming, renamedAnswer, renamingOptions } from './renaming.ts'

export const editEntityCommand = command({
  group: 'edit',
  name: 'entity',
  about: 'Change an entity; what it was before stays on record',
  options: {
    entity: required(option.entity({ about: 'Which entity', ofGroup: ['wg edit', 'wg'] })),
    acronym: option.text({ about: 'The new acronym', max: 60 }),
    name: option.text({ about: 'Its full name from now on', max: 200 }),
    ...renamingOptions,
    ...entityOptions,
  },
  access: secretariat,
  changes: true,
  examples: ['/directory edit entity WHO aliases:"OMS; Organisation mondiale de la Santé"'],
  present: (context, { entity }) => presentOf(context, entity.id),
  edits: ({ db }, { entity }) => ({
    ...{ subject: `entity:${entity.id}`, alsoBy: ['directory revert'] },
    hold: () => holdRow(db, 'entities', entity.id),
  }),
  async run(context, { entity, source, ...typed }) {
    if (isNothing({ source, ...typed })) throw toChange(entity.acronym)
    const given = changedFrom(await presentOf(context, entity.id), typed)
    const { acronym, name, from, always, was, kind, type, joined, aliases } = given
    const renaming = readRenaming({ acronym, name, from, always, was }, context.today)
    const saved = await changeEntity(
      context.db,
      entity.id,
      {
        ...(acronym ? { acronym } : {}),
        ...(name ? { name: nameTyped(name, 'An entity') } : {}),
        ...(kind ? { kind } : {}),
        ...(type ? { type } : {}),
        ...(joined ? { joined } : {}),
        ...(aliases === undefined ? {} : { aliases: nameList(aliases) }),
      },
      recorderOf(context, source),
      renaming,
    )
    if (!saved) throw new UserError(`None of that differs from what is on record about ${entity.acronym}.`)
    context.about(`entity:${entity.id}`)
    return renamedAnswer(entity.acronym, saved, renaming, {
      show: 'directory entity',
      edit: 'directory edit entity',
      values: { entity: acronym ?? entity.acronym },
      told: await tellOfEntityChange(
        context,
        { id: entity.id, acronym: acronym ?? entity.acronym },
        { ...saved },
      ),
    })
  },
})

/** What is on record of an entity today, as the options take it. */
async function presentOf({ db, caller, today }: Context, id: number) {
  const card = found(await entityCard(db, id, today, viewerOf(caller, today)), 'such entity')
  const { acronym, name, kind, type, joined, aliases } = card
  return presentTexts({ acronym, name, kind, type, joined, aliases: aliases.join('; ') })
}
