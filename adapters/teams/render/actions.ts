import { buttonLabel } from '../../../src/chat/render/buttonLabel.ts'
import { chooseOne } from '../../../src/chat/render/chooseOne.ts'
import { words } from '../../../src/chat/render/runs.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Button } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { ActionData } from '../api/activity.ts'
import { limits, sizeOf } from '../limits.ts'
import { sizeOfBoth } from './cardPages.ts'
import type { CardElement } from './elements.ts'
import { inert } from './escape.ts'
import { bullets } from './textBlocks.ts'

/** What a button carries beside its label. */
export interface ActionRendering {
  readonly carry: (button: Button) => string
  readonly operation: string
  readonly card?: string
  /** How many lists the card has so far. */
  readonly lists: { count: number }
  /** It stands in a dialog, which has no action but to submit. */
  readonly dialog?: boolean
  /** Which buttons open their command’s form at once; by default those that ask for it. */
  readonly opens?: (button: Button) => boolean
}

/** Lays buttons in rows; labels that are too long for a button stand in full above them. */
export function actionElements(
  buttons: readonly Button[],
  pressing: ActionRendering,
): readonly CardElement[] {
  return rowsOf(buttons, pressing).flatMap(({ labels, actions }, at) => {
    const long = bullets(
      labels.filter((label) => label.length > limits.actionTitle).map((label) => words(label)),
    )
    const next = at > 0 && long.length === 0
    return [...long, { type: 'ActionSet', ...(next && { spacing: 'Small' }), actions }]
  })
}

/** Lays what answers one question in a list with a button beside; in rows in a dialog, and where it is too much for a list. */
export function choiceElements(
  buttons: readonly Button[],
  pressing: ActionRendering,
): readonly CardElement[] {
  const { carry, operation, card, dialog } = pressing
  const fits = buttons.every((button) => carry(button).length <= limits.choiceValue)
  if (dialog || !fits || buttons.length > limits.choices) return actionElements(buttons, pressing)
  const list = `l${pressing.lists.count + 1}`
  const data: ActionData = { verb: 'press', b: '', o: operation, l: list, ...(card && { c: card }) }
  const shown = { title: 'Choose', data }
  const fallback = { type: 'Action.Submit', ...shown }
  const chosen: CardElement = {
    type: 'Input.ChoiceSet',
    id: list,
    style: 'compact',
    label: chooseOne(buttons),
    placeholder: 'Choose one',
    choices: buttons.map((button) => ({ title: inert(buttonLabel(button)), value: carry(button) })),
  }
  if (sizeOf(chosen) > limits.list || sizeOfBoth([chosen]) > limits.listAndText)
    return actionElements(buttons, pressing)
  pressing.lists.count += 1
  return [
    chosen,
    { type: 'ActionSet', actions: [{ type: 'Action.Execute', verb: data.verb, ...shown, fallback }] },
  ]
}

/** The signs of labels beside each other on a phone, where what is wider is off the screen, and what a button adds to its label. */
const phoneWidth = 38
const buttonEdges = 4

interface Row {
  readonly labels: string[]
  readonly actions: Json[]
}

function rowsOf(buttons: readonly Button[], pressing: ActionRendering): readonly Row[] {
  const rows: Row[] = []
  let room = 0
  let width = 0
  for (const button of buttons) {
    const label = buttonLabel(button)
    const action = actionOf(button, pressing)
    const takes = sizeOf(action) + 2
    const row = rows.at(-1)
    width -= label.length + buttonEdges
    if (row === undefined || row.actions.length >= limits.actions || takes > room || width < 0) {
      rows.push({ labels: [label], actions: [action] })
      room = limits.buttons - 100 - takes
      width = phoneWidth - label.length - buttonEdges
    } else {
      row.labels.push(label)
      row.actions.push(action)
      room -= takes
    }
  }
  return rows
}

/** Makes a press that is answered in the card; clients without such actions, and forms, submit it instead. */
function actionOf(button: Button, pressing: ActionRendering): Json {
  const data = dataOf(button, pressing)
  const shown = {
    title: shorten(inert(buttonLabel(button)), limits.actionTitle),
    ...(button.style ? { style: button.style === 'primary' ? 'positive' : 'destructive' } : {}),
  }
  if (pressing.dialog) return { type: 'Action.Submit', ...shown, data }
  if (pressing.opens?.(button) ?? button.ask)
    return { type: 'Action.Submit', ...shown, data: { ...data, msteams: { type: 'task/fetch' } } }
  return {
    type: 'Action.Execute',
    ...shown,
    verb: data.verb,
    data,
    fallback: { type: 'Action.Submit', ...shown, data },
  }
}

function dataOf(button: Button, { carry, operation, card }: ActionRendering): ActionData {
  const b = carry(button)
  if (b.length > limits.actionValue)
    throw new Error(
      `The button of “${button.command}” carries ${b.length} characters; ` +
        `a card has room for ${limits.actionValue}, so it must carry a reference instead.`,
    )
  return { verb: 'press', b, o: operation, ...(card === undefined ? {} : { c: card }) }
}
