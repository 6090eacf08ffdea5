import { actionWords, type CommandSpec, type FeatureSpec } from '../../catalog.ts'
import { capital } from '../../text/text.ts'

/** The title of a form, `Schedule a meeting`, and the label of the button that submits it, `Schedule`. */
export interface FormTitle {
  readonly title: string
  readonly submit: string
}

/** The longest title that every platform shows whole: Slack’s. */
const longest = 24

/** Verbs that make something new. */
const making = new Set(['add', 'open', 'post', 'propose', 'schedule'])

const verbs = new Set('accept add approve assign cancel close confirm decline edit extend merge move open post propose publish reopen remove restore retire return schedule settle withdraw'.split(' ')) // biome-ignore format: a table

/** The title of a command’s form; what the feature itself says in `forms` comes first. */
export function formTitle(feature: FeatureSpec, command: CommandSpec): FormTitle {
  const { group, name, heading, changes } = command
  const [title, submit] = feature.forms?.[actionWords(command)] ?? []
  if (title !== undefined && submit !== undefined) return { title, submit }
  // `/directory add person` has its verb in the group.
  const isTurned = group !== undefined && verbs.has(group)
  const [verb, thing] = isTurned ? [group, name] : [name, group ?? feature.thing ?? feature.name]
  if (!verbs.has(verb)) return { title: heading ?? capital(thing), submit: changes ? 'Save' : 'Show' }
  const article = making.has(verb) ? (/^(?:[aeio]|up)/.test(thing) ? 'an' : 'a') : 'the'
  const whole = capital(`${verb} ${article} ${thing}`)
  return {
    title: whole.length > longest ? capital(`${verb} ${thing}`) : whole,
    submit: verb === 'edit' ? 'Save' : capital(verb),
  }
}
