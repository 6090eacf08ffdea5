import { feature } from '../define.ts'
import { add } from './add.ts'
import { edit } from './edit.ts'
import { find, list, show } from './find.ts'
import { restore, retire, undo } from './retire.ts'

/** The thematic resource library. */
export const library = feature({
  name: 'library',
  about: 'Find and keep publications, tools and trainings, with their links',
  aliases: ['resources'],
  commands: [find, list, show, add, edit, retire, restore, undo],
  fallback: 'find',
})
