import { describe, expect, test } from 'vitest'

import { showsAnotherAddress } from '../../../src/core/text/addresses/linkWords.ts'

const real = 'https://www.un.org/en/counter-terrorism?x=1'

describe('the words of a link show another address', () => {
  test.each([
    ['https://unodc.org', real],
    ['unodc.org', real],
    ['See unodc.org for it', real],
    ['https://un.org@evil.example', 'https://evil.example/'],
    ['un.org.evil.example', real],
    ['https://github.com/un/repo', 'https://github.com/other/repo'],
    ['github.com/un', 'https://github.com/united-others'],
    ['ｕｎｏｄｃ．ｏｒｇ', real],
    ['uno\u200bdc.org', real],
    ['unоdc.org', 'https://unodc.org/'],
    ['secretariat@un.org', 'https://evil.example/'],
    ['secretariat@un.org', 'mailto:somebody@evil.example'],
    ['(unodc.org)', real],
    ['http://unodc.org:8080/x', real],
    ['report.pdf', real],
    ['unodc·org', real],
    ['unodc‧org', real],
    ['http://10.0.0.1/login', real],
  ])('%s → %s', (words, url) => expect(showsAnotherAddress(words, url)).toBe(true))
})

describe('the words of a link show no other address', () => {
  test.each([
    ['The report', real],
    ['Fig. 2 of the U.N. report, v1.2', real],
    ['un.org', real],
    ['https://www.un.org/', real],
    ['www.UN.org/en/…', real],
    ['https://www.un.org/en/counter-terrorism?x=1', real],
    ['un.org/en/counter-terrorism', real],
    ['un.org/files/report.pdf', 'https://www.un.org/files/report.pdf'],
    ['secretariat@un.org', 'mailto:secretariat@un.org'],
    ['https://bücher.example', 'no address'],
    ['Col·lecció', real],
    ['Section 1.2.3', real],
    ['http://10.0.0.1/x', 'http://10.0.0.1/x'],
    ['', real],
  ])('%s → %s', (words, url) => expect(showsAnotherAddress(words, url)).toBe(false))
})

test('a thousand times longer takes no more than a thousand times longer', () => {
  const began = process.cpuUsage()
  for (const part of ['a.', 'a-', '.-', 'a.a ', '/a.b', '@a.b'])
    showsAnotherAddress(part.repeat(20_000), real)
  // Of the processor, in microseconds: what else the machine does is not counted.
  expect(process.cpuUsage(began).user).toBeLessThan(4_000_000)
})
