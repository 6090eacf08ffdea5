import { findMeeting } from '../../../db/meetings/find/findMeeting.ts'
import type { Db } from '../../../db/store/db.ts'
import { choiceSaid } from '../../core/language/choice/choices.ts'
import { waitingMeeting } from '../../core/language/trailing/answers.ts'
import type { Options } from '../../core/option.ts'
import { fold } from '../../core/text/nearest.ts'

type Fields = Readonly<Record<string, string>>

/**
 * The fields of `rsvp No Money for Terror`, where that is a meeting, without the answer that its title begins with: what
 * the answer is will be asked. Unchanged for any other answer with words behind it.
 */
export async function withAnswerInTitle(
  db: Db,
  options: Options,
  fields: Fields,
  now: Date,
): Promise<Fields> {
  const meeting = Object.keys(fields).find(
    (name) => options[name]?.kind === 'meeting' && fields[name] === waitingMeeting,
  )
  const [answer, choices] = Object.entries(options).find(([, { trailing }]) => trailing) ?? []
  const note = Object.keys(fields).find((name) => options[name]?.kind === 'text')
  const words = note === undefined ? undefined : fields[note]
  if (!meeting || !answer || !choices || !note || words === undefined) return fields
  const found = await findMeeting(db, words, now)
  if (found.kind === 'none') return fields
  const titles = (found.kind === 'one' ? [found.value] : found.candidates).map(({ title }) => title)
  const title = titles.find((one) => {
    const at = fold(one).indexOf(fold(words))
    return at > 0 && choiceSaid(one.slice(0, at).trim(), choices) === fields[answer]
  })
  if (title === undefined) return fields
  const left = Object.entries(fields).filter(([name]) => name !== answer && name !== note)
  return { ...Object.fromEntries(left), [meeting]: title }
}
