import { addOrBringBack } from '../../../db/directory/edit/addOrBringBack.ts'
import { namesakes } from '../../../db/directory/edit/namesakes.ts'
import { allKnownEntities } from '../../../db/directory/entities.ts'
import { coordinator } from '../../../src/core/catalog.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { readEmail } from '../../../src/directory/email.ts'
import { entityCalled, partsOfName } from '../../../src/directory/entityInName.ts'
import { type Context, command } from '../../define.ts'
import { nameTyped } from '../../records/nameTyped.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { tellBackInUse } from '../told/personReverted.ts'
import { nextStep } from '../upkeep/nextStep.ts'
import { addedAgain, revertButton } from './answer.ts'
import { refuseKnownPerson, refuseRetiredPerson } from './offerBack.ts'
import { personOptions, phoneOption, placeOf } from './personOptions.ts'
import { recorderOf } from './recorderOf.ts'
import { mayLookAfter } from './rights.ts'

export const addPersonCommand = command({
  group: 'add',
  name: 'person',
  about: 'Add a person to the directory',
  options: {
    name: required(option.text({ about: 'The name to show', max: 120 })),
    email: required(option.text({ about: 'The e-mail address by which platforms know them', max: 254 })),
    entity: option.entity({ about: 'The entity they represent' }),
    title: option.text({ about: 'Their title there', max: 160 }),
    timezone: option.zone({ about: 'Their time zone; UTC until they or their platform say otherwise' }),
    phone: phoneOption('A telephone number'),
    ...personOptions,
    from: option.day({ about: 'The first day for their entity, where known' }),
    source: option.text({ about: 'Its source, such as a nomination letter', max: 200 }),
  },
  access: coordinator,
  changes: true,
  makes: 'once',
  examples: ['/directory add person "Jane Doe" email:jane.doe@example.org entity:IOM'],
  async run(context, { name: typed, email, entity: given, title, timezone, phone, from, source, ...place }) {
    const { db, caller } = context
    const { name, named } = await withoutEntity(context, typed)
    const entity = given ?? named
    const entityId = entity?.id ?? (caller.isSecretariat ? null : caller.entityId)
    mayLookAfter(caller, [entityId])
    const address = readEmail(email)
    await refuseRetiredPerson(context, address)
    await refuseKnownPerson(context, address, { entity: entity?.acronym, title, timezone, phone })
    const { id, change, again } = await addOrBringBack(
      db,
      {
        name: nameTyped(name, 'A person'),
        email: address,
        entityId,
        title: title ?? null,
        zone: timezone ?? 'UTC',
        phone: phone ?? null,
        station: null,
        country: null,
        languages: [],
        ...placeOf(place),
        isSecretariat: false,
        isCoordinator: false,
        retiredOn: null,
        ...(from ? { since: from } : {}),
      },
      recorderOf(context, source),
    )
    context.about(`person:${id}`)
    const alike = await namesakes(db, name, id)
    const of = entity?.acronym ?? (entityId === null ? undefined : caller.entityAcronym)
    return message(
      rich`Added ${name}${of ? ` (${of})` : ''}, ${address}.`,
      named && entity && named.id !== entity.id
        ? block.text(
            `${named.acronym} stood behind the name and is not taken: entity: says ${entity.acronym}.`,
          )
        : undefined,
      addedAgain(again),
      again ? toldLine(await tellBackInUse(context, [id], change)) : undefined,
      alike.length > 0
        ? block.text(
            `Somebody of the same name is in the directory: ${alike.join(', ')}. If they are one person, undo this.`,
          )
        : undefined,
      timezone
        ? undefined
        : block.text('Times are shown to them in UTC until they or their platform name a zone.'),
      block.buttons(
        button('Show', 'directory person', { person: address }),
        ...(of ? [{ ...button('Add another', 'directory add person', { entity: of }), ask: true }] : []),
        revertButton(change),
      ),
      ...(await nextStep(context)),
    )
  },
})

/** A name without the acronym of an entity behind it, `Jo Doe (WHO)`, and the entity. */
async function withoutEntity({ db }: Context, typed: string) {
  const parts = partsOfName(typed)
  const named = parts && entityCalled(parts.behind, await allKnownEntities(db))
  return { name: named ? parts.name : typed, named }
}
