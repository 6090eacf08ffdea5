import { addEntity } from '../../../db/directory/edit/entity.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { kindWords } from '../../../src/directory/kinds.ts'
import { command } from '../../define.ts'
import { nameTyped } from '../../records/nameTyped.ts'
import { tellAddedAgain } from '../told/retired.ts'
import { nextStep } from '../upkeep/nextStep.ts'
import { addedAgain, nameList, revertButton } from './answer.ts'
import { entityOptions } from './entityOptions.ts'
import { refuseRetiredAcronym } from './offerBack.ts'
import { recorderOf } from './recorderOf.ts'

export const addEntityCommand = command({
  group: 'add',
  name: 'entity',
  about: 'Add an entity to the directory',
  options: {
    acronym: required(option.text({ about: 'The acronym', max: 60 })),
    name: required(option.text({ about: 'Its full name', max: 200 })),
    ...entityOptions,
  },
  access: secretariat,
  changes: true,
  examples: ['/directory add entity ECOWAS name:"Economic Community of West African States" kind:observer'],
  async run(context, { acronym, name, kind = 'member', type, joined, aliases, source }) {
    await refuseRetiredAcronym(context, 'entity', acronym)
    const { id, change, again } = await addEntity(
      context.db,
      {
        acronym,
        name: nameTyped(name, 'An entity'),
        kind,
        type: type ?? null,
        joined: joined ?? null,
        aliases: aliases === undefined ? [] : nameList(aliases),
        retired: null,
      },
      recorderOf(context, source),
    )
    context.about(`entity:${id}`)
    return message(
      rich`Added ${acronym}, ${name}: ${kindWords(kind, type ?? null)}${joined ? `, joined ${formatDay(joined)}` : ''}.`,
      addedAgain(again),
      again ? await tellAddedAgain(context, { id, acronym }, change) : undefined,
      block.buttons(
        { ...button('Add a person', 'directory add person', { entity: acronym }, 'primary'), ask: true },
        button('Show', 'directory entity', { entity: acronym }),
        revertButton(change),
      ),
      ...(await nextStep(context)),
    )
  },
})
