import type { ActionsBlock, Button as ButtonElement, StaticSelect } from '@slack/web-api'
import { buttonLabel } from '../../../src/chat/render/buttonLabel.ts'
import { chooseOne } from '../../../src/chat/render/chooseOne.ts'

import type { Block, Button } from '../../../src/core/message.ts'
import { oneLine, shorten } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'
import type { SlackBlock } from './blocks.ts'
import { bullets } from './richText.ts'
import { textElement } from './spans.ts'

/** Numbers the blocks and buttons of one message. */
export interface BlockNumbering {
  /** The first part of every id of a block: `buttons`, or `card:meeting:12`. */
  readonly prefix: string
  block: number
  button: number
  /** Labels that more than one button has. */
  readonly repeated: ReadonlySet<string>
}

/** The labels that more than one button of the blocks has. */
export function repeatedLabels(blocks: readonly Block[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const one of blocks) {
    if (one.kind !== 'buttons') continue
    for (const label of one.buttons.map(buttonLabel)) (seen.has(label) ? repeated : seen).add(label)
  }
  return repeated
}

/** Lays buttons in rows; labels that are too long for a button stand in full above them. */
export function buttonBlocks(
  buttons: readonly Button[],
  value: (button: Button) => string,
  numbers: BlockNumbering,
): readonly SlackBlock[] {
  const blocks: SlackBlock[] = []
  for (let at = 0; at < buttons.length; at += limits.buttons) {
    const row = buttons.slice(at, at + limits.buttons)
    const long = row.map(buttonLabel).filter((label) => label.length > limits.buttonLabel)
    const actions: ActionsBlock = {
      type: 'actions',
      block_id: `${numbers.prefix}:${numbers.block++}`,
      elements: row.map((button) => element(button, value(button), numbers)),
    }
    blocks.push(...bullets(long.map((label) => textElement(label))), actions)
  }
  return blocks
}

/** Lays what answers one question in a list; in rows, where something carries more than a list takes. */
export function choiceBlocks(
  buttons: readonly Button[],
  value: (button: Button) => string,
  numbers: BlockNumbering,
): readonly SlackBlock[] {
  const fits = buttons.every((button) => value(button).length <= limits.choiceValue)
  if (!fits || buttons.length > limits.choices) return buttonBlocks(buttons, value, numbers)
  const long = buttons.map(buttonLabel).filter((label) => label.length > limits.buttonLabel)
  const chosen: StaticSelect = {
    type: 'static_select',
    placeholder: { type: 'plain_text', text: chooseOne(buttons), emoji: false },
    action_id: `do:${numbers.button++}`,
    options: buttons.map((button) => ({
      text: { type: 'plain_text', text: shorten(buttonLabel(button), limits.buttonLabel), emoji: false },
      value: value(button),
    })),
  }
  const actions: ActionsBlock = {
    type: 'actions',
    block_id: `${numbers.prefix}:${numbers.block++}`,
    elements: [chosen],
  }
  return [...bullets(long.map((label) => textElement(label))), actions]
}

function element(button: Button, value: string, numbers: BlockNumbering): ButtonElement {
  if (value.length > limits.buttonValue)
    throw new Error(
      `The button of “${button.command}” carries ${value.length} characters; ` +
        `Slack takes at most ${limits.buttonValue}, so it must carry a reference instead.`,
    )
  const label = buttonLabel(button)
  return {
    type: 'button',
    text: { type: 'plain_text', text: shorten(label, limits.buttonLabel), emoji: false },
    action_id: `do:${numbers.button++}`,
    value,
    ...(button.style ? { style: button.style } : {}),
    ...(numbers.repeated.has(label) ? { accessibility_label: readAloud(label, button) } : {}),
  }
}

/** `Yes, M3`: whoever hears the button alone knows what it is about. */
function readAloud(label: string, { values }: Button): string {
  const [about = ''] = Object.values(values)
  return shorten(about === '' ? label : `${label}, ${oneLine(about)}`, limits.buttonLabel)
}
