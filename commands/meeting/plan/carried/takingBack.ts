import type { Plan } from '../../../../db/meetings/change.ts'
import type { Meeting } from '../../../../db/meetings/rows.ts'
import { UserError } from '../../../../src/core/errors.ts'
import { button } from '../../../../src/core/message.ts'
import { formatMoment } from '../../../../src/core/time/zone.ts'
import { markOf } from '../../../records/overruled.ts'
import { called } from '../../called.ts'

const fields = ['title', 'kind', 'start', 'duration', 'timezone', 'place', 'link'] as const

type Field = (typeof fields)[number]

/** The command that takes a change back, of a meeting or with it of the rest of its series; what it did not change stays. */
export function takingBack(
  before: Meeting,
  after: Plan,
  scope: 'this' | 'rest' = 'this',
): readonly [command: string, texts: Readonly<Record<string, string>>] {
  const [was, is] = [textsOf(before), textsOf(after)]
  const moved = was.start !== is.start || was.timezone !== is.timezone
  // An hour is read in its zone, so that one is not brought back without the other.
  const changed = fields.filter((name) =>
    name === 'start' || name === 'timezone' ? moved : was[name] !== is[name],
  )
  return [
    moved ? 'meeting move' : 'meeting edit',
    {
      meeting: `M${before.id}`,
      ...Object.fromEntries(changed.map((name) => [name, was[name]])),
      ...(before.seriesId === null ? {} : { series: scope }),
      undoes: [...changed, markOf(valuesOf(is, changed))].join(' '),
    },
  ]
}

/** Raises `UserError` where what a change had set, as its undo button says, was set anew since. */
export function refuseOverruling(meeting: Meeting, undoes: string | undefined, zone: string): void {
  if (undoes === undefined) return
  const words = undoes.split(' ')
  const changed = fields.filter((name) => words.includes(name))
  if (words.at(-1) === markOf(valuesOf(textsOf(meeting), changed))) return
  const values = { meeting: `M${meeting.id}` }
  throw new UserError(
    `${called(meeting)} was changed once more since: ${formatMoment(meeting.startsAt, zone)}${meeting.place === null ? '' : `, ${meeting.place}`}. Nothing was changed.`,
    { buttons: [button('Show', 'meeting show', values), button('History', 'meeting history', values)] },
  )
}

/** A plan in the texts of the options that change it. */
export function textsOf({
  title,
  kind,
  startsAt,
  minutes,
  zone,
  place,
  link,
}: Plan): Readonly<Record<Field, string>> {
  return {
    title,
    kind,
    start: startsAt.toISOString(),
    duration: `${minutes}m`,
    timezone: zone,
    place: place ?? 'none',
    link: link ?? 'none',
  }
}

function valuesOf(texts: Readonly<Record<Field, string>>, names: readonly Field[]): readonly string[] {
  return names.map((name) => texts[name])
}
