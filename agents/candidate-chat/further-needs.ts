/** More words of needs beside those of needs.ts, in the same writing: what people call things in everyday life, papers that show a disability, programs
 * that help, and languages whose words are not found by their beginnings. */

export const FURTHER_NEEDS = `
  nvda voiceover zoomtext jaws(?!_of) dragon_naturally* speech_recognition_software talkback switch_control (service|assistance|therapy|support|emotional)_animal* my_(white_)?cane seeing_eye_dog*
  burn(t|ed)_out (?<![^_])burning_out i_(m|am)_trans i_(m|am)_(a_)?trans_(man|woman|person) non_?binary_and_transition* in_transition(?!_(to|from|between|period)) transition_surgery hormone* hrt top_surgery testosterone estrogen
  (rare|medical|health|chronic|genetic|skin|physical|mental|neurological|pre_existing|underlying|invisible)_(condition*|disease*|illness*|disorder*|issue*|limitation*) rare_(syndrome|disease*) syndrom* vitiligo alopecia lyme raynaud* ehlers* sickle_cell celiac intoleran*
  can_?(t|not)_(use|hold|grip|operate|handle)_(a_|the_|my_)?(mouse|touchpad|trackpad|pen|keyboard|touch_?screen*|hands?) (do_?n_t|do_not|can_?not|can_t|hardly|barely|only)_(hear|see)_(on|with|in|from|out_of)_(my|one) (deaf|blind|hear|see)_(in|on|out_of)_(my_|one_|the_)?(left_|right_|one_)?(ear|eye)
  can_?(t|not)_see_(the_|your_|my_|a_|any_)?(screen|monitor|whiteboard|board|slides|colou?rs|text|letters|face|faces)(?!_you(_are|_re)?_shar) (left|right|one|other)_(ear|eye)s? (i|am|i_m)_(almost_|nearly_|half_|partly_|legally_|completely_)*(blind|deaf|mute) i_(m|am)_mute can_?(t|not)_speak(?!_(to|with|on|at|then|in|[^_]*day|german|english|french|spanish|dutch|any))
  can_?(t|not)_(concentrate|focus|sleep|breathe|swallow|remember_things|process|be_touched|shake_hands) lose_(my_)?(focus|concentration|consciousness) (get|gets|getting)_(panicky|confused|shaky|overstimulated|overwhelmed) overstimulat* masking_is special_needs learning_(support|disab*) (mobility|walking|hearing|communication|memory)_aid*
  kosher halal prayer_(time|times|room|break*) (friday|afternoon|noon|daily)_prayers? namaz sikh kippah yarmulke niqab burqa
  gdb_(von_)?[0-9]+ (einen?|mein|meinen|den|der)_gdb grad_der_behinderung merkzeichen sbv schwb* schwerbehindertenausweis pflegegrad* versehrt* hormontherapie ausgebrannt gluten* laktoseintoleran* unvertraglichkeit*
  rqth mdph invalidite carte_mobilite_inclusion traitement_hormonal transidentit* coeliaque cœliaque intoleran* chien_(guide|d_assistance)
  certificado_de_discapacidad grado_de_discapacidad celiac* (perro|perra)_(guia|de_asistencia) hormonas lector_de_pantalla* invidente* sordomud*
  legge_104 invalidita celiachia cane_guida lettore_di_schermo cieca ormon* mut[oa]_dalla sordomut*
  atestado_multiuso incapacidade cao_guia leitor_de_ecra leitor_de_tela autista hormonios
  wajong wia_uitkering blindengeleidehond* hulphond* schermlezer* hormonen coeliakie
  orzeczenie_o legitymacja_osoby pies_przewodnik pies_asystujacy czytnik_ekranu celiaki* hormon* niemow*
  ledarhund* assistanshund* skarmlasare forerhund* blindehund* servicehund* skjermleser* skærmlæser* opaskoira* avustajakoira* ruudunlukuohjel* celiaki*
  vodici_pes asistencni_pes ctecka_obrazovky zvirat*_asist* celiakie rehber_kopek* ekran_okuyucu* engelli* colyak* isit(emi|miyor)* duyami* caine_ghid cititor_de_ecran celiac[ai] vakvezeto* kepernyoolvaso* coliaki* siketnem*
  собак*_(поводыр*|проводник*) скринридер* целиак* гормон* глухонем* немой немая не_(слышу|вижу)_(на|одним|левым|правым|ушам*) не_слышу инвалидност* группа_инвалидности овз
  не_чую не_бачу глух* сліп* хвороб* захворю* візочк* ліки лікар* операці*
  (saya|aku)_(seorang_)?tuli tuli_(dan|sejak|total) orang_tuli tuna_?rungu tuna_?netra tuna_?daksa tuna_?wicara difabel disabilitas kursi_roda hamil mengandung buta bisu sakit penyakit cacat alat_bantu_(dengar|jalan) bahasa_isyarat juru_bahasa depresi disleksia autisme kanker (?<!sistem_)operasi dokter terapi obat_obatan asma epilepsi gangguan_* tongkat kruk lumpuh rabun pendengaran penglihatan keguguran menyusui puasa sholat shalat
  khiem_thinh khiem_thi khuyet_tat xe_lan mang_thai mang_bau co_thai dieu_tri tram_cam tu_ky ung_thu tieu_duong dong_kinh ngon_ngu_ky_hieu may_tro_thinh benh_* phau_thuat nan_chan kho_doc
  viziwi kipofu ulemavu mjamzito pekak kurang_upaya
  κουφ* τυφλ* αναπηρ* εγκυ* αρρωστ* ασθεν* νοσο* καταθλιψη αμαξιδιο διαβητ* αυτισμ* δυσλεξ* επιληψ* καρκιν* θεραπει* γιατρ* φαρμακ* νοηματικη*
  صم اصم كفيف اعمى سماعة_طبية`;

/** In scripts whose letters are nothing without their signs, or that keep no words apart. Wherever they stand; `_`: a space. */
export const FURTHER_SIGNS = `
  耳が聞こ 耳が聴こ 聞こえにくい 聞こえづらい 耳が不自由 耳が遠い 目が不自由 目が見え 見えにくい 見えづらい 弱視 全盲 盲目 盲導犬 介助犬 聴導犬 難病 障碍 体が不自由 足が不自由 手が不自由 義足 義手 松葉杖 透析 手術 入院 骨折 服薬 自閉 吃音 双極 不安症 筆談 点字 音声読み上げ スクリーンリーダー 色覚 色弱 アレルギー 喘息 てんかん 糖尿 がん治療 生理痛 つわり 産休 授乳 お祈り 礼拝 断食 ラマダン 性同一性 ホルモン トランスジェンダー 腰痛 頭痛 めまい
  听不见 聽不見 听不清 看不见 看不見 看不清 弱视 色盲 色弱 导盲犬 導盲犬 助听器 助聽器 人工耳蜗 拐杖 假肢 义肢 透析 手术 手術 住院 骨折 口吃 结巴 焦虑 焦慮 癫痫 癲癇 哮喘 过敏 過敏 化疗 化療 哺乳 产假 產假 祈祷 祈禱 斋戒 齋戒 斋月 激素 跨性别 跨性別 读屏 讀屏 盲文 偏头痛 看医生 看醫生 就医 瘫痪 癱瘓 哑巴 啞巴
  안_들려 안_들리 못_듣 들리지_않 들을_수_없 안_보여 안_보이 보이지_않 볼_수_없 시각장애 보조견 안내견 의족 목발 지팡이 투석 수술 입원 골절 복용 자폐 말더듬 공황 뇌전증 천식 알레르기 당뇨 항암 생리통 입덧 모유 라마단 호르몬 트랜스젠더 난독 편두통 점자 스크린리더
  बहरा_हू बहरी_हू सुन_नहीं सुनाई_नहीं सुनने_में कम_सुन अंधा_हू अंधी_हू दृष्टिहीन नेत्रहीन देख_नहीं दिखाई_नहीं देखने_में विकलांग दिव्यांग व्हीलचेयर गर्भवती प्रेग्नेंट प्रेगनेंट बीमार मधुमेह डायबिटीज कैंसर मिर्गी अवसाद डिप्रेशन ऑटिज्म ऑटिज़्म डिस्लेक्सिया सांकेतिक श्रवण_यंत्र दवा ऑपरेशन अस्पताल डॉक्टर चल_नहीं हकला नमाज़ नमाज रोज़ा उपवास स्तनपान बैसाखी
  หูหนวก หูตึง ไม่ได้ยิน ตาบอด มองไม่เห็น พิการ วีลแชร์ ตั้งครรภ์ ป่วย โรคประจำตัว เบาหวาน มะเร็ง ลมชัก ซึมเศร้า วิตกกังวล ออทิสติก ภาษามือ เครื่องช่วยฟัง ผ่าตัด โรงพยาบาล กินยา ละหมาด ถือศีลอด ให้นมบุตร ไม้ค้ำ
  điếc khiếm_thính khiếm_thị bị_mù mù_màu bị_câm khuyết_tật xe_lăn mang_thai có_bầu bị_bệnh bệnh_viện phẫu_thuật trầm_cảm tự_kỷ ung_thư tiểu_đường động_kinh ngôn_ngữ_ký_hiệu máy_trợ_thính nghe_kém nhìn_kém bác_sĩ cho_con_bú cầu_nguyện
  לא_שומע כבד_שמיעה כבדת_שמיעה עיוור לקוי_ראייה מוגבלות בהיריון בהריון סרטן סוכרת דיכאון אוטיז דיסלקצ שפת_סימנים כלב_נחייה תרופ
  لا_أسمع لا_اسمع ضعيف_السمع ضعيف_البصر مكفوف أبكم معاقة عكاز مستشفى سرطان التوحد عسر_القراءة`;
