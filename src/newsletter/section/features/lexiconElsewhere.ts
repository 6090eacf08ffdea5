/**
 * The words of the lexicon in French, Spanish, Russian, Arabic and Chinese, by the same classes. None of them is a
 * word of English that says something else.
 */
export const lexiconElsewhere = {
  verbs: {
    say: `souligné exhorté averti déclaré plaidé insisté rappelé appelé subrayó destacó pidió instó advirtió declaró señaló
      reiteró exhortó afirmó подчеркнул подчеркнула призвал призвала заявил заявила отметил отметила предупредил предупредила
      أكد أكدت دعا دعت شدد شددت حذر حذرت قال قالت; hizo un llamamiento; 强调; 呼吁; 指出; 警告`,
    discuss: `examiné débattu discuté examinó debatieron analizaron discutieron обсудил обсудила обсудили рассмотрел рассмотрела
      рассмотрели ناقش ناقشت بحث بحثت; 讨论; 审议`,
    publish: `publié publicó опубликовал опубликовала опубликовало издал издало نشر نشرت أصدر أصدرت; 发布; 出版`,
    launch: `lancé inauguré lanzó inauguró запустил запустила запустило открыл открыла открыло أطلق أطلقت افتتح افتتحت; 启动; 推出`,
    visit: `visité visitó visitaron посетил посетила посетили زار زارت; 访问了`,
    sign: `signé firmó firmaron suscribieron подписал подписала подписали وقع وقعت; 签署`,
    train: `formé formés formées capacitó capacitaron обучил обучила обучило обучили درب دربت; 培训了`,
    hold: `organisé organisée coorganisé coorganisée tenu tenue accueilli convoqué dispensé dispensée animé clôturé organizó organizaron celebró celebraron impartió impartieron realizó
      realizaron convocó dictó dictaron culminó concluyó состоялся состоялась состоялось состоялись прошел прошла прошло прошли провел провела провело провели организовал организовала организовало организовали نظم نظمت عقد عقدت
      استضاف استضافت اختتم اختتمت انعقد انعقدت; 举办; 举行; 召开; 主办`,
    join: `participé participó participaron asistió участвовал участвовала участвовали شارك شاركت; приняли участие; принял участие; 参加; 出席`,
    adopt: `adopté adoptó adoptaron aprobó aprobaron ratificó принял приняла приняли ратифицировал اعتمد اعتمدت; 通过了`,
    take: `nommé nommée élu élue nombrado nombrada asumió назначен назначена избран избрана; 任命`,
  },
  nouns: {
    publication: `rapport rapports manuel étude recueil brochure informe informes guía estudio compendio publicación доклад
      доклада руководство пособие исследование تقرير دليل دراسة كتيب; boîte à outils; caja de herramientas; 报告; 指南; 手册`,
    training: `formations entrenamiento capacitación formación curso cursos обучение тренинг курс курсы تدريب تدريبية; une formation; la formation; formation de; formation sur; formation pour; formation à; formation des; stage de formation; cours de formation; session de formation; 培训; 课程`,
    workshop: `atelier ateliers séminaire séminaires taller talleres seminario seminarios семинар семинара семинары практикум ورشة ورش
      ندوة; table ronde; mesa redonda; 研讨会; 讲习班`,
    exercise: `exercice ejercicio simulacro учения تمرين; 演习`,
    conference: `conférence congrès sommet conferencia foro congreso cumbre конференция конференции форум форума саммит مؤتمر منتدى قمة;
      论坛; 峰会`,
    meeting: `réunion réunions séance reunión reuniones sesión совещание совещания встреча заседание сессия اجتماع اجتماعا جلسة; 会议`,
    consultation: `consultas diálogo консультации диалог مشاورات حوار; 磋商; 对话`,
    event: `événement cérémonie evento ceremonia мероприятие мероприятия мероприятии церемония церемонии выставка فعالية حفل احتفال معرض; 庆祝; 纪念; 仪式; 展览`,
    briefing: `брифинг إحاطة; réunion d'information; sesión informativa; 通报会`,
    agreement: `mémorandum acuerdo memorando соглашение меморандум اتفاق مذكرة; protocole d'accord; 协议; 备忘录`,
    visit: `visite visita misión визит визита поездка миссия زيارة بعثة; 访问`,
    project: `projet projets proyecto proyectos programa проект проекта программа программы مشروع برنامج; 项目`,
  },
  actors: {
    civil: `jeunes journalistes jóvenes periodistas молодежи молодежь журналистов الشباب; société civile; sociedad civil;
      гражданского общества; гражданское общество; المجتمع المدني; 民间社会; 青年`,
    states: `правительство правительством правительства حكومة; états membres; gouvernement du; gouvernement de; estados miembros;
      gobierno de; gobierno del; государств-членов; государства-члены; الدول الأعضاء; 会员国; 政府`,
    officials: `policiers officiers gendarmes magistrats juges procureurs enquêteurs douaniers autorités fiscales jueces policías funcionarios
      autoridades судей прокуроров следователей сотрудников полиции القضاة المدعين الشرطة; 法官; 检察官; 警察; 执法`,
    organs: `; conseil de sécurité; assemblée générale; consejo de seguridad; asamblea general; совет безопасности; совета
      безопасности; генеральная ассамблея; مجلس الأمن; الجمعية العامة; 安理会; 安全理事会; 联合国大会`,
  },
  scope: {
    high: `ministérielle; haut niveau; alto nivel; высокого уровня; رفيع المستوى; رفيعة المستوى; 高级别`,
    regional: `régional régionale régionaux regionales región региональный региональная региональное регионального إقليمي إقليمية; 区域`,
    national: `nationale nationaux nacional nacionales национальный национальная национального وطني وطنية; 国家`,
    expert: `expertos эксперты экспертов خبراء; 专家`,
    virtual: `virtuelle онлайн; en ligne; en línea; 线上`,
  },
} as const

/** Offices in the same languages. */
export const officesElsewhere = `; secrétaire général; secrétaire générale; directeur exécutif; directrice exécutive; directeur général;
  directrice générale; haut-commissaire; rapporteur spécial; secretario general; director ejecutivo; directora ejecutiva;
  alto comisionado; relator especial; генеральный секретарь; исполнительный директор; верховный комиссар; الأمين العام;
  المدير التنفيذي; المديرة التنفيذية; 秘书长; 执行主任`
