import { postUpdate } from '../../../db/newsletter/changeUpdates.ts'
import { periodOf } from '../../../db/newsletter/newsletters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { block } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { list } from '../../../src/core/text/list.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import { splitPasted } from '../../../src/newsletter/pasted/pasted.ts'
import type { Twin } from '../../../src/newsletter/twins/twins.ts'
import { type Context, command } from '../../define.ts'
import { askForClearance } from '../clear/askFor.ts'
import { linkToMessage, sourceMessageOf } from '../follow/sourceMessage.ts'
import { details } from '../options.ts'
import { answerOne, answerSeveral, type Posted, type Stored } from './posted.ts'
import { askForIssue, mayRead, questionOf, type TwinCandidate, twinsFor } from './questions.ts'
import { loadKnown } from './reading/known.ts'
import { readUpdate, type UpdateReading } from './reading/reading.ts'
import { refuseWordless } from './remarks/notTaken.ts'
import { refuseRemoved } from './removedSection.ts'

export const post = command({
  name: 'post',
  about: 'Post an activity update; its date, entities and links are read from the text',
  options: {
    text: required(
      option.text({
        about: 'What happened, with its date, as it may be printed',
        max: 2000,
        multiline: true,
      }),
    ),
    ...details,
    issue: option.period({
      about: 'The issue it is for, by its months or number, where several are open',
      inForms: false,
    }),
    items: option.choice({
      about: 'Whether the text is one item or several; asked where it looks like several',
      choices: ['one', 'several'],
      inForms: false,
    }),
  },
  access: anyone,
  changes: true,
  makes: 'unless confirmed',
  mayAsk: true,
  asksWhen: 'where a text looks like one that was posted before, or like several, or lies outside the issue',
  examples: [
    '/update post "CTED and UNODC held a workshop on border security, Nairobi (6-9 Mar)"',
    '/update post "UNESCO launched a guide for teachers (27 Mar)" section:publications',
  ],
  async run(context, { text, items: as, issue, ...given }) {
    const known = await loadKnown(context)
    refuseRemoved(known.sections, given.section)
    const isWhole = as === 'one' || (as === undefined && context.confirmed)
    const { items, sections, asides } = splitPasted(text, { sections: known.sections, isWhole })
    const readings = items.map((item, at) =>
      readUpdate(known, item, { ...given, section: given.section ?? sections[at] }, issue),
    )
    refuseWordless(text, readings)
    if (issue === undefined) askForIssue(known, readings, context.confirmed)
    const twins: Twin<TwinCandidate>[] = []
    for (const reading of readings) twins.push(...(await twinsFor(context, reading)))
    const taken = await sourceMessageOf(context, text)
    const again = taken?.before
    const asked = context.confirmed
      ? undefined
      : questionOf(context, { typed: text, readings, asides, twins, again })
    if (asked) return asked
    const hidden = twins.filter(({ item }) => !mayRead(context, item))
    const alike = hidden.length > 0 ? block.text(alikeElsewhere(hidden)) : undefined
    const posted: Posted[] = []
    for (const read of readings) posted.push({ ...(await store(context, read)), read })
    const ids = posted.map(({ id }) => id)
    if (taken) await linkToMessage(context, taken, ids)
    const [only, ...others] = posted
    return only && others.length === 0
      ? answerOne(context, only, alike)
      : answerSeveral(context, posted, { alike, asides })
  },
})

/** Stores an update; its answer shows what its author should know about clearance beside the number. */
async function store(context: Context, { content, issue, features }: UpdateReading): Promise<Stored> {
  const { db, caller, now, about } = context
  const { personId: authorId, entityId } = caller
  const newsletterId = issue?.id ?? null
  const { id, endsPass } = await postUpdate(db, { authorId, entityId, newsletterId, content, features }, now)
  about(`update:${id}`)
  const clearance = await askForClearance(context, { id, version: 1, content })
  const passed =
    issue && endsPass
      ? `${caller.entityAcronym} had nothing to report for the ${formatPeriod(periodOf(issue))} issue until now; that no longer counts.`
      : undefined
  return { id, clearance, passed }
}

/** Another entity's update is not shown, only that there is one. */
function alikeElsewhere(hidden: readonly Twin<TwinCandidate>[]): string {
  const posted = hidden.map(({ item }) => `U${item.id} of ${item.entity ?? 'another author'}`)
  return `It is very similar to ${list(posted, 'and')}; the secretariat sees both and decides.`
}
