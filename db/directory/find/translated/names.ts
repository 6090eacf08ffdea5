/**
 * What organizations of the United Nations system and its partners are called in French, Spanish, Russian, Arabic and
 * Chinese, by their English acronym. Whoever has such an entity finds it by any of them.
 */
export const translatedNames: Readonly<Record<string, readonly string[]>> = {
  '1267 Monitoring Team': [
    'Équipe d’appui analytique et de surveillance des sanctions', 'Equipo de Apoyo Analítico y Vigilancia de las Sanciones',
    'Группа по аналитической поддержке и наблюдению за санкциями', 'فريق الدعم التحليلي ورصد الجزاءات', '分析支助和制裁监测组',
  ],
  '1540 Committee Group of Experts': [
    'Groupe d’experts du Comité 1540', 'Grupo de Expertos del Comité 1540', 'Группа экспертов Комитета 1540', 'فريق خبراء لجنة القرار 1540', '1540委员会专家组',
  ],
  CTBTO: [
    'Organisation du Traité d’interdiction complète des essais nucléaires', 'Organización del Tratado de Prohibición Completa de los Ensayos Nucleares',
    'Организация по Договору о всеобъемлющем запрещении ядерных испытаний', 'منظمة معاهدة الحظر الشامل للتجارب النووية', '全面禁止核试验条约组织',
  ],
  CTED: [
    'Direction exécutive du Comité contre le terrorisme', 'Dirección Ejecutiva del Comité contra el Terrorismo',
    'Исполнительный директорат Контртеррористического комитета', 'المديرية التنفيذية للجنة مكافحة الإرهاب', '反恐怖主义委员会执行局',
  ],
  DSS: [
    'Département de la sûreté et de la sécurité', 'Departamento de Seguridad', 'Департамент по вопросам охраны и безопасности', 'إدارة شؤون السلامة والأمن', '安全和安保部',
  ],
  DPO: [
    'Département des opérations de paix', 'Departamento de Operaciones de Paz', 'Департамент операций в пользу мира', 'إدارة عمليات السلام', '和平行动部',
  ],
  DPPA: [
    'Département des affaires politiques et de la consolidation de la paix', 'Departamento de Asuntos Políticos y de Consolidación de la Paz',
    'Департамент по политическим вопросам и вопросам миростроительства', 'إدارة الشؤون السياسية وبناء السلام', '政治和建设和平事务部',
  ],
  DGC: [
    'Département de la communication globale', 'Departamento de Comunicación Global', 'Департамент глобальных коммуникаций', 'إدارة التواصل العالمي', '全球传播部',
  ],
  'EOSG Rule of Law Unit': [
    'Groupe de l’état de droit du Cabinet du Secrétaire général', 'Dependencia del Estado de Derecho de la Oficina Ejecutiva del Secretario General',
    'Группа по вопросам верховенства права Канцелярии Генерального секретаря', 'وحدة سيادة القانون في المكتب التنفيذي للأمين العام', '秘书长办公厅法治股',
  ],
  FATF: [
    'Groupe d’action financière', 'Grupo de Acción Financiera Internacional', 'Группа разработки финансовых мер борьбы с отмыванием денег',
    'فرقة العمل المعنية بالإجراءات المالية', 'مجموعة العمل المالي', '金融行动特别工作组',
  ],
  ICAO: [
    'Organisation de l’aviation civile internationale', 'Organización de Aviación Civil Internacional',
    'Международная организация гражданской авиации', 'منظمة الطيران المدني الدولي', '国际民用航空组织',
  ],
  INTERPOL: [
    'Organisation internationale de police criminelle', 'Organización Internacional de Policía Criminal',
    'Международная организация уголовной полиции', 'المنظمة الدولية للشرطة الجنائية', '国际刑事警察组织',
  ],
  ILO: [
    'Organisation internationale du Travail', 'Bureau international du Travail', 'Organización Internacional del Trabajo', 'Международная организация труда', 'منظمة العمل الدولية', '国际劳工组织',
  ],
  IMO: [
    'Organisation maritime internationale', 'Organización Marítima Internacional', 'Международная морская организация', 'المنظمة البحرية الدولية', '国际海事组织',
  ],
  UNODA: [
    'Bureau des affaires de désarmement', 'Oficina de Asuntos de Desarme', 'Управление по вопросам разоружения', 'مكتب شؤون نزع السلاح', '裁军事务厅',
  ],
  OICT: [
    'Bureau de l’informatique et des communications', 'Oficina de Tecnología de la Información y las Comunicaciones',
    'Управление информационно-коммуникационных технологий', 'مكتب تكنولوجيا المعلومات والاتصالات', '信息和通信技术厅',
  ],
  OLA: [
    'Bureau des affaires juridiques', 'Oficina de Asuntos Jurídicos', 'Управление по правовым вопросам', 'مكتب الشؤون القانونية', '法律事务厅',
  ],
  OHCHR: [
    'Haut-Commissariat des Nations Unies aux droits de l’homme', 'Oficina del Alto Comisionado para los Derechos Humanos',
    'Управление Верховного комиссара по правам человека', 'مفوضية الأمم المتحدة السامية لحقوق الإنسان', '人权事务高级专员办事处',
  ],
  'Office of the Secretary-General\'s Envoy on Youth': [
    'Bureau de l’Envoyé du Secrétaire général pour la jeunesse', 'Oficina del Enviado del Secretario General para la Juventud',
    'Канцелярия Посланника Генерального секретаря по делам молодежи', 'مكتب مبعوث الأمين العام المعني بالشباب', '秘书长青年问题特使办公室',
  ],
  OPCW: [
    'Organisation pour l’interdiction des armes chimiques', 'Organización para la Prohibición de las Armas Químicas',
    'Организация по запрещению химического оружия', 'منظمة حظر الأسلحة الكيميائية', '禁止化学武器组织',
  ],
  'Special Adviser on the Prevention of Genocide': [
    'Conseiller spécial pour la prévention du génocide', 'Asesor Especial sobre la Prevención del Genocidio',
    'Специальный советник по предупреждению геноцида', 'المستشار الخاص المعني بمنع الإبادة الجماعية', '防止灭绝种族罪行问题特别顾问',
  ],
  'Special Rapporteur on Human Rights while CT': [
    'Rapporteur spécial sur la promotion et la protection des droits de l’homme et des libertés fondamentales dans la lutte antiterroriste',
    'Relator Especial sobre la promoción y la protección de los derechos humanos y las libertades fundamentales en la lucha contra el terrorismo',
    'Специальный докладчик по вопросу о поощрении и защите прав человека и основных свобод в условиях борьбы с терроризмом',
    'المقرر الخاص المعني بتعزيز وحماية حقوق الإنسان والحريات الأساسية في سياق مكافحة الإرهاب', '在打击恐怖主义的同时促进与保护人权和基本自由问题特别报告员',
  ],
  'SRSG on Sexual Violence in Conflict': [
    'Représentant spécial du Secrétaire général chargé de la question des violences sexuelles commises en période de conflit',
    'Representante Especial del Secretario General sobre la Violencia Sexual en los Conflictos',
    'Специальный представитель Генерального секретаря по вопросу о сексуальном насилии в условиях конфликта',
    'الممثل الخاص للأمين العام المعني بالعنف الجنسي في حالات النزاع', '负责冲突中性暴力问题的秘书长特别代表',
  ],
  'SRSG on Violence Against Children': [
    'Représentant spécial du Secrétaire général chargé de la question de la violence contre les enfants',
    'Representante Especial del Secretario General sobre la Violencia contra los Niños',
    'Специальный представитель Генерального секретаря по вопросу о насилии в отношении детей',
    'الممثل الخاص للأمين العام المعني بالعنف ضد الأطفال', '负责暴力侵害儿童问题的秘书长特别代表',
  ],
  'UN Women': [
    'Entité des Nations Unies pour l’égalité des sexes et l’autonomisation des femmes',
    'Entidad de las Naciones Unidas para la Igualdad de Género y el Empoderamiento de las Mujeres',
    'Структура Организации Объединенных Наций по вопросам гендерного равенства и расширения прав и возможностей женщин',
    'هيئة الأمم المتحدة للمساواة بين الجنسين وتمكين المرأة', '联合国促进性别平等和增强妇女权能署',
  ],
  UNAOC: [
    'Alliance des civilisations de l’ONU', 'Alianza de Civilizaciones de las Naciones Unidas', 'Альянс цивилизаций Организации Объединенных Наций', 'تحالف الأمم المتحدة للحضارات', '联合国不同文明联盟',
  ],
  UNDP: [
    'Programme des Nations Unies pour le développement', 'Programa de las Naciones Unidas para el Desarrollo',
    'Программа развития Организации Объединенных Наций', 'برنامج الأمم المتحدة الإنمائي', '联合国开发计划署',
  ],
  UNESCO: [
    'Organisation des Nations Unies pour l’éducation, la science et la culture', 'Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura',
    'Организация Объединенных Наций по вопросам образования, науки и культуры', 'منظمة الأمم المتحدة للتربية والعلم والثقافة', '联合国教育、科学及文化组织',
  ],
  UNICRI: [
    'Institut interrégional de recherche des Nations Unies sur la criminalité et la justice',
    'Instituto Interregional de las Naciones Unidas para Investigaciones sobre la Delincuencia y la Justicia',
    'Межрегиональный научно-исследовательский институт Организации Объединенных Наций по вопросам преступности и правосудия',
    'معهد الأمم المتحدة الأقاليمي لبحوث الجريمة والعدالة', '联合国区域间犯罪和司法研究所',
  ],
  UNIDIR: [
    'Institut des Nations Unies pour la recherche sur le désarmement', 'Instituto de las Naciones Unidas de Investigación sobre el Desarme',
    'Институт Организации Объединенных Наций по исследованию проблем разоружения', 'معهد الأمم المتحدة لبحوث نزع السلاح', '联合国裁军研究所',
  ],
  UNITAD: [
    'Équipe d’enquêteurs des Nations Unies chargée de concourir à amener Daech à répondre de ses crimes',
    'Equipo de Investigaciones de las Naciones Unidas para Promover la Rendición de Cuentas por los Crímenes del Estado Islámico',
    'Следственная группа Организации Объединенных Наций по содействию привлечению к ответственности за преступления, совершенные ДАИШ',
    'فريق التحقيق التابع للأمم المتحدة لتعزيز المساءلة عن الجرائم المرتكبة من جانب داعش', '联合国促进追究达伊沙罪行责任调查组',
  ],
  UNOCT: [
    'Bureau de lutte contre le terrorisme', 'Oficina de Lucha contra el Terrorismo', 'Контртеррористическое управление Организации Объединенных Наций',
    'مكتب الأمم المتحدة لمكافحة الإرهاب', '联合国反恐怖主义办公室',
  ],
  UNODC: [
    'Office des Nations Unies contre la drogue et le crime', 'Oficina de las Naciones Unidas contra la Droga y el Delito',
    'Управление Организации Объединенных Наций по наркотикам и преступности', 'ЮНОДК', 'مكتب الأمم المتحدة المعني بالمخدرات والجريمة', '联合国毒品和犯罪问题办公室',
  ],
  UNOSAA: [
    'Bureau du Conseiller spécial pour l’Afrique', 'Oficina del Asesor Especial para África', 'Канцелярия Специального советника по Африке',
    'مكتب المستشار الخاص لشؤون أفريقيا', '非洲问题特别顾问办公室',
  ],
  'SRSG for Children and Armed Conflict': [
    'Représentant spécial du Secrétaire général pour le sort des enfants en temps de conflit armé',
    'Representante Especial del Secretario General para la Cuestión de los Niños y los Conflictos Armados',
    'Специальный представитель Генерального секретаря по вопросу о детях и вооруженных конфликтах',
    'الممثل الخاص للأمين العام المعني بالأطفال والنزاع المسلح', '负责儿童与武装冲突问题的秘书长特别代表',
  ],
  WCO: [
    'Organisation mondiale des douanes', 'Organización Mundial de Aduanas', 'Всемирная таможенная организация', 'منظمة الجمارك العالمية', '世界海关组织',
  ],
  WHO: [
    'Organisation mondiale de la Santé', 'Organización Mundial de la Salud', 'Всемирная организация здравоохранения', 'منظمة الصحة العالمية', '世界卫生组织',
  ],
  UNITAR: [
    'Institut des Nations Unies pour la formation et la recherche', 'Instituto de las Naciones Unidas para Formación Profesional e Investigaciones',
    'Учебный и научно-исследовательский институт Организации Объединенных Наций', 'معهد الأمم المتحدة للتدريب والبحث', '联合国训练研究所',
  ],
  UNSSC: [
    'École des cadres des Nations Unies', 'Escuela Superior del Personal de las Naciones Unidas',
    'Колледж персонала системы Организации Объединенных Наций', 'كلية موظفي منظومة الأمم المتحدة', '联合国系统职员学院',
  ],
  DESA: [
    'Département des affaires économiques et sociales', 'Departamento de Asuntos Económicos y Sociales',
    'Департамент по экономическим и социальным вопросам', 'إدارة الشؤون الاقتصادية والاجتماعية', '经济和社会事务部',
  ],
  IOM: [
    'Organisation internationale pour les migrations', 'Organización Internacional para las Migraciones',
    'Международная организация по миграции', 'المنظمة الدولية للهجرة', '国际移民组织',
  ],
  IPU: [
    'Union interparlementaire', 'Unión Interparlamentaria', 'Межпарламентский союз', 'الاتحاد البرلماني الدولي', '各国议会联盟',
  ],
  UNICEF: [
    'Fonds des Nations Unies pour l’enfance', 'Fondo de las Naciones Unidas para la Infancia',
    'Детский фонд Организации Объединенных Наций', 'منظمة الأمم المتحدة للطفولة', '联合国儿童基金会',
  ],
  UNHCR: [
    'Haut-Commissariat des Nations Unies pour les réfugiés', 'Alto Comisionado de las Naciones Unidas para los Refugiados',
    'Управление Верховного комиссара по делам беженцев', 'مفوضية الأمم المتحدة لشؤون اللاجئين', '联合国难民事务高级专员公署',
  ],
  OCHA: [
    'Bureau de la coordination des affaires humanitaires', 'Oficina de Coordinación de Asuntos Humanitarios',
    'Управление по координации гуманитарных вопросов', 'مكتب تنسيق الشؤون الإنسانية', '人道主义事务协调厅',
  ],
  IAEA: [
    'Agence internationale de l’énergie atomique', 'Organismo Internacional de Energía Atómica',
    'Международное агентство по атомной энергии', 'الوكالة الدولية للطاقة الذرية', '国际原子能机构',
  ],
} // biome-ignore format: a table
