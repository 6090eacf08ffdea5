import { feature } from '../define.ts'
import { absences } from './absence/absences.ts'
import { away } from './absence/away.ts'
import { confirmLink, refuseLink } from './accounts/confirm.ts'
import { link } from './accounts/link.ts'
import { requestsSettle } from './accounts/settles.ts'
import { unlink } from './accounts/unlink.ts'
import { busy } from './busy/busy.ts'
import { busyRead } from './busy/busyRead.ts'
import { correct } from './correct.ts'
import { edit } from './edit.ts'
import { exportOwn } from './export.ts'
import { forget } from './forget.ts'
import { profileHome } from './home.ts'
import { hours } from './hours.ts'
import { language } from './language.ts'
import { profileTold, sayings } from './sayings.ts'
import { show } from './show.ts'
import { timezone } from './timezone.ts'
import { undo } from './undo.ts'

/** One's own account: accounts on several platforms are one person. */
export const profile = feature({
  name: 'profile',
  about: 'Your own settings: what is on record about you, time zone, working hours, linked accounts',
  ofCaller: true,
  forms: { edit: ['Your record', 'Save'], timezone: ['Your time zone', 'Save'], language: ['Your languages', 'Save'], link: ['Link your account', 'Link'], away: ['Absence', 'Save'], absences: ['Absences', 'Show'], correct: ['Your last change', 'Change it'], confirm: ['Confirm an account', 'Confirm'], refuse: ['Refuse an account', 'Refuse'] }, // biome-ignore format: a table
  commands: [
    show,
    edit,
    timezone,
    hours,
    away,
    absences,
    busy,
    language,
    link,
    unlink,
    exportOwn,
    undo,
    correct,
    forget,
    confirmLink,
    refuseLink,
  ],
  home: profileHome,
  forDays: ['away', 'days', 'I am away'],
  rules: [busyRead],
  settles: [requestsSettle],
  offers: profileTold,
  sayings,
})
