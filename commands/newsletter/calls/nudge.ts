import { askableEntities, askableGroups } from '../../../db/newsletter/calls/askable.ts'
import { addNudges } from '../../../db/newsletter/calls/nudges.ts'
import { contributions } from '../../../db/newsletter/coverage/contributions.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Button, block, button, message, rich } from '../../../src/core/message.ts'
import { type EntityRef, type GroupRef, option } from '../../../src/core/option.ts'
import { nothingSent } from '../../../src/core/reach/reach.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { list } from '../../../src/core/text/list.ts'
import { type Context, command, type Question } from '../../define.ts'
import { reachedByRule } from '../../records/reachedByRule.ts'
import { calledFirst, heldIssue, issueName, monthsOf, period, requireStatus } from '../issue/issue.ts'
import { newsletterNudge } from './nudgeRule.ts'
import { type CallTarget, isAmongSilent, refusalOf, refusalsOf } from './whoIsAsked.ts'

export const nudge = command({
  name: 'nudge',
  about: 'Ask an entity, or those who lead a group, what they have for an issue; once a day at the most',
  heading: 'Nudge',
  options: {
    entities: option.entities({
      about: 'Entities to ask, with commas between them',
      all: { silent: 'entities' },
    }),
    wg: option.groups({ about: 'Groups whose chairs are asked', all: { silent: 'groups' } }),
    silent: option.choice({ about: 'All that are silent', choices: ['entities', 'groups'] }),
    period,
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  asksWhen: 'where many people are written to',
  examples: [
    '/newsletter nudge CTED, WHO',
    '/newsletter nudge wg:ETCIP',
    '/newsletter nudge silent:entities',
  ],
  async run(context, { entities = [], wg = [], silent, period: asked }) {
    const { db, now, caller, askAbove, confirmed } = context
    const issue = await heldIssue(context, asked)
    requireStatus(issue, 'open')
    const months = monthsOf(issue)
    if (issue.closesAt <= now) throw closed(issue)
    if (entities.length + wg.length === 0 && silent === undefined) throw await nobodyNamed(context, issue)
    const { chosen, uncalled } = await chosenOf(context, issue, { entities, wg, silent })
    const told = chosen.filter((one) => refusalOf(one, now) === undefined)
    const left = [...uncalled, ...refusalsOf(chosen, now)]
    const people = new Set(told.flatMap((one) => one.people.map(({ id }) => id))).size
    if (told.length === 0)
      throw new UserError(`Nobody was asked. ${left.join(' ') || 'Something has come from everybody.'}`, {
        buttons: [button('Coverage', 'newsletter coverage', months)],
      })
    if (people > askAbove && !confirmed) return question(context, told, people)
    const idsOf = (isGroup: boolean) => told.filter((one) => one.isGroup === isGroup).map(({ id }) => id)
    const nudges = { newsletterId: issue.id, entityIds: idsOf(false), groupIds: idsOf(true) }
    await addNudges(db, nudges, caller.personId, now)
    return message(
      rich`${counted(people, 'person is', 'people are')} asked what there is for ${issueName(issue)}: ${list(told.map(named), 'and')}.`,
      block.text('Each is told once, in the daytime, what you ask and how to say that there is nothing.'),
      left.length > 0 ? block.list(left) : undefined,
      block.buttons(
        button('Coverage', 'newsletter coverage', months),
        button('Status', 'newsletter status', months),
      ),
    )
  },
})

function closed(issue: NewsletterIssue): UserError {
  return new UserError(
    `${calledFirst(issue)} takes no updates any more; extend it first. Nobody was asked.`,
    { buttons: [{ ...button('Extend it', 'newsletter extend', monthsOf(issue), 'primary'), ask: true }] },
  )
}

/** Offers those that are silent, where there are such that were not asked just now. */
async function nobodyNamed(context: Context, issue: NewsletterIssue): Promise<UserError> {
  const months = monthsOf(issue)
  const buttons: Button[] = []
  for (const silent of ['entities', 'groups'] as const) {
    const { chosen } = await chosenOf(context, issue, { entities: [], wg: [], silent })
    if (chosen.some((one) => refusalOf(one, context.now) === undefined))
      buttons.push(button(`All silent ${silent}`, 'newsletter nudge', { ...months, silent }))
  }
  return new UserError('Who is to be asked? Name entities or a group, or ask all that are silent.', {
    buttons: [...buttons, button('Coverage', 'newsletter coverage', months)],
  })
}

/** Those that were named or are silent, and a sentence for each that was named and is not called. */
async function chosenOf(
  { db, now, today }: Context,
  { id: newsletterId }: NewsletterIssue,
  {
    entities,
    wg,
    silent,
  }: {
    readonly entities: readonly EntityRef[]
    readonly wg: readonly GroupRef[]
    readonly silent: 'entities' | 'groups' | undefined
  },
): Promise<{ readonly chosen: readonly CallTarget[]; readonly uncalled: readonly string[] }> {
  const about = { newsletterId, now, today }
  const come = silent === 'entities' ? (await contributions(db, newsletterId, now)).entities : []
  const [askable, groups] = [await askableEntities(db, about), await askableGroups(db, about)]
  return {
    uncalled: [
      ...entities
        .filter((one) => !isNamed(one, askable))
        .map(({ acronym }) => `${acronym} is not called for updates.`),
      ...wg.filter((one) => !isNamed(one, groups)).map(({ acronym }) => `${acronym} has been retired.`),
    ],
    chosen: [
      ...askable
        .filter((one) => isNamed(one, entities) || isAmongSilent(one, come))
        .map((one): CallTarget => ({ ...one, isGroup: false })),
      ...groups
        .filter((one) => isNamed(one, wg) || (silent === 'groups' && one.silent))
        .map((one): CallTarget => ({ ...one, isGroup: true })),
    ],
  }
}

function isNamed({ id }: { readonly id: number }, wanted: readonly { readonly id: number }[]): boolean {
  return wanted.some((one) => one.id === id)
}

function named({ acronym, people, isGroup }: CallTarget): string {
  const names = people.map(({ name }) => name).join(', ')
  return isGroup ? `${acronym} (led by ${names})` : `${acronym} (${names})`
}

/** As many are shown with who answers for them; all are named below. */
const mostShown = 12

async function question(context: Context, told: readonly CallTarget[], people: number): Promise<Question> {
  const more = told.length - mostShown
  const asked = told.flatMap((one) => one.people.map(({ id }) => ({ personId: id })))
  return {
    kind: 'question',
    message: message(
      rich`Ask ${counted(people, 'person', 'people')} what there is to report?`,
      block.list([...told.slice(0, mostShown).map(named), ...(more > 0 ? [`and ${more} more`] : [])]),
      ...(await reachedByRule(context, asked, { at: context.now, rule: () => newsletterNudge })),
      nothingSent,
    ),
    yes: 'Ask them',
    values: {},
  }
}
