import type { ProjectFields } from '../../db/projects/projects.ts'
import { UserError } from '../../src/core/errors.ts'
import { option, required, type Values } from '../../src/core/option.ts'
import { formatMoney, type Money, readMoney, usualCurrency } from '../../src/core/text/money.ts'
import { nameList, orNone } from '../directory/edit/answer.ts'

export const pillars = ['I', 'II', 'III', 'IV'] as const
/** A pillar by its number as others write it. */
export const pillarWords = { I: ['1', 'one'], II: ['2', 'two'], III: ['3', 'three'], IV: ['4', 'four'] }
export const statuses = ['planned', 'ongoing', 'completed', 'suspended'] as const

/** What else people say of how one stands. */
export const statusWords = {
  ongoing: ['under way', 'underway', 'in progress', 'running', 'started'],
  completed: ['done', 'complete', 'finished', 'ended'],
  suspended: ['on hold', 'paused'],
}

export const projectOption = required(
  option.record({ about: 'The project’s number, e.g. PRJ12, or words of its title', prefix: 'PRJ' }),
)

/** The options that describe a project beside its title and its lead. */
export const describing = {
  partners: option.entities({ about: 'Entities beside the lead, by acronym, separated by commas' }),
  pillar: option.choice({ about: 'The pillar that it works under', choices: pillars, also: pillarWords }),
  beneficiaries: option.text({
    about: 'States or regions that it is for, separated by semicolons',
    max: 300,
  }),
  budget: option.text({ about: 'What it costs, e.g. USD 1,200,000 or 1.2m EUR', max: 40 }),
  funded: option.text({
    about: 'How much of that there is, in the same currency or as a part: 40%',
    max: 40,
  }),
  donors: option.text({ about: 'Who pays, separated by commas', max: 300 }),
  start: option.day({ about: 'Its first day' }),
  end: option.lastDay({ about: 'Its last day' }),
  status: option.choice({
    about: 'How it stands; planned by default',
    choices: statuses,
    also: statusWords,
  }),
} as const

/** What was typed of a project, and what was taken for granted, to be said. */
export interface TypedProject {
  readonly fields: Partial<ProjectFields>
  readonly assumed: string | undefined
}

/** Reads what describes a project; `before` is how it stands. Raises `UserError` for what does not fit together. */
export function readDescription(
  { partners, pillar, beneficiaries, budget, funded, donors, start, end, status }: Values<typeof describing>,
  before?: ProjectFields,
): TypedProject {
  const amounts = readFunding({ budget, funded }, before)
  const startsOn = start ?? before?.startsOn
  const endsOn = end ?? before?.endsOn
  if (startsOn && endsOn && endsOn < startsOn)
    throw new UserError('It would end before it begins. Nothing was changed.', { option: 'end' })
  return {
    fields: {
      ...(partners === undefined ? {} : { partners: partners.map(({ id }) => id) }),
      ...(pillar === undefined ? {} : { pillar }),
      ...(beneficiaries === undefined ? {} : { beneficiaries: orNone(beneficiaries) }),
      ...amounts.fields,
      ...(donors === undefined ? {} : { donors: nameList(donors) }),
      ...(start === undefined ? {} : { startsOn: start }),
      ...(end === undefined ? {} : { endsOn: end }),
      ...(status === undefined ? {} : { status }),
    },
    assumed: amounts.assumed,
  }
}

interface TypedAmounts {
  readonly budget: string | undefined
  readonly funded: string | undefined
}

/** What there is may be said as a part of the budget: `40%`. */
function readFunding(typed: TypedAmounts, before: ProjectFields | undefined): TypedProject {
  const share = shareOf(typed.funded)
  if (share === undefined) return readAmounts(typed, before)
  const amounts = readAmounts({ budget: typed.budget, funded: undefined }, before)
  const budget = amounts.fields.budget ?? before?.budget
  if (!budget)
    throw new UserError(`${typed.funded} of which budget? Give budget: as well. Nothing was changed.`, {
      option: 'budget',
    })
  return { ...amounts, fields: { ...amounts.fields, funded: Math.round(budget * share) } }
}

/** A project that costs less, in the smallest unit, was likely meant in thousands or millions. */
const seemsSmall = 100_000

/** Both amounts are of one currency; one that names none is of the other's, or of the project's. */
function readAmounts(typed: TypedAmounts, before: ProjectFields | undefined): TypedProject {
  const budget = amountOf(typed.budget, 'budget')
  const funded = amountOf(typed.funded, 'funded')
  const given = [budget, funded].filter((one): one is Money => one !== undefined && one !== null)
  if (budget === undefined && funded === undefined) return { fields: {}, assumed: undefined }
  const named = new Set(given.filter(({ isNamed }) => isNamed).map(({ currency }) => currency))
  const kept = {
    budget: budget === undefined ? before?.budget : null,
    funded: funded === undefined ? before?.funded : null,
  }
  const stays = Object.values(kept).some((amount) => amount !== null && amount !== undefined)
  const currency = [...named][0] ?? before?.currency ?? usualCurrency
  if (named.size > 1 || (stays && before?.currency && before.currency !== currency))
    throw new UserError(
      'Budget and funding must be of one currency. Give both in the same one. Nothing was changed.',
      { option: 'funded' },
    )
  const minor = (money: Money | null, name: string, text: string | undefined) =>
    money === null ? null : readMoney(money.isNamed ? (text ?? '') : `${currency} ${text ?? ''}`, name).minor
  const small = given.filter(({ minor }) => minor > 0 && minor < seemsSmall)
  const notes = [
    ...(given.length > 0 && named.size === 0 && !before?.currency
      ? [`No currency was named, so ${currency} is meant.`]
      : []),
    ...small.map(
      (one) =>
        `${formatMoney(one.minor, currency)} was taken as it stands; thousands and millions are typed as 500k and 1.2m.`,
    ),
  ]
  const assumed = notes.length > 0 ? notes.join(' ') : undefined
  return {
    fields: {
      currency,
      ...(budget === undefined ? {} : { budget: minor(budget, 'budget', typed.budget) }),
      ...(funded === undefined ? {} : { funded: minor(funded, 'funded', typed.funded) }),
    },
    assumed,
  }
}

/** A part of the budget, `40%`, as a fraction. */
function shareOf(text: string | undefined): number | undefined {
  const [, percent] = /^(\d{1,3}(?:[.,]\d)?) ?(?:%|per ?cent)$/i.exec(text?.trim() ?? '') ?? []
  return percent === undefined ? undefined : Number(percent.replace(',', '.')) / 100
}

/** Undefined where nothing was typed, null for `none`. */
function amountOf(text: string | undefined, option: string): Money | null | undefined {
  if (text === undefined) return undefined
  return orNone(text) === null ? null : readMoney(text, option)
}

/** An amount in words; empty where none is known. */
export function moneyWords(minor: number | null, currency: string | null): string {
  return minor === null || currency === null ? '' : formatMoney(minor, currency)
}
