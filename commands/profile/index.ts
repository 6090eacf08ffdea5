import { fold } from '../../src/core/text/nearest.ts'
import { feature } from '../define.ts'
import { absences } from './absence/absences.ts'
import { away } from './absence/away.ts'
import { confirmLink, refuseLink } from './accounts/confirm.ts'
import { link } from './accounts/link.ts'
import { unlink } from './accounts/unlink.ts'
import { busy } from './busy.ts'
import { busyRead } from './busyRead.ts'
import { correct, corrections } from './correct.ts'
import { edit } from './edit.ts'
import { exportOwn } from './export.ts'
import { forget } from './forget.ts'
import { profileHome } from './home.ts'
import { hours } from './hours.ts'
import { language } from './language.ts'
import { show } from './show.ts'
import { timezone } from './timezone.ts'
import { undo } from './undo.ts'

const gone = ['away', 'on leave', 'on vacation', 'on holiday', 'absent', 'out', 'out of office', 'off']

/** `who is on leave`, `is anybody away next week`; `who is absent from M1` asks something else. */
const sayingsOfAbsence = ['who is', "who's", 'is anyone', 'is anybody'].flatMap((who) =>
  gone.flatMap((word) =>
    ['', ' today', ' tomorrow', ' this week', ' next week', ' this month', ' next month'].map(
      (when) => [`${who} ${word}${when}`, `profile absences${when}`] as const,
    ),
  ),
)

/** `I will be absent tomorrow`, `I am in mission until Friday`. */
const sayingsOfOwnAbsence = ['i will be', "i'll be", 'i shall be', "i'm", 'i am'].flatMap((be) =>
  [
    'away',
    'absent',
    'on leave',
    'on mission',
    'in mission',
    'on holiday',
    'on vacation',
    'out of office',
  ].map((word) => [`${be} ${word} …`, 'profile away …'] as const),
)

/** How people call what is on record of them. */
const namesOf = {
  phone: ['phone', 'phone number', 'telephone', 'telephone number', 'number'],
  title: ['title', 'job title', 'post', 'function'],
  name: ['name'],
} as const

/** One's own account: accounts on several platforms are one person. */
export const profile = feature({
  name: 'profile',
  about: 'Your own settings: what is on record about you, time zone, working hours, linked accounts',
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
  rules: [busyRead],
  sayings: [
    ['who am i', 'profile show'],
    ...['which', 'what'].flatMap((which) =>
      ['group', 'working group', 'working groups'].map(
        (group) => [`${which} ${group} am i in`, 'profile show'] as const,
      ),
    ),
    ...(['phone', 'title', 'name'] as const).flatMap((field) =>
      namesOf[field].flatMap((what) =>
        [
          `my new ${what} is`,
          `my new ${what}:`,
          ...(field === 'name' ? [] : [`my ${what} is`]),
          `my ${what} is now`,
          `change my ${what} to`,
          `set my ${what} to`,
        ].map((said) => [`${said} …`, `profile edit ${field}:…`] as const),
      ),
    ),
    ['whoami', 'profile show'],
    ['my profile', 'profile show'],
    ['my groups', 'profile show'],
    ['my working groups', 'profile show'],
    ['which groups am i in', 'profile show'],
    ['what groups am i in', 'profile show'],
    ['what is my time zone', 'profile show'],
    ["what's my time zone", 'profile show'],
    ['my time zone is …', 'profile timezone …'],
    ['my time zone', 'profile show'],
    ['my groups', 'profile show'],
    ['my working groups', 'profile show'],
    ['my roles', 'profile show'],
    ['time zone …', 'profile timezone …'],
    ["i'm back", 'profile away back'],
    ['i am back', 'profile away back'],
    ['profile back', 'profile away back'],
    ['profile tz …', 'profile timezone …'],
    ['(set|change|make) my (time zone|timezone|zone|tz) [to] …', 'profile timezone …'],
    ['export my data', 'profile export'],
    ['what do you know about me', 'profile export'],
    ...sayingsOfAbsence,
    ...['on leave', 'on mission', 'on holiday', 'on vacation'].map(
      (word) => [`${word} …`, 'profile away …'] as const,
    ),
    // `Away from the headlines, UNODC …` tells something.
    ...['away', 'absent'].flatMap((word) =>
      ['today', 'tomorrow', 'this week', 'next week'].map(
        (when) => [`${word} ${when}`, `profile away ${when}`] as const,
      ),
    ),
    ...['away until', 'absent until', 'away on', 'absent on'].map(
      (word) => [`${word} …`, `profile away ${word.split(' ')[1]} …`] as const,
    ),
    ...['my absences', 'am i away', 'who replaces me', 'who stands in for me', 'my alternate'].map(
      (asked) => [asked, 'profile away'] as const,
    ),
    ...['cancel my absence', 'end my absence', "i'm not away", 'i am not away'].map(
      (said) => [said, 'profile away none'] as const,
    ),
    ...['my timezone is', 'i live in', 'i moved to', 'i have moved to', 'i am based in', "i'm based in"].map(
      (lives) => [`${lives} …`, 'profile timezone …'] as const,
    ),
    ['my working days are …', 'profile hours days:…'],
    ...['fuseau horaire', 'zona horaria', 'часовой пояс'].map(
      (zone) => [`${fold(zone)} …`, 'profile timezone …'] as const,
    ),
    ...[
      'je suis absent',
      'je suis absente',
      'je suis en congé',
      'je suis en mission',
      'estoy de vacaciones',
      'estoy ausente',
      'estoy de misión',
      'я в отпуске',
      'я в командировке',
    ].map((gone) => [`${fold(gone)} …`, 'profile away …'] as const),
    ['my timezone', 'profile show'],
    ['timezone …', 'profile timezone …'],
    ['my working hours', 'profile hours'],
    ['my hours', 'profile hours'],
    ...['my working hours are', 'my hours are', 'my office hours are', 'i work from'].map(
      (said) => [`${said} …`, 'profile hours …'] as const,
    ),
    ['absences', 'profile absences'],
    ...sayingsOfOwnAbsence,
    ["i'm on leave …", 'profile away …'],
    ['i am on leave …', 'profile away …'],
    ["i'm on mission …", 'profile away …'],
    ["i'm away …", 'profile away …'],
    ['i am away …', 'profile away …'],
    ['out of office …', 'profile away …'],
    ["i'm out of office …", 'profile away …'],
    ['undo', 'profile undo'],
    ['oops undo', 'profile undo'],
    ['oops, undo', 'profile undo'],
    ['undo please', 'profile undo'],
    ['undo last', 'profile undo'],
    ['undo it', 'profile undo'],
    ['undo that', 'profile undo'],
    ['undo the last change', 'profile undo'],
    ['undo my last change', 'profile undo'],
    ['take it back', 'profile undo'],
    ['take that back', 'profile undo'],
    ['revert', 'profile undo'],
    ['revert that', 'profile undo'],
    ['annuler', 'profile undo'],
    ['deshacer', 'profile undo'],
    ...['oops', 'wrong', 'that was wrong', 'that is wrong', 'my mistake', 'never mind', 'nevermind', 'forget it', 'forget that', 'scrap that', 'ignore that', 'disregard that'].map((said) => [said, 'profile undo'] as const), // biome-ignore format: a table
    ...corrections,
    ['forget me', 'profile forget'],
    ['delete my data', 'profile forget'],
    ['delete me', 'profile forget'],
    ['delete my account', 'profile forget'],
    ['unlink this account', 'profile unlink'],
    ['unlink me', 'profile unlink'],
  ],
})
