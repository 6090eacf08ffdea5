import type { Owner } from '../../db/meetings/record/actionRows.ts'
import { recommendationById, recommendations } from '../../db/recommendations/recommendations.ts'
import { changeRecord } from '../../db/records/change.ts'
import { secretariat } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { option, required } from '../../src/core/option.ts'
import { type Context, command, found } from '../define.ts'
import { readOwner } from '../meeting/action/owner.ts'
import { describing, recommendationOption } from './options.ts'
import { readableRecommendation } from './show.ts'
import { follower, recommendationCard } from './shown.ts'
import { tellFollowers, tellFormerFollowers } from './tell.ts'

export const assign = command({
  name: 'assign',
  about: 'Say who follows a recommendation up, and when; they are told and reminded',
  options: {
    recommendation: recommendationOption,
    owner: required(
      option.text({ about: 'An entity, a person, me, or nobody', max: 100, names: ['entity', 'person'] }),
    ),
    due: describing.due,
  },
  access: secretariat,
  changes: true,
  examples: ['/recommendation assign REC1 owner:CTED due:"1 Mar 2027"'],
  async run(context, { recommendation: id, owner, due }) {
    const { db, caller, now } = context
    const before = await readableRecommendation(context, id)
    const { ownerEntity, ownerPerson } = await ownerTyped(context, owner)
    const patch = {
      entityId: ownerEntity,
      personId: ownerPerson,
      ...(due === undefined ? {} : { dueOn: due }),
    }
    const saved = await changeRecord(db, recommendations, id, patch, { by: caller.personId, now })
    const one = found(await recommendationById(db, id), 'such recommendation')
    if (!saved)
      throw new UserError(
        `REC${id} is followed up by ${follower(one) ?? 'nobody'} already; nothing was changed.`,
      )
    context.about(`recommendation:${id}`)
    const sentence = `${caller.name} gave you a recommendation to follow up`
    const told = [
      await tellFollowers(context, one, saved.change, sentence),
      await tellFormerFollowers(context, { before, after: one }, saved.change),
    ]
    const text = `REC${id} is followed up by ${follower(one) ?? 'nobody'} from now on`
    return recommendationCard(context, one, { done: text, change: saved.change, told })
  },
})

/** Who is meant: an entity, a person, the caller, or nobody. Raises `UserError`, also for a role. */
export async function ownerTyped(context: Context, text: string): Promise<Owner> {
  const owner = await readOwner(context, text)
  if (owner.ownerRole === null) return owner
  throw new UserError('A recommendation belongs to no group; name an entity or a person.', {
    option: 'owner',
  })
}
