import {
  type CallSettings,
  callAgain,
  callsOf,
  leaveOutOfCalls,
  leftOut,
  setCalls,
} from '../../../db/newsletter/calls/calls.ts'
import { silentPeople } from '../../../db/newsletter/calls/silent.ts'
import { contributions } from '../../../db/newsletter/coverage/contributions.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { type EntityRef, option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { saysNothing } from '../../../src/core/text/nothing.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { type Context, command } from '../../define.ts'
import { asksFirst } from '../../records/askWhereMany.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { calledFirst, heldIssue, issueName, monthsOf, period, requireStatus } from '../issue/issue.ts'
import { askBeforeCalling } from './askBeforeCalling.ts'
import { graceMs } from './beginCalls.ts'
import { withoutPeople } from './withoutPeople.ts'

export const call = command({
  name: 'call',
  about: 'Who was called for an issue and has not answered; hold calls, add a note, exclude an entity',
  heading: 'Calls for contributions',
  options: {
    period,
    state: option.choice({ about: 'Whether entities are called', choices: ['on', 'off'] }),
    note: option.text({ about: 'A note to add to every call; “none”', max: 500 }),
    exclude: option.entities({ about: 'Entities not to call, with commas between them' }),
    include: option.entities({ about: 'Entities to call again' }),
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  mayAsk: true,
  asksWhen: 'where many are called who were not before',
  examples: ['/newsletter call', '/newsletter call exclude:CTED note:"The printer waits until Friday."'],
  async run(context, { period: asked, state, note, exclude, include, undoes }) {
    const { db, now, caller } = context
    const issue = await heldIssue(context, asked)
    const before = await callsOf(db, issue.id)
    const changes = [state, note, exclude, include].some((one) => one !== undefined)
    if (!changes) return shown(context, issue)
    requireStatus(issue, 'open')
    if (include && exclude?.some(({ id }) => include.some((one) => one.id === id)))
      throw new UserError('An entity cannot be left out and called at once. Nothing was changed.', {
        option: 'include',
      })
    const out = await leftOut(db, issue.id)
    // How many of the entities that change are left out, so that one that is renamed meanwhile is no change.
    const given = (of: Pick<CallSettings, 'enabled' | 'note'> | undefined, left: number) => [
      state === undefined ? null : (of?.enabled ?? false),
      note === undefined ? null : (of?.note ?? null),
      left,
    ]
    const named = [...(exclude ?? []), ...(include ?? [])]
    const stands = standing(before)
    const show = [button('How it stands', 'newsletter call', monthsOf(issue))]
    refuseOverruled(
      undoes,
      given(before, named.filter(({ acronym }) => out.includes(acronym)).length),
      stands,
      show,
    )
    const enabled = state === undefined ? (before?.enabled ?? true) : state === 'on'
    const after = {
      newsletterId: issue.id,
      enabled,
      note: note === undefined ? (before?.note ?? null) : noteOf(note),
      beginsAt: before?.beginsAt ?? new Date(now.getTime() + graceMs),
    }
    const change = async () => {
      await setCalls(db, after, caller.personId, now)
      if (exclude) await leaveOutOfCalls(db, issue.id, exclude.map(idOf), caller.personId, now)
      if (include) await callAgain(db, issue.id, include.map(idOf))
      return after
    }
    const made = await askBeforeCalling(context, issue, change, (people) => ({
      what: rich`Call ${counted(people, 'person', 'people')} for ${issueName(issue)}, which takes updates until ${moment(issue.closesAt, context.zone)}?`,
      yes: 'Call them',
    }))
    if (asksFirst(made)) return made
    const left = (exclude ?? []).filter(({ acronym }) => !out.includes(acronym)).length
    const called = (include ?? []).filter(({ acronym }) => out.includes(acronym)).length
    const undo = {
      ...monthsOf(issue),
      ...(state === undefined ? {} : { state: (before?.enabled ?? false) ? 'on' : 'off' }),
      ...(note === undefined ? {} : { note: before?.note ?? 'none' }),
      ...among('include', exclude, (acronym) => !out.includes(acronym)),
      ...among('exclude', include, (acronym) => out.includes(acronym)),
      undoes: undoesOf(given(after, left), given(before, called), stands, show),
    }
    return shown(context, issue, undo)
  },
})

/** Of the entities that were named those that changed, as the undo names them; what stood so before stays. */
function among(
  name: 'include' | 'exclude',
  named: readonly EntityRef[] | undefined,
  changed: (acronym: string) => boolean,
): Readonly<Record<string, string>> {
  const those = (named ?? []).map(({ acronym }) => acronym).filter(changed)
  return those.length === 0 ? {} : { [name]: those.join(', ') }
}

/** How an issue is called for, in a sentence. */
function standing(calls: CallSettings | undefined): string {
  const note = calls?.note ? `, with your note “${shorten(calls.note, 200)}”` : ''
  return `Entities are ${(calls?.enabled ?? false) ? 'called' : 'not called'}${note}.`
}

function idOf({ id }: EntityRef): number {
  return id
}

function noteOf(text: string): string | null {
  return /^off$/i.test(text.trim()) || saysNothing(text) ? null : text
}

async function shown(
  { db, now, zone }: Context,
  issue: Awaited<ReturnType<typeof heldIssue>>,
  undo?: Readonly<Record<string, string>>,
): Promise<Message> {
  const calls = await callsOf(db, issue.id)
  const [silent, out, { entities }] = [
    (await silentPeople(db, now)).filter(
      ({ newsletterId, place }) => newsletterId === issue.id && place === 1,
    ),
    await leftOut(db, issue.id),
    await contributions(db, issue.id, now),
  ]
  const isOpen = issue.status === 'open'
  const on = isOpen && (calls?.enabled ?? false)
  const without = on ? await withoutPeople(db, issue.id, now) : undefined
  const names = (of: typeof entities) => of.map(({ entity }) => entity).join(', ') || 'none yet'
  return message(
    on
      ? rich`${calledFirst(issue)} is called for: ${counted(silent.length, 'entity has', 'entities have')} not answered.`
      : rich`Nobody is called for ${issueName(issue)}${isOpen ? '' : `, which is ${issue.status}`}.`,
    block.fields([
      ['Closes', rich`${moment(issue.closesAt, zone)}`],
      ...(calls && calls.beginsAt > now
        ? ([['First call', rich`${moment(calls.beginsAt, zone)}`]] as const)
        : []),
      ...(on
        ? ([
            [
              'Called, no answer',
              silent.map(({ entity, name }) => `${entity} (${name})`).join(', ') || 'none',
            ],
          ] as const)
        : []),
      ['Sent something', names(entities.filter(({ sent }) => sent > 0))],
      ['Nothing to report', names(entities.filter(({ passed }) => passed))],
      ['Left out', out.join(', ') || 'none'],
      ...(calls?.note ? ([['Your note', calls.note]] as const) : []),
    ]),
    without && block.text(without.said),
    block.buttons(
      ...(undo ? [button('Undo', 'newsletter call', undo)] : []),
      ...(isOpen
        ? [
            button(on ? 'Call nobody' : 'Call all entities', 'newsletter call', {
              ...monthsOf(issue),
              state: on ? 'off' : 'on',
            }),
          ]
        : []),
      ...(isOpen || issue.status === 'closed'
        ? [{ ...button('Extend', 'newsletter extend', monthsOf(issue)), ask: true as const }]
        : []),
      ...(without ? [without.button] : []),
    ),
  )
}
