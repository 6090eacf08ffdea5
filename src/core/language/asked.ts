import { fold } from '../text/nearest.ts'

/** Words with which a question begins. */
const questions = new Set('how what when where who whom whose which why can could may do does did is are am was were will would should shall'.split(' ')) // biome-ignore format: a table

/** Words with which somebody asks for something to be done; an update tells what was done, by whom. */
const orders = new Set('add book cancel change close delete edit export find give list mail make move postpone print push put remove reschedule restore schedule send set show start stop subscribe tell undo withdraw i'.split(' ')) // biome-ignore format: a table

/** A longer text tells something, whatever it begins with. */
const most = 160

/** Whether a line asks something or asks for something, rather than tell what somebody did. */
export function isAsked(text: string): boolean {
  if (text.length > most || text.includes('\n')) return false
  const [, first = ''] = /^(?:please |pls )?([\p{L}'’]+)/iu.exec(text.trim()) ?? []
  const word = fold(first).replace(/['’]s$/, '')
  return /[?？؟]$/u.test(text.trimEnd()) || questions.has(word) || orders.has(word)
}
