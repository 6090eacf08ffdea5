import { feature } from '../define.ts'
import { assign } from './assign.ts'
import { recommendationDue } from './due.ts'
import { assessments, list, show } from './show.ts'
import { status, undo } from './status.ts'
import { add, edit } from './write.ts'

/** Technical-assistance recommendations to States, and who follows them up. */
export const recommendation = feature({
  name: 'recommendation',
  about: 'Recommendations to States: who follows them up, and how they stand',
  aliases: ['recommendations'],
  commands: [list, show, add, edit, status, assign, assessments, undo],
  rules: [recommendationDue],
})
