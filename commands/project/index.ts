import { feature } from '../define.ts'
import { appeal, matrix } from './matrix.ts'
import { list, show } from './show.ts'
import { add, edit, undo } from './write.ts'

/** The matrix of projects, and what they still need. */
export const project = feature({
  name: 'project',
  about: 'Projects: who leads them, for whom, what they cost and what is missing',
  aliases: ['projects'],
  commands: [list, show, add, edit, matrix, appeal, undo],
})
