import { coordinatorsOf } from '../../../db/directory/people.ts'
import { clearingOf, setClearingEntity, setClearingGroup } from '../../../db/newsletter/clearance/clearing.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, message, type Rich, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Context, command } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
import { tellChairs } from '../../wg/told/otherChairs.ts'

export const clearance = command({
  name: 'clearance',
  about: 'Whose updates are cleared before the secretariat takes them; set it for an entity or a group',
  heading: 'Clearance',
  options: {
    asked: option.choice({ about: 'Whether clearance is required from now on', choices: ['yes', 'no'] }),
    entity: option.entity({ about: 'Cleared by its coordinators; yours by default' }),
    wg: option.group({ about: 'Lines of this group; cleared by its chairs' }),
  },
  access: anyone,
  changes: true,
  examples: ['/update clearance', '/update clearance yes entity:CTED', '/update clearance yes wg:ETCIP'],
  async run(context, { asked, entity, wg }) {
    const { db, now, caller } = context
    if (asked === undefined) {
      const { entities, groups } = await clearingOf(db)
      if (entities.length + groups.length === 0)
        return message('Nobody’s updates are cleared: all go to the secretariat at once.')
      return message(
        'These are cleared before the secretariat takes them:',
        block.fields([
          ['Updates of', entities.join(', ') || 'no entity'],
          ['Lines of', groups.join(', ') || 'no group'],
        ]),
      )
    }
    const by = caller.personId
    const isAsked = asked === 'yes'
    const undo = { asked: isAsked ? 'no' : 'yes' }
    if (wg) {
      if (!leads(caller, wg.id))
        throw new UserError(`Only the chairs of ${wg.acronym} and the secretariat set this.`)
      const changed = await setClearingGroup(db, { id: wg.id, by }, isAsked, now)
      if (!changed) throw new UserError(soAlready(`Lines of ${wg.acronym}`, isAsked))
      context.about(`group:${wg.id}`)
      const told = await tellChairs(context, wg, {
        key: `clearing:G${wg.id}:${isAsked}:${eachTime}`,
        kind: 'clearing',
        message: message(clearingWords(context, wg.acronym, isAsked), toAll),
      })
      return message(
        isAsked
          ? rich`From now on the chairs of ${wg.acronym} clear its lines before the secretariat takes them.`
          : rich`Lines of ${wg.acronym} go to the secretariat at once.`,
        told,
        block.buttons(button('Undo', 'update clearance', { ...undo, wg: wg.acronym })),
      )
    }
    const id = entity?.id ?? caller.entityId
    const acronym = entity?.acronym ?? caller.entityAcronym
    if (id === null || acronym === null)
      throw new UserError('Name the entity with entity:, or the group with wg:.', { option: 'entity' })
    const may = caller.isSecretariat || (caller.isCoordinator && caller.entityId === id)
    if (!may) throw new UserError(`Only the coordinators of ${acronym} and the secretariat set this.`)
    const changed = await setClearingEntity(db, { id, by }, isAsked, now)
    if (!changed) throw new UserError(soAlready(`Updates of ${acronym}`, isAsked))
    context.about(`entity:${id}`)
    const told = await tellClearers(context, { id, acronym }, isAsked)
    return message(
      isAsked
        ? rich`From now on the coordinators of ${acronym} clear what its people post before the secretariat takes it.`
        : rich`What the people of ${acronym} post goes to the secretariat at once.`,
      told,
      block.buttons(button('Undo', 'update clearance', { ...undo, entity: acronym })),
    )
  },
})

function soAlready(whose: string, isAsked: boolean): string {
  return `${whose} already ${isAsked ? 'need' : 'need no'} clearance before the secretariat takes them; nothing was changed.`
}

const toAll = block.buttons(button('Whose are cleared', 'update clearance'))

/** Tells the coordinators of an entity that they clear its updates, or do not any more; says to the caller that they are told. */
async function tellClearers(
  { db, caller, notify }: Context,
  { id, acronym }: { readonly id: number; readonly acronym: string },
  isAsked: boolean,
): Promise<Block | undefined> {
  const people = (await coordinatorsOf(db, id)).filter((one) => one !== caller.personId)
  const words = clearingWords({ caller }, acronym, isAsked)
  notify(
    people.map((personId) => ({
      key: `clearing:E${id}:${isAsked}:${eachTime}:${personId}`,
      personId,
      kind: 'clearing',
      subject: `entity:${id}`,
      message: withReason(
        message(words, toAll),
        { as: `a coordinator of ${acronym}`, otherwise: `Is that wrong? Speak to ${caller.name}.` },
        false,
      ),
    })),
  )
  if (people.length === 0) return undefined
  return block.text(
    `${counted(people.length, 'coordinator')} of ${acronym} ${people.length === 1 ? 'is' : 'are'} told.`,
  )
}

function clearingWords({ caller }: Pick<Context, 'caller'>, whose: string, isAsked: boolean): Rich {
  return isAsked
    ? rich`${byWhom(caller)} set that you clear updates of ${whose} before the secretariat takes them.`
    : rich`${byWhom(caller)} set that updates of ${whose} go to the secretariat at once: you clear none of them any more.`
}
