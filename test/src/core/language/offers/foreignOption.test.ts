import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { UserError } from '../../../../../src/core/errors.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'

function readOrRefused(line: string) {
  try {
    const read = readLine(features, line)
    return read.kind === 'command' ? read.fields : read
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}

test.each([
  ['/profile edit title:x email:a@b.example', '/profile link'],
  ['/profile edit title: Officer email: a@b.example', '/profile link'],
  ['/profile edit title:Officer timezone:Europe/Paris', '/profile timezone'],
  ['/meeting schedule Talk email:a@b.example wg:ETCIP start:"16 Dec 10:00"', '/meeting attendees'],
])('an option of another command with a value of its kind is no text: %s', (line, other) => {
  expect(readOrRefused(line)).toContain(
    `There is no option “${line.includes('email') ? 'email' : 'timezone'}:”.`,
  )
  expect(readOrRefused(line)).toContain(other)
})

test.each([
  ['/directory edit person Ana title:Officer wg:ETCIP', 'wg'],
  ['/directory edit person Ana title:Officer role:chair', 'role'],
])('nor is a group, a role or a kind: %s', (line, name) => {
  expect(readOrRefused(line)).toContain(`There is no option “${name}:”.`)
})

test.each([
  '/meeting edit M1 title:Talk start:"12 Dec 14:30" place:Room 5',
  '/meeting edit M1 title:Talk start: “12 Dec 14:30”',
  '/meeting edit M1 title:Talk repeat:"every two weeks"',
])('so is one whose value is quoted: %s', (line) => {
  expect(readOrRefused(line)).toMatch(/^There is no option “(?:start|repeat):”/)
})

test.each([
  ['/profile edit title:"Officer email: a@b.example"', { title: 'Officer email: a@b.example' }],
  ['/profile edit title:Officer email: none yet', { title: 'Officer email: none yet' }],
  ['/directory edit person Ana title:Officer wg:none', { person: 'Ana', title: 'Officer wg:none' }],
  ['/directory edit person Ana title:Officer role: lead', { person: 'Ana', title: 'Officer role: lead' }],
  ['/directory find email:a@b.example', { query: 'email:a@b.example' }],
])('what is quoted, of no such kind, or sought stays text: %s', (line, fields) => {
  expect(readOrRefused(line)).toEqual(fields)
})

test.each([
  [
    'A course in Lagos, 3 Nov, link: https://example.org/a , place: Lagos',
    { link: 'https://example.org/a', place: 'Lagos' },
  ],
  [
    'A course in Lagos, 3 Nov, link: https://example.org/a/, date: 3 Nov',
    { link: 'https://example.org/a/', date: '3 Nov' },
  ],
  ['A course in Ghana, place: Accra, Ghana', { place: 'Accra, Ghana' }],
  ['A course, place: Rio de Janeiro and online', { place: 'Rio de Janeiro and online' }],
])('a link and a place behind a comma are options where nothing else follows: %s', (text, fields) => {
  expect(readOrRefused(`/update post ${text}`)).toMatchObject(fields)
})

test.each([
  'UNODC held a course, place: to be confirmed',
  'UNODC held a course, link: https://example.org/a and more text follows',
  'UNODC held a course, place: Vienna and more text follows',
  'UNODC held a course (3 Nov, place: Lagos)',
])('a link or a place within a sentence stays its own word: %s', (text) => {
  expect(readOrRefused(`/update post ${text}`)).toEqual({ text })
})
