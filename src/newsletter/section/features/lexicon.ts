/**
 * Words of such newsletters by what they say of an item, whatever it is about: what was done, what was held or
 * brought out, and with whom. Each class is one that a reader would name, and none knows of a single event.
 */
export const lexicon = {
  verbs: {
    say: `stated argued cautioned cautions hailed praised cautioned pleaded vowed reassured applauded commended commends lauded deplored decried denounced decries denounces affirmed insisted reaffirms reiterates reminds appeals stresses said says told stressed stresses underlined underlines underscored underscores highlighted highlights
      emphasized emphasised emphasizes urged urges called calls warned warns noted notes welcomed condemned condemns
      reaffirmed reiterated reminded encouraged appealed thanked recalled expressed remarked declared advocated
      emphasizing emphasising stressing urging urge warn welcomes; raised concern; raised concerns; raised the issue; expressed concern; voiced concern; voiced; called for; calls for; appeals to; called on; called upon; paid tribute; spoke; addressed; presented; presented her report; presented his report`,
    discuss:
      'discussed discusses discuss exchanged exchange considered considers reviewed reviews examined explored deliberated debated compared heard shared analysed analyzed consulted; took stock; takes stock; reflected on; was briefed; were briefed',
    publish:
      'published publishes publish released releases issued issues produced updated replaces translated printed authored ; is out; are out; came out; now out',
    launch:
      'launched launches launch unveiled unveil inaugurated introduced opened opens presents announced announces started',
    visit: 'visited travelled traveled toured visits',
    sign: 'signed signs sign agreed agree; entered into',
    brief: 'briefed briefs',
    train:
      'trained trains train equipped taught mentored graduated practised practiced learned learnt studied coached instructed',
    hold: `concluded concludes ran runs led leads staged began begins ended marked marks undertook held holds hold delivered delivers deliver completed convened convenes convene organized organised organizes organises organize organise hosted hosts host conducted conducts conduct co-host co-organize co-organise facilitated
      supported assisted advised gathered co-organized co-hosted; took place; brought together; brings together; kicked off; kicks off; wrapped up; wraps up; rolled out;
      provided technical assistance; provided support`,
    join: 'attended attends attend participated participates joined joins met meet meets contributed contributes co-chaired chaired; took part; takes part; take part',
    adopt:
      'adopted adopts endorsed ratified acceded deposited decides decided pledges extended extends; became party',
    describe:
      'explores provides supports features outlines offers examines presents describes facilitate focuses showcasing',
    partner:
      'partnered partners strengthens strengthened; partnered with; in partnership with; together with',
    take: `appointed elected assumed became becomes named assumes succeeds succeeded; took over; took up; takes up; takes over; took office; takes office; steps down; stepped down; is the new; is a new; as chair; as co-chair; joined the compact; welcome to;
      joined the coordination compact; new member; new members; new co-chair; new co-chairs; new vice-chair; new chair`,
  },
  nouns: {
    publication: `report reports guide guides guideline guidelines guidance toolkit toolkits handbook handbooks manual manuals
      paper papers brief briefs study studies publication publications compendium index curriculum article articles story
      booklet guidebook guidebooks playbook primer glossary catalogue casebook yearbook explainer survey factsheet brochure brochures leaflet leaflets flyer infographic documentary checklist issue newsletter podcast video framework; position paper; policy brief; fact sheet; white paper; working paper; issue brief; discussion paper; annual report; action agenda;
      addendum corrigendum; threat assessment; risk assessment; memorandum on good practices; trends alert; analytical brief`,
    training:
      'training trainings course courses e-learning curriculum bootcamp masterclass masterclasses mentoring fellowship fellowships mooc; training programme; training programmes; training program; training module; training modules; summer school; winter school; international school; study visit; study visits; study tour; boot camp; train-the-trainers; capacity-building',
    workshop:
      'workshop workshops wkshp wksp seminar seminars webinar webinars roundtable atelier taller; round table',
    exercise:
      'exercise exercises simulation simulations drill drills wargame tabletop table-top; mock trial; mock trials; moot court',
    conference: 'conference conferences forum congress summit symposium colloquium',
    meeting:
      'meeting meetings mtg mtgs session sessions plenary panel debate retreat gathering; steering committee',
    briefing: 'briefing briefings',
    consultation: 'consultation consultations dialogue dialogues',
    agreement: `mou mous memorandum memoranda agreement accord instrument convention; joint declaration; memorandum of understanding;
      letter of intent; exchange of letters; practical arrangements; cooperation framework; joint plan of action`,
    visit:
      'visit visits mission missions assessment; scoping mission; assessment visit; country visit; follow-up visit',
    event:
      'event events commemoration anniversary exhibition reception ceremony premiere screening vigil gala; side event; side-event',
    project: 'project projects programme programmes program initiative initiatives phase',
    novelty: `website websites portal platform facility app database dashboard repository campaign challenge applications
      vacancy registration logo; new office; new unit; new page; new tool; call for applications; call for nominations; call for proposals; launch event`,
    speech:
      'remarks statement statements speech message interview; opening remarks; keynote address; press release',
    observance:
      "; international day; world day; day of; women's day; international women's day; international year",
  },
  actors: {
    civil: `cso csos ngo ngos youth youth-led women-led communities religious faith-based journalists media young people
      activists survivors peacebuilders volunteers elders grassroots bloggers imams clergy scholars alumni associations mothers editors reporters artists charities ingo ingos fact-checkers mediators rappers filmmakers bloggers influencers; women's groups; women's organisations; civil society; community leaders;
      women leaders; women's organizations; faith leaders; victims' associations; content creators; religious leaders; young people; non-governmental organizations`,
    academia: `university universities faculty academia academic academics researchers research students professors; think tank;
      think tanks; research network`,
    business: `business businesses companies industry private firms airlines start-ups startups; private sector; private sectors; tech companies; tech industry; tech platforms; tech firms; social media companies; social media platforms; online platforms; service providers; technology companies; public-private`,
    states: `; group of friends; groups of friends; points of contact; member states; member state; government of; governments of; permanent mission; permanent missions;
      ambassadors; diplomats; permanent representatives; permanent representative; attorney general; foreign minister; minister for; ministers of; states parties; governments; ministry of; minister of; ambassadorial; ambassadorial-level; government officials; republic of; state of; kingdom of`,
    parliament: 'parliament parliaments parliamentarians parliamentary parliamentarian',
    officials: `officers judges prosecutors police officials practitioners investigators customs immigration border analysts inspectors magistrates gendarmes detectives lawyers responders trainees governors guards
      authorities; law enforcement; border guards; criminal justice`,
    organs: `ctc; security council; general assembly; human rights council; counter-terrorism committee; sanctions committee; 1540 committee; heads of; heads of state; ecosoc;
      ministerial council`,
    compact:
      '; coordination committee; compact entities; action group; coordination compact; counter-terrorism compact',
  },
  scope: {
    high: 'high-level ministerial ministers summit; high level; principal-level; international conference; world congress',
    regional: 'regional sub-regional subregional region',
    national: 'national country in-country provincial local',
    interagency: 'inter-agency multi-agency interagency joint jointly',
    expert: 'expert experts technical; working-level',
    behalf: '; on behalf of',
    offered:
      '; now available; available now; now offers; now offer; now accessible; apply now; apply by; now accepting; now open; open for registration; registration is open; register now; now online; goes live; went live; is live',
    virtual: 'virtual virtually online webinar',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

/** Offices and titles that open an item in which somebody speaks. */
export const offices = `usg asg sg srsg sesg ed ded dg ddg hc dsg under-secretary-general secretary-general director-general director chairperson
  chairperson-in-office president head chief commissioner minister ambassador under-secretary; high commissioner;
  executive director; executive secretary; special rapporteur; special adviser; special envoy; special representative;
  high representative; deputy secretary-general; secretary general; assistant secretary-general; prime minister`

/** What a working group is called, in all six languages. */
export const groupWords = `wg wgs; working group; working groups; groupe de travail; groupes de travail; grupo de trabajo;
  grupos de trabajo; рабочая группа; рабочей группы; рабочие группы; فريق العمل; الفريق العامل; 工作组`
