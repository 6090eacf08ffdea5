import type { InputFile } from '../../../src/core/inputFile.ts'
import { buttonsOf } from '../../support/lines/pressed.ts'
import { type Reply, secretariat, type World, world } from '../../support/world.ts'

/** A directory with its secretariat, OSN (Office of the North) and CHS (Council of the South), and nobody else. */
export async function twoOffices(now = '2026-11-26T10:00:00Z'): Promise<World> {
  const here = await world({ now, onlySecretariat: [secretariat] })
  const entities = 'acronym,name\nOSN,Office of the North\nCHS,Council of the South'
  await takeOver(here, await giveFile(here, 'e.csv', entities))
  return here
}

/** Imports a file as somebody would who attaches it. */
export async function giveFile(
  here: World,
  name: string,
  content: string | Uint8Array,
  who = secretariat,
): Promise<Reply> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const file: InputFile = {
    option: 'file',
    name,
    mediaType: 'text/csv',
    size: bytes.length,
    read: async () => bytes,
  }
  return here.say(who, '/directory import', { files: [file] })
}

/** Presses the first button of an import's answer. */
export async function takeOver(here: World, reply: Reply, who = secretariat): Promise<Reply> {
  const [take] = buttonsOf(reply)
  return here.press(who, take?.command ?? '', take?.values ?? {})
}

/** Presses the button of an answer that bears this label. */
export async function pressLabelled(
  here: World,
  reply: Reply,
  label: string,
  who = secretariat,
): Promise<Reply> {
  const meant = buttonsOf(reply).find((one) => one.label.startsWith(label))
  if (!meant) throw new Error(`no button ${label} in: ${reply.text}`)
  return here.press(who, meant.command, meant.values, meant.confirmed)
}
