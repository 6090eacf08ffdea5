import { focal, secretariat } from '../world.ts'
import type { Typed } from './changes.ts'

const interpol = focal('interpol')
const unodc = focal('unodc')
/** A second one of the secretariat, as the test makes them. */
export const colleague = focal('who')

/** A change, and what a colleague then makes of the very same. */
export type Overruling = readonly [own: Typed, theirs: Typed]

export const overrulings: readonly Overruling[] = [
  [[unodc, '/update edit U1 text:"UNODC trained 30 officers in Graz (19 Nov)"'], [colleague, '/update edit U1 text:"UNODC trained 40 officers in Linz (19 Nov)"']],
  [[secretariat, '/update accept U1'], [colleague, '/update return U1 comment:"shorter, please"']],
  [[secretariat, '/update return U1 comment:"shorter, please"'], [colleague, '/update accept U1']],
  [[secretariat, '/update unaccept U2'], [colleague, '/update return U2 comment:"shorter, please"']],
  [[secretariat, '/update move U1 section:publications'], [colleague, '/update move U1 section:what-is-new']],
  [[secretariat, '/update hold-over U1'], [colleague, '/update return U1 comment:"shorter, please"']],
  [[secretariat, '/update merge U1 into:U2'], [colleague, '/update edit U2 text:"UNODC opened three laboratories in Lima, Peru (20 Nov)"']],
  [[secretariat, '/newsletter close'], [colleague, '/newsletter approve']],
  [[secretariat, '/newsletter approve'], [colleague, '/newsletter reopen']],
  [[secretariat, '/newsletter extend "15 Jan 2027"'], [colleague, '/newsletter extend "20 Jan 2027"']],
  [[secretariat, '/newsletter order what-is-new items:U2'], [colleague, '/newsletter order what-is-new items:days']],
  [[secretariat, '/newsletter note "With thanks to all" section:regional'], [colleague, '/newsletter note "With many thanks" section:regional']],
  [[secretariat, '/newsletter call note:"Until Friday"'], [colleague, '/newsletter call note:"Until Monday"']],
  [[secretariat, '/newsletter call state:off'], [colleague, '/newsletter call state:on']],
  [[secretariat, '/newsletter plan name "The letter"'], [colleague, '/newsletter plan name "The bulletin"']],
  [[secretariat, '/newsletter plan title regional title:"In the regions"'], [colleague, '/newsletter plan title regional title:"Regions"']],
  [[secretariat, '/newsletter plan label documents label:"Papers"'], [colleague, '/newsletter plan label documents label:"Texts"']],
  [[secretariat, '/newsletter plan figures documents'], [colleague, '/newsletter plan figures visits']],
  [[secretariat, '/newsletter plan figure documents value:4100 label:"Papers shared"'], [colleague, '/newsletter plan figure documents value:4200 label:"Papers shared"']],
  [[secretariat, '/newsletter plan remove publications'], [colleague, '/newsletter plan restore publications']],
  [[secretariat, '/newsletter plan restore civil-society'], [colleague, '/newsletter plan remove civil-society']],
  [[secretariat, '/newsletter plan head leadership title:"Who leads"'], [colleague, '/newsletter plan head leadership title:"Leaders"']],
  [[secretariat, '/newsletter plan head joint before:leadership'], [colleague, '/newsletter plan head joint before:guidance']],
  [[secretariat, '/newsletter plan place regional part:from-abroad'], [colleague, '/newsletter plan place regional part:guidance']],
  [[secretariat, '/newsletter plan remove-part from-abroad'], [colleague, '/newsletter plan add-part "From abroad"']],
  [[secretariat, '/newsletter plan add-part "From the field"'], [colleague, '/newsletter plan head from-the-field title:"In the field"']],
  [[secretariat, '/newsletter plan closing "Please write to the secretariat"'], [colleague, '/newsletter plan closing "Please write to us"']],
  [[secretariat, '/newsletter plan needs regional link:yes'], [colleague, '/newsletter plan needs regional link:no']],
  [[secretariat, '/newsletter subscribers remove press@un.example'], [colleague, '/newsletter subscribers add press@un.example']],
  [[secretariat, '/newsletter subscribers add desk@un.example'], [colleague, '/newsletter subscribers remove desk@un.example']],
  [[secretariat, '/newsletter contact focal.who@compact.example'], [colleague, '/newsletter contact']],
  [[secretariat, '/update clearance yes entity:WHO'], [colleague, '/update clearance no entity:WHO']],
  [[interpol, '/meeting move M1 start:"17 Dec 9:00"'], [colleague, '/meeting move M1 start:"18 Dec 9:00"']],
  [[interpol, '/meeting edit M1 place:"Room 5"'], [colleague, '/meeting edit M1 place:"Room 6"']],
  [[interpol, '/meeting cancel M1 reason:"too few"'], [colleague, '/meeting restore M1']],
  [[interpol, '/meeting restore M2'], [colleague, '/meeting cancel M2 reason:"still too few"']],
  [[interpol, '/meeting agenda order M1 items:"2, 1, 3"'], [colleague, '/meeting agenda order M1 items:"3, 2, 1"']],
  [[interpol, '/meeting agenda edit M1 1 minutes:20m'], [colleague, '/meeting agenda edit M1 1 minutes:30m']],
  [[interpol, '/meeting poll extend P1 until:"2 Dec 10:00"'], [colleague, '/meeting poll extend P1 until:"3 Dec 10:00"']],
  [[interpol, '/meeting action edit A1 what:"Circulate both drafts"'], [colleague, '/meeting action edit A1 what:"Circulate one draft"']],
  [[interpol, '/meeting action hand-over A1 owner:OPCW'], [colleague, '/meeting action hand-over A1 owner:IPU']],
  [[interpol, '/meeting action add M1 what:"Circulate the draft" owner:OPCW'], [colleague, '/meeting action done A2']],
  [[unodc, '/library edit LIB1 title:"Manual on digital evidence"'], [colleague, '/library edit LIB1 title:"Handbook on evidence"']],
  [[unodc, '/library retire LIB1'], [colleague, '/library restore LIB1']],
  [[secretariat, '/recommendation assign REC1 owner:UNODC'], [colleague, '/recommendation assign REC1 owner:WHO']],
  [[secretariat, '/recommendation edit REC1 theme:borders'], [colleague, '/recommendation edit REC1 theme:aviation']],
  [[secretariat, '/recommendation status REC1 implemented'], [colleague, '/recommendation status REC1 "in progress"']],
  [[unodc, '/project edit PRJ1 status:ongoing'], [colleague, '/project edit PRJ1 status:completed']],
  [[interpol, '/report plan ETCIP item:WP1 status:done'], [colleague, '/report plan ETCIP item:WP1 status:dropped']],
  [[interpol, '/report submit ETCIP year:2026 heading:challenges text:"It was easier." how:replace'], [colleague, '/report submit ETCIP year:2026 heading:challenges text:"It was harder." how:replace']],
  [[secretariat, '/report status 2026 due:"31 Jan 2027"'], [colleague, '/report status 2026 due:"28 Feb 2027"']],
  [[secretariat, '/report record documents value:4000'], [colleague, '/report record documents value:4050']],
  [[secretariat, '/report remove documents on:2022-10-31'], [colleague, '/report record documents value:3400 on:2022-10-31']],
  [[interpol, '/reminder edit R2 text:"Send the papers"'], [colleague, '/reminder edit R2 text:"Send the agenda"']],
  [[secretariat, '/reminder rule meeting moments:5d'], [colleague, '/reminder rule meeting moments:4d']],
  [[interpol, '/reminder cancel R2'], [colleague, '/reminder restore R2']],
  [[secretariat, '/wg appoint ETCIP role:chair entity:CTED from:2027-01-01'], [colleague, '/wg appoint ETCIP role:chair entity:WHO from:2027-02-01']],
  [[secretariat, '/wg release ETCIP role:chair entity:INTERPOL'], [colleague, '/wg appoint ETCIP role:chair entity:INTERPOL']],
  [[interpol, '/wg join ETCIP entity:IOM'], [colleague, '/wg leave ETCIP entity:IOM']],
  [[interpol, '/wg leave ETCIP entity:IPU as:observer'], [colleague, '/wg join ETCIP entity:IPU as:observer']],
  [[secretariat, '/wg edit ETCIP name:"Working Group on Threats"'], [colleague, '/wg edit ETCIP name:"Group on Threats"']],
  [[secretariat, '/directory edit entity WHO name:"World Health"'], [colleague, '/directory edit entity WHO name:"Health"']],
  [[secretariat, '/directory edit person focal.unodc@compact.example title:"Desk officer"'], [colleague, '/directory edit person focal.unodc@compact.example title:"Officer"']],
  [[unodc, '/profile edit title:"Head of office"'], [colleague, '/directory edit person focal.unodc@compact.example title:"Officer"']],
] // biome-ignore format: a table

const own = 'is one’s own, and nobody else changes it'
const switched = 'is one of two states: it is taken back, or was so already'
const back = 'once retired it is changed by no one else but with what takes that back'

/** Commands whose undo overrules nobody, each with its reason. */
export const overrulesNobody: Readonly<Record<string, string>> = {
  'reminder settings': own, 'reminder stop': own, 'profile timezone': own, 'profile hours': own, 'profile language': own,
  'profile away': own, 'profile busy': own, 'meeting rsvp': own, 'meeting poll vote': own,
  'update withdraw': switched, 'newsletter pass': switched, 'meeting action done': switched, 'meeting poll close': switched,
  'meeting agenda remove': 'puts an item back, which nobody changes while it is off', 'meeting action remove': 'puts an action back, which nobody changes while it is off', 'wg retire': back, 'directory retire entity': back, 'directory retire person': back,
} // biome-ignore format: a table
