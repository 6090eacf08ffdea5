import {
  type Recommendation,
  recommendationById,
  recommendations,
} from '../../db/recommendations/recommendations.ts'
import { changeRecord } from '../../db/records/change.ts'
import { anyone } from '../../src/core/catalog.ts'
import { orUserError, UserError } from '../../src/core/errors.ts'
import { type Button, button } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { readDay } from '../../src/core/time/typedDay.ts'
import { type Context, command, found } from '../define.ts'
import { undoChange, whichChange } from '../records/undoChange.ts'
import { recommendationOption, statuses, statusWords } from './options.ts'
import { readableRecommendation, visible } from './show.ts'
import { recommendationCard } from './shown.ts'
import { tellFollowers, tellFormerFollowers, tellSecretariat } from './tell.ts'

export const status = command({
  name: 'status',
  about: 'Say how a recommendation that you follow up stands; the secretariat is told',
  options: {
    recommendation: recommendationOption,
    status: required(
      option.choice({ about: 'How it stands', choices: statuses, also: statusWords, trailing: true }),
    ),
    note: option.text({ about: 'What was done, or why', max: 1000, multiline: true }),
  },
  access: anyone,
  changes: true,
  examples: ['/recommendation status REC1 implemented note:"Two courses were held"'],
  async run(context, { recommendation: id, status: next, note }) {
    const { db, caller, now } = context
    await readableRecommendation(context, id)
    const recorder = { by: caller.personId, now, ...(note === undefined ? {} : { note }) }
    const saved = await changeRecord(db, recommendations, id, { status: next }, recorder)
    if (!saved) throw new UserError(`REC${id} is ${next} already; nothing was changed.`)
    context.about(`recommendation:${id}`)
    const one = found(await recommendationById(db, id), 'such recommendation')
    const sentence = `${caller.name} says how a recommendation stands${note === undefined ? '' : ` (${note})`}`
    const tell = caller.isSecretariat ? tellFollowers : tellSecretariat
    const told = [await tell(context, one, saved.change, sentence)]
    return recommendationCard(context, one, {
      done: `REC${id} is ${next}`,
      change: saved.change,
      told,
      note: dayInNote(context, one, note),
    })
  },
})

/** The longest day in a note, in words. */
const mostDayWords = 4

/** Says that a day in a note is none of the follow-up, where it differs from it, with a button that makes it so for whoever may. */
function dayInNote(
  { now, zone, caller, today }: Context,
  { id, dueOn }: Recommendation,
  note = '',
): { readonly text: string; readonly buttons: readonly Button[] } | undefined {
  const [, typed = ''] = /(?<!\p{L})(?:by|before|until|till) ([^.,;!?()\n]{2,60})/iu.exec(note) ?? []
  const words = typed.split(' ')
  for (let count = Math.min(mostDayWords, words.length); count > 0; count--) {
    const day = orUserError(() => readDay(words.slice(0, count).join(' '), { now, zone }, 'due'))
    if (day instanceof UserError || day < today) continue
    if (day === dueOn) return undefined
    const stands = dueOn === null ? 'has no day' : `stays due ${formatDay(dueOn)}`
    return {
      text: `${formatDay(day)} is only in the note: REC${id} ${stands}${caller.isSecretariat ? '.' : '; the secretariat, which has your note, sets its day.'}`,
      buttons: caller.isSecretariat
        ? [button(`Due ${formatDay(day)}`, 'recommendation edit', { recommendation: `REC${id}`, due: day })]
        : [],
    }
  }
  return undefined
}

export const undo = command({
  name: 'undo',
  about: 'Take back a change of a recommendation, the last one by default',
  options: { recommendation: recommendationOption, change: whichChange },
  access: anyone,
  changes: true,
  examples: ['/recommendation undo REC1'],
  async run(context, { recommendation: id, change: number }) {
    const { db, caller } = context
    const before = visible(context, id, await recommendationById(db, id))
    const saved = await undoChange(context, recommendations, { recordId: id, number }, (own) => {
      // Those who no longer follow it up are refused by `visible`.
      if (own === undefined && !caller.isSecretariat)
        throw new UserError('That was changed by somebody else; the secretariat may take it back.')
    })
    context.about(`recommendation:${id}`)
    const one = found(await recommendationById(db, id), 'such recommendation')
    const told = await tellOfUndo(context, { before, after: one }, saved.change)
    const text = one.removed ? `REC${id} is taken out again` : `REC${id} is as it was before`
    return recommendationCard(context, one, { done: text, change: saved.change, told })
  },
})

/** Tells those who were told of what is taken back; says to the caller who is told. */
async function tellOfUndo(
  context: Context,
  { before, after }: { readonly before: Recommendation; readonly after: Recommendation },
  change: number,
): Promise<readonly (string | undefined)[]> {
  const sentence = `${context.caller.name} took back what was changed in a recommendation`
  if (!context.caller.isSecretariat) return [await tellSecretariat(context, after, change, sentence)]
  return [
    after.removed ? undefined : await tellFollowers(context, after, change, sentence),
    await tellFormerFollowers(context, { before, after }, change),
  ]
}
