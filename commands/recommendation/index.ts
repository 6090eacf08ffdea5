import { feature } from '../define.ts'
import { assign } from './assign.ts'
import { recommendationDue } from './due.ts'
import { list } from './list.ts'
import { assessments, show } from './show.ts'
import { status, undo } from './status.ts'
import { add, edit } from './write.ts'

/** Technical-assistance recommendations to States, and who follows them up. */
export const recommendation = feature({
  name: 'recommendation',
  about: 'Recommendations to States: who follows them up, and how they stand',
  forms: { status: ['How it stands', 'Save'], undo: ['Undo', 'Undo'] }, // biome-ignore format: a table
  aliases: ['recommendations'],
  sayings: [
    ['recommendations', 'recommendation list'],
    ['my recommendations', 'recommendation list mine'],
    ['recommendations to …', 'recommendation list …'],
    ['open recommendations', 'recommendation list open'],
    ['overdue recommendations', 'recommendation list overdue'],
    ['recommendations of …', 'recommendation list …'],
    ['recommendations for …', 'recommendation list …'],
  ],
  commands: [list, show, add, edit, status, assign, assessments, undo],
  rules: [recommendationDue],
})
