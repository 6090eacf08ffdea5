import { focal, secretariat } from '../world.ts'

const interpol = focal('interpol')
const unodc = focal('unodc')
const who = focal('who')
const cted = focal('cted')
const colleague = 'two@who.example'

/** A line, and who hears of it: each by address, or how many. */
export type ToldLine = readonly [who: string, line: string, told: readonly string[] | number]

/** Said one after the other on what `prepare` made, each with whom it tells. */
export const toldLines: readonly ToldLine[] = [
  [secretariat, '/directory add entity ZZZ name:"Zed"', []],
  [secretariat, '/directory add person "Zed One" email:zed@z.example entity:ZZZ', []],
  [secretariat, '/directory revert D1', ['zed@z.example']],
  [secretariat, '/directory add entity ZZZ name:"Zed"', ['zed@z.example']],
  [secretariat, '/directory edit entity ZZZ acronym:ZED', ['zed@z.example']],
  [secretariat, '/directory retire entity ZED', ['zed@z.example']],
  [secretariat, '/directory add person "WHO two" email:two@who.example entity:WHO', []],
  [secretariat, '/directory edit person two@who.example name:"Second Person" entity:IOM', [who, colleague]],
  [secretariat, '/directory edit person two@who.example entity:WHO', [focal('iom'), colleague]],
  [who, '/directory edit person two@who.example title:"Adviser"', [colleague]],
  [secretariat, '/wg add YOUTH name:"Youth"', []],
  [secretariat, '/wg appoint YOUTH role:chair entity:IOM', [focal('iom')]],
  [secretariat, '/wg undo', [focal('iom')]],
  [interpol, '/wg join ETCIP entity:IOM', [focal('iom')]],
  [interpol, '/wg leave ETCIP entity:IOM', [focal('iom')]],
  [secretariat, '/wg release ETCIP role:observer entity:IPU', [focal('ipu')]],
  [secretariat, '/wg cadence ETCIP rhythm:monthly', [interpol]],
  [secretariat, '/wg edit ETCIP name:"Working Group on Threats"', [interpol]],
  [cted, '/directory wrong focal.iom@compact.example what:"She left"', [focal('iom')]],
  [secretariat, '/directory settle W1', [cted]],
  [interpol, '/meeting attendees M1 guest:focal.unaoc@compact.example', [focal('unaoc')]],
  [interpol, '/meeting action add M1 what:"Circulate it" owner:UNODC', [unodc]],
  [interpol, '/meeting action done A2', [unodc]],
  [interpol, '/meeting action done A2 reopen:yes', [unodc]],
  [interpol, '/meeting action hand-over A2 owner:same due:"11 Dec"', [unodc]],
  [interpol, '/meeting action hand-over A2 owner:CTED', [cted, unodc]],
  [cted, '/meeting action done A2', []],
  [interpol, '/meeting action done A2 reopen:yes', [cted]],
  [secretariat, '/meeting action remove A2', [cted, interpol]],
  [secretariat, '/meeting poll extend P1 until:"2 Dec 10:00"', 25],
  [who, `/meeting rsvp M1 no delegate:${colleague}`, [colleague]],
  [who, `/profile away "7 Dec..9 Dec" alternate:${colleague}`, [colleague]],
  [secretariat, '/update accept U1', [unodc]],
  [secretariat, '/update unaccept U1', [unodc]],
  [secretariat, '/update move U1 section:publications', [unodc]],
  [secretariat, '/update edit U1 place:Graz', [unodc]],
  [unodc, '/update edit U2 place:Cusco', [secretariat]],
  [secretariat, '/update return U1 comment:"shorter, please"', [unodc]],
  [secretariat, '/update withdraw U1', [unodc]],
  [secretariat, '/update restore U1', [unodc]],
  [secretariat, '/update merge U1 into:U2', [unodc]],
  [secretariat, '/update undo U1', [unodc]],
  [secretariat, '/update hold-over U1', [unodc]],
  [secretariat, '/recommendation add "Guards" country:Jordan owner:UNODC', [unodc]],
  [secretariat, '/recommendation edit REC2 theme:borders', [unodc]],
  [unodc, '/recommendation status REC2 "in progress"', [secretariat]],
  [secretariat, '/recommendation status REC2 open', [unodc]],
  [secretariat, '/recommendation assign REC2 owner:CTED', [cted, unodc]],
  [secretariat, '/recommendation undo REC2', [cted, unodc]],
  [secretariat, '/project edit PRJ1 status:ongoing', [unodc]],
  [secretariat, '/project undo PRJ1', [unodc]],
  [interpol, '/reminder add "Bring the papers" at:"27 Nov 9:00" wg:ETCIP', []],
  [secretariat, '/reminder edit R2 at:"27 Nov 10:00"', [interpol]],
  [secretariat, '/reminder cancel R2', [interpol]],
  [secretariat, '/reminder restore R2', [interpol]],
  [interpol, '/reminder cancel R2', []],
  [secretariat, '/directory retire person two@who.example', [who, colleague]],
  [secretariat, '/wg retire ETCIP', 24],
  [who, '/profile forget', [secretariat]],
]

/** What tells where this cannot be said in one line, and the test that looks at whom. */
export const toldElsewhere: Readonly<Record<string, string>> = {
  'directory add person': 'directory/told/changed.test.ts',
  'directory apply': 'directory/told/changed.test.ts',
  'directory retire seat': 'directory/people/retireSeat.test.ts',
  'directory nominate': 'directory/people/seats.test.ts',
  'directory nominee confirm': 'directory/people/seats.test.ts',
  'directory nominee decline': 'directory/people/seats.test.ts',
  'directory handover': 'directory/transfers/handover.test.ts',
  'directory merge': 'wg/toldMany.test.ts',
  'wg add': 'directory/told/changed.test.ts',
  'meeting start': 'meeting/room/sitting.test.ts',
  'meeting hold': 'wg/rooms.test.ts',
  'meeting calendar': 'meeting/calendar/publicCalendar.test.ts',
  'update mend': 'update/mend.test.ts',
  'update clear': 'update/clear.test.ts',
  'newsletter mend': 'newsletter/issues/mendStyle.test.ts',
  'newsletter nudge': 'newsletter/coverage.test.ts',
  'newsletter close': 'newsletter/issues/newsOfClosing.test.ts',
  'newsletter reopen': 'newsletter/issues/newsOfClosing.test.ts',
  'newsletter extend': 'newsletter/issues/newsOfClosing.test.ts',
  'update clearance': 'update/clear.test.ts',
  'newsletter publish': 'newsletter/publish.test.ts',
  'newsletter correct': 'newsletter/publish.test.ts',
  'reminder resend': 'reminder/operator.test.ts',
  'report submit': 'report/report.test.ts',
  'profile link': 'profile/profile.test.ts',
  'profile confirm': 'profile/profile.test.ts',
}

/** What tells everybody who takes part, whoever does it too, since their own card and calendar follow. */
export const tellsItsAuthor: readonly string[] = [
  'meeting schedule',
  'meeting move',
  'meeting edit',
  'meeting cancel',
  'meeting restore',
  'meeting poll open',
  'meeting poll settle',
  'meeting silence open',
  'meeting silence extend',
  'meeting silence break',
]

/** With what each of those is said, and how many hear of it. */
export const toldToAll: readonly ToldLine[] = [
  [interpol, '/meeting schedule "Another" wg:ETCIP start:"9 Dec 10:00"', 26],
  [interpol, '/meeting move M3 start:"9 Dec 11:00"', 26],
  [interpol, '/meeting edit M3 place:"Room 5"', 26],
  [interpol, '/meeting cancel M3 reason:"too few"', 26],
  [interpol, '/meeting restore M3', 26],
  [interpol, '/meeting poll open "When" wg:ETCIP slots:"14 Jan 14:30; 15 Jan 09:00"', 26],
  [interpol, '/meeting poll settle P2 slot:1', 26],
  [interpol, '/meeting silence open "The terms" wg:ETCIP until:"4 Dec 17:00"', 26],
  [interpol, '/meeting silence extend S1 until:"7 Dec 17:00"', 26],
  [cted, '/meeting silence break S1 reason:"No"', 26],
]
