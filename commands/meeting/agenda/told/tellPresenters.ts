import { personByShownEmail } from '../../../../db/directory/people.ts'
import { viewerOf } from '../../../../db/directory/visibility/audience.ts'
import { type Invited, invitees } from '../../../../db/meetings/invitations.ts'
import type { AgendaItem, NewItem } from '../../../../db/meetings/record/agenda.ts'
import type { Meeting } from '../../../../db/meetings/rows.ts'
import { eachTime } from '../../../../src/core/feature/notice.ts'
import { withReason } from '../../../../src/core/feature/withReason.ts'
import { type Block, block, button, message, moment, type Rich, rich } from '../../../../src/core/message.ts'
import { list } from '../../../../src/core/text/list.ts'
import { fold } from '../../../../src/core/text/nearest.ts'
import type { Context } from '../../../define.ts'
import { byWhom } from '../../../records/byWhom.ts'
import { whom } from '../../../wg/told/toldLine.ts'
import { itemLine } from '../card.ts'

type Item = Pick<AgendaItem, keyof NewItem>

/** An item as it was and as it is; undefined where it was not, or is not any more, on the agenda. */
export interface ItemTurn {
  readonly was?: Item
  readonly is?: Item
}

interface Part {
  readonly personId: number
  readonly name: string
  readonly zone: string
  readonly news: 'presents' | 'changed' | 'no more'
  readonly turn: ItemTurn
}

/**
 * Tells those who are named as presenters, as far as they are surely among those invited, that they present, do not any
 * more or present something else; `heard` are told of it already. Says to the caller who is told, and what is kept as a
 * name alone.
 */
export async function tellPresenters(
  context: Context,
  meeting: Meeting,
  turns: readonly ItemTurn[],
  heard: readonly (number | null)[] = [],
): Promise<readonly Block[]> {
  const { db, caller, notify } = context
  if (turns.every(({ was, is }) => (was?.presenter ?? is?.presenter ?? null) === null)) return []
  const people = await invitees(db, meeting.id)
  const parts: Part[] = []
  const unknown: string[] = []
  for (const turn of turns) {
    const before = await namedIn(context, people, turn.was?.presenter)
    const after = await namedIn(context, people, turn.is?.presenter)
    if (turn.is?.presenter !== turn.was?.presenter) unknown.push(...after.unknown)
    for (const one of new Set([...before.people, ...after.people])) {
      const news = !after.people.includes(one)
        ? 'no more'
        : before.people.includes(one)
          ? 'changed'
          : 'presents'
      parts.push({ personId: one.personId, name: one.name, zone: one.zone, news, turn })
    }
  }
  const told = parts.filter(({ personId }) => personId !== caller.personId && !heard.includes(personId))
  notify(
    [
      ...Map.groupBy(told, ({ personId, news }) => `${news.replace(' ', '-')}:${eachTime}:${personId}`),
    ].flatMap(([key, [first, ...more]]) =>
      first ? [noticeOf(context, meeting, `presenter:${meeting.id}:${key}`, [first, ...more])] : [],
    ),
  )
  const gone = told.filter(({ news }) => news === 'no more')
  const here = told.filter(({ news }) => news !== 'no more')
  return [
    toldWhat(here, 'what they present'),
    toldWhat(
      gone.filter(({ personId }) => here.every((one) => one.personId !== personId)),
      'what they no longer present',
    ),
    unknown.length === 0
      ? undefined
      : block.text(
          `${list(
            [...new Set(unknown)].map((name) => `“${name}”`),
            'and',
          )} ${new Set(unknown).size === 1 ? 'is kept as typed and hears' : 'are kept as typed and hear'} nothing: none of those invited is surely meant.`,
        ),
  ].filter((one) => one !== undefined)
}

function toldWhat(people: readonly Part[], what: string): Block | undefined {
  const names = [...new Set(people.map(({ name }) => name))]
  if (names.length === 0) return undefined
  return block.text(`${whom(names)} ${names.length === 1 ? 'is' : 'are'} told ${what}.`)
}

function noticeOf(
  { caller, now }: Context,
  { id, title, groupIds, startsAt }: Meeting,
  key: string,
  [first, ...more]: readonly [Part, ...Part[]],
) {
  const { personId, zone, news } = first
  const items = [first, ...more].flatMap((part, at) => (at === 0 ? lineOf(part) : rich`; ${lineOf(part)}`))
  const of = rich`M${id} ${title}, ${moment(startsAt, zone)}`
  return {
    key,
    personId,
    kind: 'agenda',
    subject: `meeting:${id}`,
    // What is put down once the meeting has begun is told all the same.
    ...(startsAt > now ? { uselessAfter: startsAt } : {}),
    message: withReason(
      message(
        summaryOf(news, byWhom(caller, groupIds), items, of),
        block.buttons(button('Show the agenda', 'meeting agenda show', { meeting: `M${id}` })),
      ),
      {
        as: news === 'no more' ? 'the one who was to present it' : 'named as the one who presents it',
        otherwise: `Is that wrong? Speak to ${caller.name}.`,
      },
      false,
    ),
  }
}

function summaryOf(news: Part['news'], by: string, items: Rich, of: Rich): Rich {
  switch (news) {
    case 'presents':
      return rich`${by} put you down to present ${items} at ${of}.`
    case 'changed':
      return rich`${by} changed what you present at ${of}: ${items}.`
    case 'no more':
      return rich`You are no longer down to present ${items} at ${of}, by a change of ${by}.`
  }
}

/** An item as it is told: as it is for who presents it, as it was for who does not any more, and both where it is theirs still. */
function lineOf({ news, turn: { was, is } }: Part): Rich {
  if (news === 'changed' && was && is) return rich`${itemLine(is)}, was ${itemLine(was)}`
  const item = news === 'no more' ? was : is
  return item ? itemLine(item) : rich``
}

interface Named {
  readonly people: readonly Invited[]
  /** What names nobody for sure. */
  readonly unknown: readonly string[]
}

/**
 * Who of those invited is meant by the words for presenters: one person by name or address, or those of an entity. An
 * entity beside somebody of its own, as in `Jo Doe (WHO)`, says who they are. The caller need not be invited.
 */
async function namedIn(
  { db, caller, today }: Context,
  invited: readonly Invited[],
  presenter: string | null | undefined,
): Promise<Named> {
  if (presenter == null) return { people: [], unknown: [] }
  const whole = (await meant(presenter)).people
  if (whole.length > 0) return { people: whole, unknown: [] }
  const found = await Promise.all(presenter.split(/[;/&+]| and /i).map(beside))
  const all = found.flat()
  const unknown = all.filter(({ part, people }) => people.length === 0 && fold(part) !== fold(caller.name))
  return {
    people: [...new Set(all.flatMap(({ told }) => told))],
    unknown: unknown.map(({ part }) => part),
  }

  async function beside(text: string) {
    const parts = text
      .split(/[,()]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const each = await Promise.all(parts.map(async (part) => ({ part, ...(await meant(part)) })))
    const persons = each.flatMap(({ people, isEntity }) => (isEntity ? [] : people))
    return each.map((one) => ({
      ...one,
      told: one.isEntity && one.people.some((person) => persons.includes(person)) ? [] : one.people,
    }))
  }

  async function meant(text: string): Promise<Meant> {
    const said = fold(text.replace(/^(?:mr|mrs|ms|mx|dr|prof)\.? (?=\S)/i, ''))
    const byName = invited.filter(({ name }) => fold(name) === said)
    if (byName.length > 0) return { people: byName.length === 1 ? byName : [], isEntity: false }
    const ofEntity = invited.filter(({ entity }) => entity !== null && fold(entity) === fold(text))
    if (ofEntity.length > 0 || !text.includes('@')) return { people: ofEntity, isEntity: true }
    const person = await personByShownEmail(db, text, viewerOf(caller, today))
    return { people: invited.filter(({ personId }) => personId === person?.id), isEntity: false }
  }
}

interface Meant {
  readonly people: readonly Invited[]
  readonly isEntity: boolean
}
