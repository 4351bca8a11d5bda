/** Words of health, of disability, of faith that keeps hours, and of what somebody needs, in the languages that candidates write most: better
 * one too many than one that a model reads. The lists are not whole. */
import { FURTHER_NEEDS, FURTHER_SIGNS } from "./further-needs.ts";
import { isInDanger } from "./in-danger.ts";
import { plainLine } from "./plain-line.ts";

/** `*` stands for any letters. Between the words of one entry (`_`) there may be anything that is no letter, or nothing; `(a|b)` is one of
 * them, as in any regular expression. */
const WORDS = {
  // Written alike in several of the languages below; no list below has them again.
  several: `*terapeut* *terapi *therapie addict* adhd alcoolic* alkoholi* angst* anorexi* asma asmatic* asthm* astma* astme astmi* astmy autis* baston bulimi* cancer* cancro cardiac* chemo*
    clinica cronic* daltoni* dentista depresi* diabet* diagnosen diagnoz* discalcul* dislexi* doktor* dyscalcul* dyskalkul*
    dysleksi* dyslekti* dyslexi* dyspraxi* epilep* gravid* handicap* hernia* invalide kemoterap* klinik* kronisk* long_covid medica
    medicament* medicin medico migraine* migran* migren* min_behandling muleta* panico panik* porod* protese* protez* prothese* ptsd
    quimio* rheuma* rollator* sorda sordo stotter* stress_post* surda tdah tept terapi*`,
  english: `disab* deaf* hard_of_hearing hearing_aid* hearing_loss hearing_impair* cochlear* tinnitus vertigo wheel_chair*
    learning_difficult* (am|m|im|was|being|are|is|legally|partially|totally|fully|half|nearly|almost|born|colou?r|went|gone|going)_blind* blind*(?!_(coding|tests?|testing|hiring|recruit*|reviews?|spots?|screening|cv|auditions?|trials?|copy)) visual_impair* visually_impair* partially_sighted low_vision eyesight
    screen_reader* braille caption captions subtitles sign_language* lip_read* lip_reading speech_impediment interpreter accommodat*
    adjustment adjustments pregnan* medically medication* medicine illness* ill sick* anxiety anxious bipolar seizure*
    insulin* chronic* surger* therap* healthwise step_free mobility crutch* walking_stick stutter* stammer* neuro_diver*
    neuro_typ* neuro_div* extra_time more_time_for more_time_to more_time_in ocd trauma* breast_feed* pump_milk pumping_milk
    nursing impair* accessib* asperger* tourette* hiv crohn* colitis dementia parkinson* alzheimer* sclerosis have_ms one_arm*
    one_leg* (?<!on_the_)one_hand* one_eye* prosthe* amput* paraly* parapleg* tetrapleg* quadripleg* cerebral_palsy down_syndrome service_dog*
    guide_dog* assistance_dog* arthrit* allerg* celiac* coeliac* stroke heart_condition heart_disease heart_attack dialysis
    transplant* lupus fibromyalg* fatigue pain(?!_points(?!_(in|on)_my)) bad_back back_pain injur* fracture* broken_arm broken_leg broken_foot
    broken_ankle broken_wrist broken_hand hospital hospitals hospitalis* hospitaliz* panic_attack* schizo* psychiatr* psychosis rehab*
    menopaus* endometrios* miscarriage ivf rsi carpal_tunnel`,
  ears: `can_?(t|not)_(hear|see)_(very_|so_|too_|that_|really_)?(well|much|properly|clearly|far)(?!_(on_the|in_the)_(recording|picture))
    (hear|see)_(very_|so_)?(badly|poorly|little) do_?n_t_(hear|see)_(very_|so_|too_)?well (trouble|difficult*|problem*|hard_time)_(with_)?(hearing|seeing)
    (hearing|vision|sight|speech|eating|mood|personality|bipolar|sleep|panic|attention|language|walking|movement|mobility)_(problem*|issue*|difficult*|disab*|disorder*|loss|impair*|condition*|therap*)
    (my|poor|bad|limited|impaired|blurred|tunnel|weak)_(hearing|eyesight|vision) lost_my_(voice|hearing|sight) colou?r_?blind* white_(cane|stick)
    (larger?|big|bigger)_(print|font*|letter*|text) (text|font|letter*|print)_(be_|is_|was_)?(a_bit_)?(larger|bigger) high_contrast magnifier*
    (have|with)_a_(bad_)?lisp selective_mut* (need|have|bring|with|use)_a_note_?taker take_notes_for_me hearing_badly`,
  body: `(heart|back|spine|spinal|knee|hip|shoulder|neck|leg|foot|feet|ankle|wrist|hands?|arm|eyes?|ears?|kidney|liver|lungs?|stomach|bowel|bladder|brain|thyroid|skin|voice)_(problem*|issue*|condition*|trouble*|disorder*|disease*|surger*|operation*|replacement*|injur*|pain*|ache*|failure|transplant*)
    (problem*|issue*|trouble*|surgery|operation|operated)_(with|on|in|of)_my_(heart|back|spine|knee*|hip*|shoulder*|neck|leg*|foot|feet|ankle*|wrist*|hand*|arm*|eye*|ear*|kidney*|lung*|stomach)
    bad_(knee*|back|hip*|leg*|foot|ankle*|heart|eyes|neck|shoulder*) my_(heart|back|knee*|hip*|leg*|foot|feet|hand|hands|eyes|ears|neck|shoulder*|ankle*|wrist*|voice)_(is|are|s|hurt*|ache*|shak*|trembl*|gets?|swell*|goes|went|does)
    (had|have|having|need|after|an|my|from)_(an_|my_)?operation(?!_(team|manager|s)) (hip|knee)_replac* replacement_(hip|knee|surgery) slipped_dis[ck] scoliosis osteopo* arthros* pacemaker stoma colostom* catheter*
    inhaler* epipen* pills painkiller* immuno_?(compromis*|suppress*|deficien*) tremor* (climb*|manage|use|take|do|many|no|avoid|without)_(the_|any_|many_|too_many_)?(stairs|steps_up)
    can_?(t|not)_(sit|stand|walk|climb|lift|type)_(for|up|down|long|far|very|the|too|more|well|stairs|anything|with|properly|without)
    (a|my|with|use|using)_(cane|walker|rollator) walking_(cane|frame|aid) zimmer_frame scootmobiel* knee_brace (lie|lying)_down`,
  mind: `on_the_(autis*_)?spectrum sensory_(overload|issue*|process*|need*|sensitiv*) (sensitive|sensitivity)_to_(noise|light|sound*|smell*) overwhelmed_by_(noise|crowd*|light*|people)
    (eating|panic)_disorder* depress*(?!_(of|in)_the_(market*|econom*)) alcoholism (recovering|dry)_alcoholic* (?<!non_)alcoholic(?!_(drink|beverage)*) sober sobriety
    (in|my)_recovery(?!_(mode|time|plan)) recovering_from(?!_(an?_|the_)?(fail*|outage*|crash*|error*|incident*|disaster*|data*)) detox suicid* self_harm* (gender)_(reassign*|transition*|dysphor*|affirm*) transgender
    i_(m|am)_transitioning(?!_(to|from|into|in|out|between)) narcoleps* insomnia i_have_me(?!_[^_\\d]) me_cfs tics add_(diagnos*|medic*)`,
  care: `(expecting|having)_(a_|our_|my_|twins_?)?(baby|child|twins|first_child|second_child) (months|weeks)_along my_due_date (give|giving|gave)_birth newborn c_section lactat* nursing_room express_milk
    doctor(?!_(s_)?(titles?|degrees?|thesis)|_(of|in)_(science*|philosoph*|laws?|engineering|education|business|medicine|letters|arts|economics)) doctors dentist* dental
    (?<!(system|service|server|cluster|api)s?_)health(_?care)?(?!_?care|_(check*_)?(endpoint*|probe*|insurance|benefit*|plans?|tech*|sector|industry|software|products?|apps?|compan*|startup*|clients?|customers?|domain)) healthier
    (?<!(team|company|culture|workplace|atmosphere|environment|business|codebase|climate)_(is_|are_|stays_)?)healthy(?!_(work*|culture|team*|office|environment|atmosphere|balance|mix|growth|compan*|business|food|lunch*|snack*|pace|competition))
    medicals?(?!_(insurance|benefit*|cover(age)?(?!_letter)|plans?|software|sector|industry|field|technolog*)) gp_(appointment|visit|check*)
    burn_?out*(?!_(an?_)?(big_)?(problem|issue|topic|risk|thing|common)_(in|on|at|for|among)_(the|your|this)_) check_?up_(at|with) clinic clinics physio* (my|in|under|having|undergo*|receiv*|need|medical|cancer|hormone|fertility|daily|weekly)_treatment(?!_of) treatment_(day|session|plan)*
    diagnosed(?!_the) (my|a|the)_(recent_)?diagnosis diagnosis_of tumou?r* leuka?emia lymphom* radiation_therap* (have|got|had|with|caught|for)_covid covid_positive flu fever feverish unwell not_(feeling|feel)_well
    nausea* nauseous vomit* dizz* faint fainting got_a_cold have_a_cold sciatica anemi* anaemi* thyroid* hemophil* haemophil* kidney_stone* (with|suffer_from)_ms`,
  hurt: `(broke|breaking|broken|fractured|sprained|twisted|dislocated|tore|torn|pulled|burnt|burned|hurt|injured|strained|bruised|smashed|crushed)_(my_|an?_|both_|the_|some_)?(left_|right_)?(my_)?(leg|arm|foot|feet|ankle|wrist|hands?|fingers?|thumb|toes?|knees?|shoulder|elbow|hip|ribs?|collarbone|neck|back|nose|jaw|ligaments?|muscle|tendon|meniscus|acl)
    my_(left_|right_)?(leg|arm|foot|feet|ankle|wrist|hands?|fingers?|thumb|toes?|knees?|shoulder|elbow|hip|ribs?|collarbone|neck|back|nose|jaw|ligaments?|muscle|tendon|meniscus|acl)_(is_|are_|was_|were_|got_|has_been_)(broken|fractured|sprained|in_an?_|numb|missing|gone|bandaged|plastered|swollen|sore)* (in|wear*|with|have|has|got)_(an?_|my_)?(leg_|arm_|plaster_|wrist_|neck_|back_|knee_)?(plaster_cast|sling|splint|brace|cast)(?!_(iron|of|list|to|a|from|type))
    (missing|lost|without|lack|lacking)_(an?_|my_|one_|two_|three_|some_|the_)(left_|right_|big_|little_)?(arm|leg|eye|ear|foot|hand|thumb|finger*|toe|toes|limb*) can_?(t|not)_(use|move|bend|raise|feel|straighten|turn)_(my|one|the)_(left_|right_|dominant_|whole_)?(arm|hand*|leg*|foot|fingers|neck|back|head|body|side)
    concuss* whiplash stitches sprain* walk_(very_|quite_|rather_|too_|so_|only_)?(slow*|badly|poorly) (walk*|slowly|limp*|lean|rely)_(with|on)_an?_stick with_an?_stick limping i_limp`,
  lasting: `(hearing|vision|sight|eyesight|speech|memory|balance|breathing|walking|mobility|concentration)_(trouble*|limitation*|weakness|loss|problem*|difficult*|issue*) immune_system my_immunity auto_?immun* (short|near|far|long)_sighted* myop* astigmat* cataract* glaucoma macular photo_?sensitiv* photophob* light_sensitiv* (flashing|flickering)_light*
    ibs irritable_bowel brain_fog fibro (fibro|my|bad|ibs|lupus|arthritis|having_a|in_a|a_bad)_flare* flare_ups* eczema psoriasis copd cystic_fibrosis muscular_dystrophy ehlers* (have|with|got|my)_gout ulcer* stomach_bug food_poisoning shingles pneumonia bronchitis tonsillitis appendicitis hepatitis tubercul* anaphyla* sleep_apn* restless_leg* radiotherap* in_remission biopsy mastectomy hysterectomy
    pcos period_(pain*|cramp*) blood_(sugar|pressure|thinner*|clot*|transfusion) hypoglyc* glucose_(monitor|sensor|tablet*) feeding_tube cpap oxygen_(tank|mask|bottle) face_blind* prosopagnos* auditory_processing aphasi* dysarthri* dysgraph* (get|gets|getting|am|m|become|be)_(very_|so_|really_|too_)?(tired|exhausted)_(very_|so_|really_|too_)?(quick*|eas*|fast|after) (tire|exhaust)_(very_|so_|too_)?(quick*|eas*|fast) chronically`,
  nerves: `miscarr* stillb(orn|irth) ectopic abortion trimester (on|my|in)_maternity post_?(partum|natal) breast_pump* expressing_milk aspie* (have|got|having|with|my)_add(?!_(a|an|the|it|to|that|this|my|one|more|some|something|another|on)(?!\\S)) neuro_?atypic* neuro_?spicy meltdown* stimming fidget* executive_dysfunction nervous_breakdown mentally_(ill|unwell|unstable|exhausted) (social|agora|claustro)_?phobi* phobia* dissociat* borderline_(personality|disorder) bpd (my|a|see|seeing)_(psychologist|counsell?or|therapist)`,
  helped: `(need|want|require|bring|bringing|have|use|with|get)_(an?_|my_|some_)?(scribe|support_person|support_worker|personal_assistant|carer|caregiver|job_coach|palantypist|stenographer|relay_service|hearing_loop|induction_loop) scribe scribes induction_loop hearing_loop speech_to_text text_to_speech palantyp* emotional_support*
    (need|needs|needing|require|want|like|prefer|appreciate|use|have|having|with|in|get)_(to_have_)?(an?_|some_|my_)?(very_|really_)?(quiet|quieter|silent|separate|low_stimul*|dim|darkened)_(room|space|place|environment|corner)(?!_(to|for)_(the|my)_call) noise*_(overwhelm*|bother*|distract*|upset*|hurt*|stress*|is_too) overwhelm*_by_(noise*|sound*|people|crowd*|light*)
    need_(to_(take|have|make)_)?(some_|short_|an?_few_|regular_|more_|frequent_|extra_|several_|many_|longer_|little_)*(pauses|breaks|rests|pausing) (stand_up|move_around|stretch|walk_around)_(every|often|regular*) read_(the_|out_|all_)?(questions|text|task|tasks)_(aloud|out_loud|out_to_me|to_me) ergonomic_(chair|keyboard|mouse) height_adjustable standing_desk (special|adapted|adaptive|one_handed)_(chair|keyboard|mouse|equipment|software|device*) dictation_software eye_(gaze|tracker)`,
  bodies: `(arm|bein|fuss|hand|knie|finger|knochel|handgelenk|schulter|rippen?|nase)_(ist_)?(gebrochen|verstaucht|verletzt) gebrochene?(n|m|r|s)?_(arm|bein|fuss|hand|finger|handgelenk|schulter|rippen?) gipsbein im_gips gipsverband gehirnerschutter* kurzsichtig* weitsichtig* immunsystem* reizdarm* fehlgeburt* schreibhilfe* ruhige(n|r|s|m)?_(raum|zimmer|ort|umgebung) brauche_(mehr_|viele_|regelmassige_|haufige_|kurze_|ofter_)*pausen (schnell|rasch)_(mude|erschopft)
    casse_(la_|le_|l_|mon_|un_)*(jambe|bras|pied|poignet|cheville|doigt|epaule|main) fausse_couche commotion_cerebrale systeme_immunitaire myope* (salle|piece|endroit)_(calme|tranquille) besoin_de_pauses fatigue_(tres_)?vite
    (rompi|roto|fracture|torci)_(la_|el_|un_|una_|mi_)*(pierna|brazo|pie|mano|tobillo|muneca|dedo|hombro) conmocion_cerebral aborto_espontaneo sistema_inmun* miope* (sala|lugar|habitacion)_(tranquil*|silencios*) (pausas|descansos)_(frecuentes|regulares) necesito_(hacer_)?(pausas|descansos) me_canso_(muy_)?(rapido|enseguida|facilmente)
    rott[oa]_(la_|il_|un_|una_|mi_)*(gamba|braccio|piede|mano|caviglia|polso|dito) commozione_cerebrale aborto_spontaneo sistema_immunitario stanza_(tranquilla|silenziosa) bisogno_di_(fare_)?pause mi_stanco_(subito|facilmente|presto)
    parti_(a|o|um|uma)_(perna|braco|pe|mao|tornozelo|pulso|dedo) sistema_(imunitario|imunologico) sala_(calma|silenciosa|sossegada) (preciso|precisaria)_de_(fazer_)?pausas canso_me_(depressa|facilmente)
    (been|arm|enkel|pols|voet|hand|vinger)_gebroken hersenschudding miskraam bijziend* rustige_(ruimte|kamer|plek) snel_(moe|vermoeid) pauzes_nodig
    zlama(lem|lam|na|ny|l)_(noge|reke|noga|reka|palec) wstrzas_mozgu poronil* krotkowzroc* cich(a|e|y)_(sala|pomieszczenie|pokoj) potrzebuje_przerw`,
  faith: `pray prayer prayers praying sabbath shabbat shabbos ramad[ah]*n* fasting jummah jumua* religio* yom_kippur eid_(al|is|day|prayer*)* hijab* headscarf turban
    gebet gebets* beten fastenmonat ich_faste (ich|zu|wir)_fasten ramazan priere* prier jeune_du jeuner oracion* rezar rezo ayuno ayunar preghiera preghiere pregare digiuno oracao oracoes jejum
    gebed gebeden te_bidden vasten modlitw* modlic fastar fastan rukous* paastoa modlitb* modlit namaz oruc rugaciun* imadkoz* молит* пост_рамадан* рамадан*`,
  german: `behinder* schwerbehinder* sehbehinder* gehbehinder* korperbehinder* rollstuhl* gehorlos* taub taube tauber taubstumm*
    schwerhor* horgerat* gebarden* dolmetsch* blinde* schwanger* krank* erkrank* krebs* gesundheit* barrierefrei* nachteilsausgleich*
    attest arzt* schmerz* *schmerz *schmerzen
    *behinderung *behinderungen *behindert* horschad* horproblem* horschwach* hore_(sehr_|so_)?schlecht schlecht_(horen|sehen|horst|hort) sehe_(sehr_|so_)?schlecht kann_nicht_(gut|richtig|lange)_(horen|sehen|stehen|sitzen|gehen|laufen)
    nicht_(so_|sehr_)?(gut|lange|lang)_(horen|sehen|stehen|sitzen|laufen|gehen) sehschwach* sehschwier* farbenblind* rot_grun_schwach* lrs legastheni* lese_rechtschreib* rechtschreibschwach* adhs spektrum
    herz(problem*|krank*|fehler|infarkt|operation*|leiden|schrittmacher*) ruckenproblem* rucken_(tut|op) *(knie|huft|rucken|herz|wirbel*|augen|ohren|fuss|hand)_?(op|operation*|problem*|ersatz|leiden|verletz*) bandscheib* (operiert|operation|op_termin) kruck* gehstock gehhilfe* gehstutze*
    spital *therapien therapeut* medikament* tabletten_nehmen (?<!(you|to|we|i|would|and)_)diagnos(e|en|tiziert*) *allergi* *storung *storungen sprachstorung* sprechstorung* (spiel|alkohol|drogen|meiner|meine|eine)_?sucht suchtkrank* entzug* reha trocken(er|e)_alkohol*
    essstorung* anfalle *diabetes zucker_?krank* multiple_sklerose habe_ms tumor* *krebs ptbs posttraumat* zwangsstorung* grossschrift grosse_schrift grossere_schrift
    still_(zimmer|raum|pause)* stillen stille_(mein|noch) abpump* entbind* kind_erwarte* erwarte_(ein_|mein_|unser_)?(kind|baby) mutterschutz *psychisch* psychother* lungenkrank* pflegebedurft*`,
  french: `fauteuil_roulant sourd sourde sourds malentendant* malvoyant* aveugle* malade* maladie* enceinte sante amenagement amenagements
    douleur* entends_(mal|tres_mal|pas_bien|pas_tres_bien) vois_(mal|tres_mal|pas_bien|pas_tres_bien) mal_(entendant*|voyant*) appareil*_auditif* hyperactiv* dys
    (probleme*|maladie*|operation|chirurgie|mal|malade)_(de_|du_|au_|aux_|cardiaque*|a_la_|a_l_)*(coeur|cœur|dos|genou*|colonne|hanche*|jambe*|rein*|yeux|oreille*) cardiaque* hernie* (opere*|operee*|operation|chirurgi*) canne cannes bequille* deambulat*
    medecin* docteur* dentiste clinique* hopital* hopitaux traitement_(medical|contre|pour|lourd|en_cours) (mon|sous|suis_un|en)_traitement therapie* psychotherap* diagnosti* chronique* begai* begaye* trouble*_(de_la_|du_|de_l_|des_|alimentaire*|anxieu*|bipolaire*|autis*|dys)* trouble_(du|de)* orthophon*
    alcoolique* alcoolisme sevrage toxicoman* boulimi* gros_caracteres grands_caracteres angoiss* anxi* panique deprime* sclerose* chimio* covid_long tspt tocs
    accouch* allait* attends_un_(bebe|enfant) conge_maternite grossesse* tire_lait fatigue_chronique`,
  spanish: `discapaci* silla_de_ruedas ciego ciega embaraz* enferm* salud adaptaci* dolor* (no_)?(oigo|veo)_(muy_)?(bien|mal) minusvali* hipoacus* audifon* disprax* (problema*|operacion|cirugia|enfermedad)_(de_|del_|en_|cardiac*|al_)*(la_|el_|las_|los_)?(corazon|espalda|columna|rodilla*|cadera*|pierna*|rinon*|vista|oido*)
    cardiopati* operaron operacion_(de|del|medica) me_oper* andador protesis medicos clinicas hospitales tratamiento_(medico|de_quimio*|contra|para_el) (mi|en|un)_tratamiento medicacion diagnostic(o|aron|ada|ado) tartamud*
    trastorno* adiccion* adict* alcoholismo alcoholico alcoholica letra_(grande|mas_grande) jaqueca* ansiedad angustia esclerosis covid_persistente agotamiento_(emocional|profesional)* estres_post* lactancia amamant* doy_el_pecho espero_un_(bebe|hijo) el_parto dar_a_luz lesion* fibromialg*`,
  italian: `disabil* sedia_a_rotelle incinta malat* salute cieco cieca dolore sordi ciechi (non_)?(sento|vedo)_(molto_|tanto_)?(bene|male) ipoacus* ipovedent* non_udent* non_vedent* apparecchi*_acustic* dislessi* dispras* (ho|con|un)_dsa (problem*|operazione|intervento|malatt*)_(di_|del_|alla_|al_|alle_|cardiac*)*(cuore|schiena|colonna|ginocchi*|anca|gamb*|ren*|vista|udito)
    cardiopat* ernia operat[oa]_(di|al*) operazione_(al|alla|chirurgica) intervento_chirurgico bastone stampell* deambulator* protesi dottore dottoressa ospedal* (mia|in|una)_cura_(medica)? medicin* farmac(o|i) diagnosi diagnosticat* balbuzi* balbetto disturb(o|i)_(del|dell|aliment*|d_|di|bipolar*|specific*)* dipendenz*_da
    alcolist* alcolismo anoressi* caratteri_(grandi|piu_grandi) epiless* epilett* emicrani* ansia ansios* depress[oa] sclerosi tumore chemio* esauriment* allatt* aspetto_un_(bambino|figlio|bimbo) il_parto invalido`,
  portuguese: `deficien* cadeira_de_rodas doenca* saude surdo cego cega dor dores (nao_)?(ouco|oico|vejo)_(muito_)?(bem|mal) surdez aparelho*_auditiv* phda (problema*|operacao|cirurgia|doenca)_(de_|do_|no_|nas_|na_|cardiac*)*(coracao|costas|coluna|joelho*|anca|quadril|perna*|rins|vista|audicao)
    operad[oa]_(a|ao|do|da) cirurgia* operacao_(ao|a|de|do) bengala andarilho hospitais tratamento_(medico|contra|de_quimio*) (meu|em|um)_tratamento medicacao diagnostic(o|ada|ado|aram) gaguez gagueira gaguej* transtorno* perturbac*
    adicao vicio_em alcoolismo letra_(grande|maior) letras_grandes enxaqueca* ansiedade esclerose covid_longa esgotamento stress_pos* amament* espero_um_(bebe|filho) o_parto`,
  dutch: `rolstoel* zwanger* ziek ziekte* *ziekte *ziekten gezondheid* doof (een|de|ben|als|bent|is)_dove slechthorend* slechtziend* *beperking *beperkingen *beperkt_(in|door) (hoor|zie)_(heel_|erg_|niet_)?(slecht|goed) niet_(zo_|heel_)?goed_(horen|zien) gehoorapparaat* gehoorprobleem* kleurenblind* blinde dyslectisch* (hart|rug|knie|heup|oog|oor|nek|schouder)_?(probleem*|problemen|klacht*|operatie*|patient*|aandoening*|falen|vervanging)
    geopereerd operatie_(aan|gehad) mijn_operatie wandelstok kruk krukken dokter* huisarts* tandarts* kliniek* ziekenhui* *therapeut* mijn_behandeling onder_behandeling behandeling_(in|voor)_* medicijn* medicatie chronisch* spraakstoornis* *stoornis verslav* verslaafd* alcoholist* afgekickt
    eetstoornis* grote_letters grotere_letters paniek* suikerziekte multiple_sclerose heb_ms kanker* overspannen ptss borstvoeding kolven bevall* verwacht_een_(kind|baby) gehandicapt* (rug|hoofd|buik|nek|knie|spier|gewrichts)?pijn hooggevoelig*`,
  polish: `niepelnosprawn* wozk* ciaza ciazy ciaze chory chora chore chorob* choruj* gluchy glucha niewidom* niedoslysz* zdrowi* zdrowotn* (zle|slabo|nie)_(slysze|widze) (slysze|widze)_(zle|slabo) slabowidz* aparat_sluchow* autyz* autyst* dysleks* dyslekt* (problem*|operacj*|chor*)_(z_|ze_)?(sercem|serca|plecami|kregoslup*|kolan*|biodr*|nog*|wzrok*|sluch*) kregoslup* operacj(a|i|e)_(kolan*|serca|biodr*|kregoslup*|oka) (mialam|mialem|po|mam|czeka_mnie)_operacj* zabieg* operowan*
    laska lasce kul(e|ach|ami)_* balkonik* lekarz* lekark* dentyst* szpital* leczeni* lecze_sie leki zdiagnoz* przewlekl* jaka(m|nie|nia|la)* zaburze* uzalezni* anoreks* duza_czcionk* wieksza_czcionk* duzy_druk padaczk* lek_przed lekow* depresj* cukrzyc* stwardnienie nowotwor* raka chemioterap* wypalen* karmi*_piersia w_ciazy spodziewam_sie_(dziecka|dziecko) inwalid* bol bolu orzeczeni*`,
  swedish: `dov dova horselskad* horselnedsatt* rullstol* funktionsned* funktionshind* funktionsvariation* sjuk* synskad* synnedsatt*
    teckensprak* tolk halsa angest (hor|ser)_(valdigt_|ganska_)?(daligt|illa) inte_(sa_)?(hora|se)_bra *nedsattning* fargblind* dyskalkyli* (hjart|rygg|kna|hoft|ogon)_?(problem*|operation*|fel|sjuk*|besvar) diskbrack opererad* opererats operation_i kapp kryckor krycka protes* lakar* tandlakar* vardcentral*
    behandling_(for|mot) mediciner medicinering diagnos stamm(ar|ning)* talsvarighet* storning* beroende(sjuk*|vard|problematik) missbruk* nykter* atstorning* stor_stil storre_text deprimer* skleros cellgift* langtidscovid utbrand* utmattning* amm(ar|a|ning) foralder_snart vantar_barn forloss* smartor hjartsjuk*`,
  nordic: `dovhed* dovt horehemm* korestol* rullestol* syg sygdom* syk sykdom* handikap* helbred helse kuuro* pyoratuol* sairau*
    raskaana (horer|ser)_(meget_|veldig_|ret_)?(darligt|darlig) nedsat_(horelse|syn) nedsatt_(horsel|syn|hor*) *nedsættelse* *nedsettelse* horeapparat* farveblind* fargeblind* ordblind* (hjerte|ryg|rygg|knæ|kne|hofte|øjen)_?(problem*|operation*|operasjon*|syg*|syk*|feil|fejl) opereret operert operasjon diskusprolaps prolaps krykke* stok_at_ga læge* lege legen legetime legetimen fastlege* tandlæge* tannlege* sygehus* sykehus* hospitalet
    behandling_(for|mod|mot) medisin* stammer stamming taleforstyrrelse* *forstyrrelse* *lidelse afhængig* avhengig_av misbrug* rusmis* ædru spisefor* stor_skrift storre_skrift migræne* sukkersyge sklerose kræft* kreft* cellegift* senfolger_covid utbrent udbrændt ammer amming amning venter_barn venter_et_barn fodsel fodslen smerte*
    (kuulen|naen)_huonosti huonokuulo* kuulolait* kuulovam* nakovam* heikkonako* varisokea* lukihairi* (sydan|selka|polvi|lonkka)_?(ongelm*|leikka*|sairau*|vaiva*|vika) leikkaus leikkauk* kepp(i|ia|in) kainalosau* rollaattor* proteesi* laakari* laakkeit* laakitys* hammaslaak* sairaal* hoidossa hoitoon hoitojakso* diagnoos* krooni* ankyt* puhehairi* *hairio riippuvuu* syomishairi* iso_fontti isompi_teksti migreeni* ahdistu* paniikki* masennu* masentu* *skleroosi syopa* sytostaat* uupumu* imeta* raskau* odotan_(lasta|vauvaa) vamma* kipu kipuja`,
  others: `engelli* hamile* sagir* hastal* tekerlekli_sandalye* neslys* invalida invalidni* invalidit* vozick* tehotn* nemoc* (spatne|slabe|spatn*)_(slysim|vidim) (slysim|vidim)_spatne nedoslych* slabozrak* slepy slepa sluchad* barvoslep* (problem*|operac*|nemoc*)_(se_|s_|srdce|srdcem)*(zady|srdcem|srdce|kolen*|pater*|kyc*) operac(i|e)_(kolen*|srdce|kyc*|zad*|pater*) po_operaci na_operaci operaci_(mam|jsem) berle berli hul holi choditko lekar* zubar* lecb* lecim_se leky leku chronick* koktam koktav* porucha poruchy poruchou zavislost_na velke_pismo vetsi_pismo uzkost* panick* deprese cukrovk* sklero* rakovin* vyhoren* kojim kojeni cekam_(dite|miminko) postizen* zdravot* bolest*
    (iyi|az|zor|pek)_(duymuyorum|goremiyorum|duyuyorum|goruyorum|duyamiyorum) isitme_(engel*|cihaz*|kayb*|sorun*) gorme_(engel*|kayb*|sorun*) *ozurlu renk_koru otiz* otist* dehb disleks* (kalp|sirt|bel|diz|omurga)_(ameliyat*|rahatsiz*|sorun*|hastal*|problem*|fitig*|agri*|protez*) ameliyat* baston* koltuk_deg* yurutec* dis_hekim* klinig* hastane* tedavi* ilac* teshis* tani_kondu kronik* kekele* kekeme* bozuklug* bagimlilig* bagimlisi* alkolik* yeme_bozuk* buyuk_(punto|yazi|harf*) sara_hast* astim* anksiyete* kaygi_boz* panik_atak* depresyon* diyabet* seker_hast* kanser* tukenmis* emzir* bebek_bekli* dogum_(yap*|izni|iznim*) saglik_(sorun*|durum*|problem*) sakat* rahatsizim
    dizabilit* (nu_)?(aud|vad)_(foarte_)?(bine|prost|greu) surd surzi hipoacuz* nevazator* (problem*|operati*|boala|boli)_(la_|de_|cu_)*(inima|spate|coloana|genunch*|sold*|picior*) operat*_la operatie* carj(e|a|i) carje medic medicul medicului doctorul stomatolog* clinicii spital* tratament* diagnostic* balbai* tulburar* dependent*_de (litere|scris)_mar(i|e) anxietat* panica sclero* chimioterap* epuizare alapt* insarcinat* astept_un_(copil|bebelus) nastere* boala boli bolnav* sanatat* scaun_(cu_rotile|rulant) durere dureri
    (rosszul|nehezen)_(hallok|latok) nem_(hallok|latok)_jol hallokeszulek* hallaskarosod* latasserult* gyengenlat* vagyok_vak szintevesz* autizm* diszlexi* diszkalkul* (sziv|hat|gerinc|terd|csipo)_?(problem*|mutet*|betegs*|baj*|protez*|serv*) mutet* operalt* operacio* mankov* bot(tal)_* jarokeret* orvos* fogorvos* korhaz* kezeles* gyogyszer* diagnoszt* dadog* beszedhib* *zavar_(miatt)* *zavarom evesi_zavar* fuggoseg* fuggo_vagy* nagy_betu* nagyobb_betu* szorong* cukorbet* szklero* rak(os|om|kal)* rakos kieges* szoptat* babat_var* gyermeket_var* szules* szulok_majd allapotos* rokkant* egeszsegug* fajdalom* faj_a
    siket* fogyatek* terhes* beteg*
    инвалид* беремен* болезн* болен больн* болею глух* слеп* коляск* здоровь* плохо_(слышу|вижу) слабослыш* слабовид* незряч* дальтони* аутизм* аутис* астм* сдвг дислекс* (проблем*|операци*|болезн*)_(с_|на_)*(сердц*|спин*|колен*|позвоночн*|бедр*) операци(я|ю|и)_(на|была) операции костыл* трост* ходунк* протез* врач* доктор* стоматолог* клиник* лечени* лечусь терапи* лекарств* диагноз* хроническ* заик* расстройств* зависимост* алкогол* анорекс* булими* крупн*_шрифт* эпилеп* мигрен* тревож* паническ* депресс* диабет* склероз* рак рака раком химиотерап* выгоран* птср кормлю_грудью кормление жду_ребенка боль боли
    інвалід* вагітн* хвор* αναπηρ* κωφ* εγκυος`,
};

/** Of languages that keep no words apart, or put others before and after them. */
const PARTS = `聴覚 視覚 障害 障がい 聾 手話 車椅子 車いす 妊娠 病気 持病 病院 通院 治療 体調 うつ病 健康 難聴 補聴器 介助 配慮が必要
  聋 聾 耳聋 失聪 听力 听障 聽障 聽力 失明 盲人 视障 視障 视力 残疾 残障 殘疾 身障 轮椅 輪椅 怀孕 懷孕 孕妇 疾病 生病 手语 手語 抑郁 憂鬱 癌症 糖尿病 健康 自闭 自閉 无障碍 無障礙
  청각 장애 농인 수화 수어 휠체어 임신 질병 질환 아프 병원 우울 건강 난청 보청기
  أصم صماء الصم إعاقة معاق كرسي_متحرك حامل مرض مريض كفيف أعمى سمعي لغة_الإشارة ضعف_السمع اكتئاب سكري صحتي صحية
  נכה נכות חירש כיסא_גלגלים הריון מחלה`;

/** Letters without their marks, so that it is the same with and without them. */
const folded = (text: string): string =>
  plainLine(text)
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[łøıđß]/g, (letter) => WITHOUT_MARK[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ");

const WITHOUT_MARK: Record<string, string> = { ł: "l", ø: "o", ı: "i", đ: "d", ß: "ss" };

const entriesOf = (list: string): string[] => list.trim().split(/\s+/);

/** In folded words there are letters, numbers and single spaces alone: so it is told without the classes of Unicode, of which each takes a
 * thousand times as long to compile. What stands after a group (`)*`) is an end of a word like any other. */
const patternOf = (entry: string): string =>
  entry.replaceAll("*", String.raw`[^ \d]*`).replaceAll(/_\??/g, " ?");

const WHOLE = [...Object.values(WORDS), FURTHER_NEEDS].flatMap(entriesOf).map(patternOf).join("|");
const NEEDS = new RegExp(`(?<![^ ])(?:${WHOLE})(?![^ ])`);
const WITHIN = entriesOf(PARTS).map((entry) => folded(entry.replaceAll("_", " ")).trim());

/** What is said of whoever is ill: a verb, and the illness. */
const ILL =
  "(?:(?:is|are|was|were|been|got|gets|fell|feels?|felt|became|ist|est|esta|e|is) BETWEEN(?:sick|ill|unwell|poorly|injured|hurt|dying|vomiting|allergic|in pain|in (?:the )?hospital|in surgery|having (?:an )?(?:surgery|operation)|krank|malade|enferm[oa]|malat[oa]|doente|ziek)|(?:needs?|has|have|had|got) (?:an? |the |to see )?(?:[^ ]+ )?(?:fever|flu|covid|cold|surgery|operation|seizures?|injury|broken [^ ]+|ear infection|chicken ?pox|stomach bug|doctor|dentist|doctor s appointment|dentist appointment|hospital))";
/** Whoever is named next is ill, and not the one before. */
const NO_OTHER =
  "(?!(?:i|me|my|myself|we|us|and|because|but|so|that|ich|je|yo|io|eu|ik)(?![^ ]))[^ ]+ ";
const PETS =
  "(?<!(?:guide|service|assistance|therapy|support|hearing) )(?:dogs?|puppy|cats?|kitten|pets?|horses?|hamster|rabbits?|parrot|hund|katze|chien|(?:mon|notre) chat|perr[oa]|gat[oa]|(?:mio|nostro|il) cane|gatto|cao|kat)";
const THINGS =
  "(?:cars?|laptop|computer|phone|bike|server|colleagues?|co ?workers?|team ?mates?|boss|manager|interviewers?|kollegin|kollege|collegue|colega|collega)";
const CHILDREN =
  "(?:child|children|kids?|son|sons|daughters?|baby|babies|toddler|twins|little one|(?:mein|unser) kind|kinder|sohn|tochter|fils|fille|enfants?|hij[oa]s?|figli[oa]?|filh[oa]s?|kinderen|zoon|dochter)";
const illness = (who: string): RegExp =>
  new RegExp(
    `(?<![^ ])(?:${who} (?:${NO_OTHER}){0,3}${ILL.replaceAll("BETWEEN", `(?:${NO_OTHER}){0,2}`)}|(?:sick|ill|injured) ${who})(?![^ ])`,
    "g",
  );
/** Of an animal, a thing or a colleague: it is no need of the candidate's, and nothing of their own. */
const OF_OTHERS = illness(`(?:${PETS}|${THINGS})`);
const OF_CHILD = illness(CHILDREN);

/** Somebody else who might be ill: “what if Grace is ill”. Whoever is called mine, or nothing but he or she, may be of the candidate's. */
const OF_SOMEBODY = new RegExp(
  `(?<![^ ])if (?!(?:he|she|they|you|it|this|that)(?![^ ]))(?:${NO_OTHER}){1,3}${ILL.replaceAll("BETWEEN", `(?:${NO_OTHER}){0,2}`)}(?![^ ])`,
  "g",
);

const FIELD =
  "(?:hospitals?|clinics?|clinical|health ?care|health|medical|medicine|cancer|diabetes|dementia|autism|accessib[^ ]*|disability|disabilities|surgical|surgery|therapy|mental health|hearing aids?|wheelchairs?|allergy|asthma|cardiac|stroke|pain|trauma|rehab)";
const MADE =
  "(?:software|research|apps?|engineering|data|products?|platforms?|tech|technology|company|companies|start ?ups?|projects?|systems?|devices?|industry|sector|charity|tools?|standards?|features?)";
const PROFESSION =
  "(?:researchers?|scientists?|engineers?|nurse|specialists?|consultants?|designers?|developers?|surgeon|advocate|expert|analyst|assistant|technician)";
const WORKED =
  "(?:work|works|worked|working|job|jobs|role|career|employed|intern|interned|internship|volunteer|volunteered|project|projects|thesis|phd|built|build|building|developed|developing|develop|interested|interest|designed|led|wrote|studied|passionate)";
const SMALL =
  "(?:(?:was|is|were|been|at|in|on|for|about|of|as|an?|the|several|some|large|big|small|public|private|local|digital|our) ){0,4}";
/** What somebody works on, or where: a hospital that is an employer is no illness. */
const OF_WORK = new RegExp(
  `(?<![^ ])(?:${WORKED} ${SMALL}(?:${FIELD} ${MADE}|(?:${FIELD} )?(?:hospitals?(?! bed)|clinics?|health ?care))|(?:i am|i m|i was|as|been) an? (?:[^ ]+ )?${FIELD} ${PROFESSION})(?![^ ])`,
  "g",
);
const NOT_OWN: readonly RegExp[] = [OF_OTHERS, OF_SOMEBODY, OF_WORK];
const withoutOthers = (words: string): string =>
  NOT_OWN.reduce((left, other) => left.replaceAll(other, "$"), words);

const tells = (words: string): boolean =>
  NEEDS.test(words) || WITHIN.some((part) => words.includes(part)) || tellsSpelled(words);

/** Letters one by one. Longer ones say no more. */
const SPELLED = /(?<![^ ])[a-z](?: [a-z](?![^ ])){3,60}/g;

/** More of it is kept from models unread (may-tell-need.ts). */
const MOST_SPELLED = 8;

/** Where a word begins in what is spelled out is not told. */
const tellsSpelled = (words: string): boolean =>
  (words.match(SPELLED) ?? []).slice(0, MOST_SPELLED).some((run) => {
    const letters = run.replaceAll(" ", "");
    return Array.from(letters, (_, from) => letters.slice(from)).some((part) => NEEDS.test(part));
  });

const SIGNS = entriesOf(FURTHER_SIGNS).map((entry) => entry.replaceAll("_", " ").normalize("NFKC"));

/** Of what is folded half of its letters would be lost. */
const tellsInSigns = (text: string): boolean => {
  const line = plainLine(text).toLowerCase();
  return SIGNS.some((part) => line.includes(part));
};

/** Whether it speaks of health or of what somebody needs: then no model sees it. */
export const isAboutNeeds = (text: string): boolean =>
  tells(withoutOthers(folded(text))) || tellsInSigns(text) || isInDanger(text);

/** Whether something may have to be arranged for it: a child that is ill is private as well, and all it asks for is another time. */
export const isNeedOfOwn = (text: string): boolean =>
  tells(withoutOthers(folded(text)).replaceAll(OF_CHILD, "$")) || tellsInSigns(text);
