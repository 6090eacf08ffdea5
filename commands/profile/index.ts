import { feature } from '../define.ts'
import { away } from './away.ts'
import { busy } from './busy.ts'
import { busyRead } from './busyRead.ts'
import { confirmLink, refuseLink } from './confirm.ts'
import { edit } from './edit.ts'
import { exportOwn } from './export.ts'
import { forget } from './forget.ts'
import { profileHome } from './home.ts'
import { hours } from './hours.ts'
import { link } from './link.ts'
import { show } from './show.ts'
import { timezone } from './timezone.ts'
import { unlink } from './unlink.ts'

/** One's own account: accounts on several platforms are one person. */
export const profile = feature({
  name: 'profile',
  about: 'Your own settings: what is on record of you, time zone, working hours, linked accounts',
  commands: [
    show,
    edit,
    timezone,
    hours,
    away,
    busy,
    link,
    unlink,
    exportOwn,
    forget,
    confirmLink,
    refuseLink,
  ],
  home: profileHome,
  rules: [busyRead],
  sayings: [
    ['who am i', 'profile show'],
    ['whoami', 'profile show'],
    ['my profile', 'profile show'],
    ['what is my time zone', 'profile show'],
    ["what's my time zone", 'profile show'],
    ['export my data', 'profile export'],
    ['what do you know about me', 'profile export'],
    ['forget me', 'profile forget'],
    ['delete my data', 'profile forget'],
  ],
})
