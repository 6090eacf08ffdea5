import type { Button } from '../../../src/core/message.ts'
import type { Reply, World } from '../world.ts'

export function buttonsOf({ answer }: Reply): readonly Button[] {
  return answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
}

/** The button of an answer by its label; throws where there is none. */
export function buttonNamed(reply: Reply, label: string): Button {
  const buttons = buttonsOf(reply)
  const found = buttons.find((one) => one.label === label)
  if (!found) throw new Error(`no button “${label}”; there are ${buttons.map((one) => one.label).join(', ')}`)
  return found
}

/** The first button whose label matches; undefined where there is none. */
export function buttonLike(reply: Reply, label: RegExp): Button | undefined {
  return buttonsOf(reply).find((one) => label.test(one.label))
}

export function press(here: World, who: string, { command, values, confirmed }: Button): Promise<Reply> {
  return here.press(who, command, values, confirmed)
}

/** Presses the button that takes an answer's change back, and goes ahead where that is asked about. */
export async function pressUndo(here: World, reply: Reply, who: string): Promise<Reply> {
  const button = buttonLike(reply, /^Undo/)
  if (!button) throw new Error(reply.text)
  return goAhead(here, who, await press(here, who, button))
}

/** Says a line, and goes ahead where that is asked about. */
export async function sayIt(here: World, who: string, line: string): Promise<Reply> {
  return goAhead(here, who, await here.say(who, line))
}

/** Presses the button that does what an answer asks about; the answer itself where it asks nothing. */
export async function goAhead(here: World, who: string, reply: Reply): Promise<Reply> {
  const sure = buttonsOf(reply).find(({ confirmed }) => confirmed)
  return reply.outcome === 'asked' && sure ? press(here, who, sure) : reply
}
