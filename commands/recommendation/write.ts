import {
  addRecommendation,
  type RecommendationFields,
  recommendationById,
  recommendations,
} from '../../db/recommendations/recommendations.ts'
import { holdRow } from '../../db/store/holdRow.ts'
import { secretariat } from '../../src/core/catalog.ts'
import { NothingGiven } from '../../src/core/errors.ts'
import { option, required } from '../../src/core/option.ts'
import { command, found } from '../define.ts'
import { orNone } from '../directory/edit/answer.ts'
import { nobody } from '../meeting/action/owner.ts'
import { editRecord } from '../records/editRecord.ts'
import { ownerTyped } from './assign.ts'
import { country, describing, readCountry, recommendationOption } from './options.ts'
import { readableRecommendation } from './show.ts'
import { recommendationCard, recommendationTexts } from './shown.ts'
import { tellFollowers } from './tell.ts'

export const add = command({
  name: 'add',
  about: 'Record a technical-assistance recommendation to a State',
  options: {
    text: required(option.text({ about: 'What is recommended', max: 2000, multiline: true })),
    country: required(country),
    ...describing,
    owner: option.text({
      about: 'Who follows it up: an entity, a person, or me',
      max: 100,
      names: ['entity', 'person'],
    }),
  },
  access: secretariat,
  changes: true,
  makes: 'each time',
  examples: [
    '/recommendation add "Train border guards in the use of watchlists" country:Jordan theme:"border control" visit:"Assessment visit 2026"',
  ],
  async run(context, { text, country: typed, theme, visit, due, owner }) {
    const { db, caller, now } = context
    const { ownerEntity, ownerPerson } = owner === undefined ? nobody : await ownerTyped(context, owner)
    const { id, change } = await addRecommendation(
      db,
      {
        body: text,
        country: readCountry(typed),
        theme: theme ?? null,
        visit: visit ?? null,
        entityId: ownerEntity,
        personId: ownerPerson,
        dueOn: due ?? null,
        status: 'open',
      },
      { by: caller.personId, now },
    )
    context.about(`recommendation:${id}`)
    const one = found(await recommendationById(db, id), 'such recommendation')
    const sentence = `${caller.name} gave you a recommendation to follow up`
    const told = [await tellFollowers(context, one, change, sentence)]
    return recommendationCard(context, one, { done: 'Recorded', change, told })
  },
})

export const edit = command({
  name: 'edit',
  about: 'Change what a recommendation says; what it was before stays on record',
  options: {
    recommendation: recommendationOption,
    text: option.text({ about: 'What is recommended', max: 2000, multiline: true }),
    country,
    ...describing,
    without: option.choice({ about: 'Leave this empty from now on', choices: ['theme', 'visit', 'due'] }),
  },
  access: secretariat,
  changes: true,
  examples: ['/recommendation edit REC1 theme:"border control"'],
  present: async (context, { recommendation: id }) =>
    recommendationTexts(await readableRecommendation(context, id)),
  edits: ({ db }, { recommendation: id }) => ({
    ...{ subject: `recommendation:${id}`, alsoBy: ['recommendation undo'] },
    hold: () => holdRow(db, 'recommendations', id),
  }),
  async run(context, { recommendation: id, text, country: typed, theme, visit, due, without }) {
    const { db, caller } = context
    const before = await readableRecommendation(context, id)
    const given: Partial<RecommendationFields> = {
      ...(text === undefined ? {} : { body: text }),
      ...(typed === undefined ? {} : { country: readCountry(typed) }),
      ...(theme === undefined ? {} : { theme: orNone(theme) }),
      ...(visit === undefined ? {} : { visit: orNone(visit) }),
      ...(due === undefined ? {} : { dueOn: due }),
      ...(without === undefined ? {} : { [without === 'due' ? 'dueOn' : without]: null }),
    }
    if (Object.keys(given).length === 0)
      throw new NothingGiven(
        `Nothing to change in REC${id} was given; give text:, country:, theme:, visit: or due:.`,
      )
    const saved = await editRecord(context, recommendations, {
      ...{ id, label: `REC${id}`, before, given },
    })
    const one = found(await recommendationById(db, id), 'such recommendation')
    const sentence = `${caller.name} changed a recommendation that you follow up`
    const told = [await tellFollowers(context, one, saved.change, sentence)]
    return recommendationCard(context, one, { done: `Changed REC${id}`, change: saved.change, told })
  },
})
