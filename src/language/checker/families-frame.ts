/** Bodies and minds as people speak of them without a diagnosis: what hurts, how somebody looks, what runs in the blood. */
import { familyOf } from "./group.ts";

/** The rules. */
export const FRAME_FAMILIES = [
  ...familyOf("disability_health", {
    firm: `doctor|gp|consultant|surgeon|hospital|specialist|physician 's|'? line|lines|note|letter|cert|certificate|report ... operation|illness|absence|your|you|before|fit|please|back|condition|surgery !of_the_patient
      anything|something|issues|issue|any|been|problems|history|trouble|okay|ok|fine ... medically|health-wise|healthwise|health_-_wise|physically_or_mentally
      medical|medically|health|invalided|pensioned .. out|discharge|discharged|retirement|retired .. of|from|on .. army|navy|air_force|raf|forces|police|service|marines|guards|fire|last|job|post|work|teaching
      given|with|despite|because_of|about|since|has|have|having|got your|his|her|the? ms $|we|i|,|.|would|flare*|relaps*|is|was|and|means
      sound|sane|fit|whole|healthy|strong in|of mind|body|limb|wind|heart|lung
      list|state|give|name|declare|disclose|mention|detail|describe|enumerate|note|tell|know|supply|provide ... illnesses|illness|operations_in|operations_of|surgeries|surgery|hospital_stays|hospital_stay|hospitalisation|hospitalizations|medical_conditions|ailments|disabilities|diagnoses|medications|medication|allergies|prescriptions|tablets|injuries|sick_days|sickness|health_conditions|health_problems|mental_health_history !assistance|services|adjust*
      anything|something|owt|whatever|nothing .. wrong|amiss|up|the_matter|ails|ailing|troubling with|about|in? you|your_health|your_body|him|her|medically|healthwise|physically|mentally
      what is|'s|was|were .. wrong|the_matter|up|amiss|going_on with|in you|him|her|your @bodypart|your_head|your_mind|?|before|$
      what|know|see|learn|find_out|wonder|tell is|'s|was|what_'s|what_is|what's wrong|the_matter|up with him|her|you
      was|were|is|be|it that|it|this a|an|your|some|down_to|to_do_with|about breakdown|burnout|depression|illness|surgery|treatment|hospital|nerves|rehab|mental|sick|injury|episode|addiction|medical !of_costs|of_the|by
      gap|break|year_out|time_out|hole|missing_year|months ... breakdown|burnout|illness|ill|health|depression|hospital|nerves|rehab|treatment|surgery|recover*|recuperat*|unwell|stress
      `,
    said: `sugar|glucose|blood_sugar|blood-sugar|insulin|heart|ecg -? monitor|monitors|patch|pump|sensor|reader .. arm|on|he|she|his|her|you|your|wears !patients
      shake|shakes|tremor|tremble|wobble|twitch|tic|weakness|numbness|quaver in|of|about the|his|her|your hand|hands|voice|leg|legs|eye|arm|fingers|lip|head
      the|his|her|your|a|had|triple|double|recent|an heart? bypass|stent|stents|transplant|biopsy|mastectomy|lumpectomy|hysterectomy|vasectomy|amputation|radiotherapy|dialysis|chemo|chemotherapy|pacemaker|valve|angioplasty|colonoscopy|endoscopy|mri|x-ray|skin_graft|hip_replacement|knee_replacement|keyhole|op|gastric_band|colectomy|ileostomy|lobotomy|electroshock !road|queue|switch|lane|the
      what ... you|he|she take|taking|takes|swallow|swallowing|inject|injecting|inhale|puffing|popping ... for_your|with_your|serious|lunch|dinner|daily|doctor|medical|medically|every_day|every_morning|each_morning
      is|was|it|for anything|something|nothing? serious|catching|contagious|permanent|chronic|lasting|terminal|life-threatening
      jab|jabs|jabbed|vaccin*|boosted|double-jabbed|unjabbed|shielding|long-hauler ... you|your|had|must|required|proof|certificate|all|? !patients|clinic|centre|programme|rollout
      virus|covid|pandemic|illness|accident|operation|it .. left|leave you|him|her .. with|lasting|anything|weak|tired|breathless
      lasting|lingering|residual|long-term|permanent effects|damage|symptoms|problems|injury|after-effects|complications
      look|looks|looked|looking|seem|seems|seemed|sounds|sounded .. @peaky
      @failing @bodypart !pay|end|office|to_back|of_the|account|up|links|drive|connection
      @bodypart .. @failing|trouble|problem|problems|pain|pains|complaint|replacement|transplant|bypass|operation|op|surgery|injury|fusion|condition|murmur|failure !note|of_the|pay
      what|how .. happened|happen|wrong|come|came .. your|his|her @bodypart|face|scar|scars|skin
      how|how_well|can|could do|does|is|are|will|would|'s|you .. your|his|her @bodypart|condition|health|memory|mind|head|constitution|balance
      asthma*|diabet*|epilep*|migraine*|crohn*|eczema|psoriasis|fibromyalg*|sciatica|vertigo|tinnitus|arthrit*|angina|hernia|gout|rheumat*|anaemi*|anemi*|coeliac|lupus|endometrio*|parkinson*|tourette*|dyslex*|dyspra*|dyscalcul*|adhd|ptsd|ocd|anorex*|bulimi*|agoraphob*|claustrophob*|paranoi*|schizo*|psychosis|psychotic|bipolar|menopaus*|perimenopaus*|narcolep*|insomnia*|hepatitis|cirrhosis|emphysema|pneumonia|tuberculosis|leukaemia|leukemia|lymphoma|tumour|tumor|aneurysm|seizure*|blackouts|fainting|funny_turns|funny_turn|dizzy_spells|dizzy_spell|panic_attack*|night_terrors|flashbacks|tremor|tremors|twitch|twitches|tic|tics|palsy|amput*|prosthe*|colostomy|stoma|catheter|pacemaker|epipen|epi-pen|inhaler|insulin|dialysis|stairlift|cpap|hearing_aid*|cochlear|braille|white_stick|guide_dog|assistance_dog|walking_frame|walking_stick|leg_brace|mobility_scooter|blue_badge|sick_note*|fit_note* .. you|your|he|she|his|her|applicants|need|?|,|so|worry|would|not|cannot !patients|clinic|ward|charity|research|nurse|app
      claim|claimed|claims|claiming|compensation|payout|settlement ... for|over|about your|his|her @bodypart
      doctor|gp|consultant|specialist|surgeon|physio ... cleared|clear|say|said|says|signed|pass|passed|fit|happy_with you|your|for_work|to_work
      ever|never|often|rarely|frequently|regularly|always .. been|be|off|go|going ill|sick|unwell|poorly|hospital|hospitalised|admitted|in_hospital|in_therapy|on_the_sick|laid_up|laid_low|signed_off|under_the_knife|operated
      laid_up|laid_low|on_the_sick|on_the_panel_with|on_the_box|off_on_the_sick|on_disability|on_incapacity|on_pip|on_dla|drawing_disability|disability_allowance|disability_living|disability_pension|invalidity|incapacity_benefit|illness_benefit|injury_benefit|workers'_comp|industrial_injury|whiplash|personal_injury_claim|medical_retirement|ill-health_retirement|medically_retired|medical_discharge
      dark|bad|low|black|bleak|rough place|patch|dog|thoughts|spell|time_mentally .. you|he|she|ever|mentally|again
      fall|falls|falling|go|goes|going|crack|cracks|cracking|crumble|melt|snap|break|wobble to|down|up? pieces|to_pieces|under_pressure|under_stress|apart .. you|your_nerves|again|like_before|mentally|health
      mentally|emotionally|psychologically|nervously strong|robust|tough|stable|sound|fit|together|fragile|brittle|wobbly|weak|well|unwell|okay|ok|prepared|resilient|up_to
      bad|good|strong|weak|nervous|anxious|highly strung|head_for_stress|nerves|nerve
      fit|healthy|robust|well|strong|sound ,? and|as healthy|fit|well|strong|fiddle|flea|horse|ox|able-bodied|wind_and|in_body|of_limb|of_body !for_purpose
      rude|glowing|full|good|perfect|excellent|sound|robust|tip-top|peak|top|optimum|fair|reasonable health|fitness|physical_condition|physical_shape|physical_and_mental|mental_and_physical|bodily_health|medical_condition|working_order !check|service|outcomes|record_system
      normal|healthy|fit|able-bodied|able_-_bodied|able_bodied|whole|sound|complete|non-disabled ,|and? healthy|normal|fit|strong|able|active? folk|people|person|persons|candidates|applicants|individuals|staff|adults_only|body|bodies|men|women|employees|hires|workers|ones|only
      no|without|free_of|free_from|not|zero|never ... illnesses|ailments|disabilities|disability|infirmit*|impairments|health_issues|health_problems|health_complaints|medical_problems|medical_issues|medical_conditions|sick_record|absences|sickness|aches|bad_backs|bad_back|dodgy_backs|back_trouble|allergies|asthmatics|epileptics|diabetics|mental_health_issues|mental_issues|crutches|wheelchairs|medication|smokers|drinkers|addicts|prosthe* !need|needed|required|discriminat*|barrier
      sickness|sick|absence|absenteeism|attendance|health|medical -? record|history|figures|rate|days|log|pattern|count|report|certificate|clearance|questionnaire|declaration|form|screening|test|exam|examination|assessment|check|checkup|check-up ... you|your|last|previous|please|must|before|required|attach|pass|?|interview|two_years|hr_at !of_patients|service|endpoint
      days|weeks|time|months|shifts|mondays|fridays .. off|missed|lost|absent|out .. sick|ill|illness|health|stress|injury|last_year|the_last|doctor's|doctors
      why|reason|reasons|how_come ... stick|cane|crutch|wheelchair|limp|brace|cast|sling|hearing_aid|patch|glove|bandage|scar|scars|tremor|shake|stammer|stutter|twitch|time_off|off_sick|absences|so_many_days|off_work
      can|could|do|does|will|would|able|are|see|hear|read you ... see|hear|read|walk|stand|climb|lift|kneel|bend|sit .. without_your_glasses|without_glasses|all_right|properly|unaided|ok|okay|all_day|with_that|with_your|in_your_condition
      why|how_come|what .. you .. sign|signed|on_the sick|off
      drink|drinking|drinker|alcohol|booze|bottle|cannabis|weed|cocaine|drugs|substance|substances|gambling -? problem|habit|issue|issues|issues_with|abuse|misuse|habits|dependence|dependency|addiction|trouble|on_the_job|history .. you|he|she|?|.|$|,|had|ever`,
    judged: `
      breakdown|nerves|in_hospital|illness|jabs|migraine*|menopaus*|hot_flushes|tremor|shakes|tic|wheez*|short_of_breath|out_of_breath|on_tablets|on_something|on_medication|under_the_doctor|sick_line|panel_doctor|fragile|frail|hearing_aid*|hard_of_hearing|partially_sighted|squint|bandage|one-armed|one_arm|one_leg|one_eye|glass_eye|hunchback|club_foot|harelip|facial_scar|burn_scars|self-harm*|scars_on
      know|wonder|worried|worry|concern|concerned|find_out|ask .. what|about|if 's|is|was wrong|the_matter|amiss
      something|anything|thing wrong|amiss|up|not_right|off|the_matter with|about|there|up_top
      not|n't|hardly look|looks|seem|seems|appear|the_picture well|healthy|strong|robust|fit|right|of_health|up_to_it
      picture of|of_ill health|health
      `,
    unless: `i was|am|have been? off? sick|ill|unwell|poorly
      sick example|joke|humour|tune|beat|demo|build
      keep|keeps|protect|mind your back|backs safe|straight|when
      living|affected with|by
      blinds
      personal injury
      sickness|sick|absence|absences absence? dashboard|report|data|statistics|policy|trend|trends
      @bodypart end|office|up|log|pay|of_the_queue|to_front|and_forth|- end
      disability|sickness|incapacity benefit|benefits|allowance|claims? appeals|appeal|claims|claimants|tribunal|tribunals|cases|assessor|team|adviser|rules|law
      a patient|resident|customer|client|child|pupil|user|guest|tenant|caller|passenger|visitor|service_user|colleague with|who|whose|has|in
      first -? aid|aider
      pale|rough|tired|green|fragile ale|cut|sketch|draft|idea|estimate|code|test|tests|edges|diamond|figures|energy|belt
      head|heart|eye|hand|hands|arm|shoulder|foot|chest|back -? of_engineering|of_the|of_sales|chef|teacher|nurse|count|office|for_detail|over|overs|held|on|book|made|-_off|of_house|up_plan|drawing_board
      race|edge|boundary|weather|market|working|loop|exit|error|road|site|ground|trading|sea condition|conditions
      hospitals
      hospital admin*|trust|ward|pharmac*|porter|kitchen|systems|group|management|sector|site`,
  }),
  ...familyOf("genetic", {
    firm: `@kin 's|' early|sudden|untimely|young|premature|sad|long|recent? death|passing|illness|condition|cancer|stroke|heart|dementia|disease
      been|seen|saw|visited|sent|referred|see|attended to|for|by a|the|any? genetic|dna|hereditary|gene
      @kin|aunts|uncles|relatives|family ... lost|gone|taken|claimed|carried_off|struck_down|died|dead|gone to|by|with|of|from ... cancer|heart|breast|bowel|same|disease|thing|illness|dementia|stroke|blood|lung|kidney|liver
      how|how_'s are|is|'s|was|were|have your @kin|parents|folks|mum_and|mother_and keeping|doing|faring|healthwise|health-wise|health|in_themselves|bearing|been_health
      genetic|hereditary|dna|genome|genes|inherited|heritable ... before|confirm*|onboarding|pass|condition_of|offer|premium|insurance|insurer|actuaries|contract|post|appointment|hire|start|shortlist ... you|offer|confirm*|all|must|required|applicants|candidates|post|contract !code
      close|near|immediate|blood|any|other|family relative|relatives|relations|kin|kinsfolk|members ... had|have|has|suffer*|got|with|die|died|history ... @ailment|illness|illnesses|disease|condition|conditions|disorder|heart|cancer|diabetes
      carrier|carriers -? screen|screens|screening|test|tests|panel|status|result|of_the|of_a|for_a|for_the|of_any !bag|strategy|network|pigeon
      lose|losing|lost|loss|death|passing|died|dying|bereave* ... your|his|her|their @kin|brother|sister|uncle ... you|same|too|sort_of_thing|inherit*|runs|might_have|at_risk|in_store|young|early|health|heart|cancer|next|tested
      long-lived|longlived|long_lived|long_-_lived|short-lived|short_-_lived|healthy|hardy|sturdy|sickly|strong|weak|good|sound|robust|bad|poor -? stock|family|bloodline|genes|constitution_in|breeding|gene_pool|pedigree|heredity !of|market|business|images|items
      what|which|anything|something|nothing|conditions|illnesses|nasties ... handed|passed|passes|pass|hand|comes|came down|on from|through|by|to|in .. @kin|family|parents|generations|side|line
      skip|skips|skipped|skipping a generation
      @kin|family|folks ... same|too|next|follow|heading|go|end_up|inherit* .. way|you|road|path|condition|thing ... you
      would|will|might|could|likely|worry|worried|chances|chance|risk|odds|going_to|fear ... go|going|end_up|follow|get|develop|inherit|catch|have ... same_way|same_road|like_your|as_your|your_father|your_mother|what_your|after_your|like_his|like_her .. @kin|father|mother|had|did|dad|mum|did|died|$|?`,
    said: `ailment|ailments|illnesses|diseases|maladies|complaints|health_of|health_in|medical_history .. of|in|among|suffered .. father|mother|parents|siblings|brothers|sisters|grandparents|family|relatives|kin
      father|mother|parents|siblings|brothers|sisters|grandparents|relatives 's|'? health|ailments|illnesses|diseases|medical|maladies|conditions|cause_of|longevity
      @kin|grandparents|parents|folks|forebears|ancestors ... past|over|into|beyond|until|till|to|at|made|reach|reached|saw|lived .. @yearsold|ninety|ninety-*|hundred|their_@decades|nineties|his_@decades|her_@decades|a_hundred|old_age|ripe|90 !customers
      @kin|family .. live|lived|lives|living|die|died|dying|go|went|gone|pass|passed|dropped|drop|keel|keeled|fell|taken long|young|early|old|before|of|from|in_their|in_his|in_her|suddenly|with|at_@yearsold|on|away|dead|over|out_young
      both|either|all|any|none of? your? parents|grandparents|@kin|siblings|aunts ... alive|living|with_us|well|healthy|ill|sick|had|have|suffer*|died|@ailment|get|got
      what did|took|carried|killed|finished|happened your|his|her|to_your @kin|father|mother|parents|grandfather .. die|off|of|with|away|?|go|to
      how|when|what_age|at_what|what_of did|was|were your|his|her @kin .. die|pass|go|died|when
      age .. at_which|when|that|at|your .. @kin .. died|passed|went|die
      cause|causes|age|ages of death .. @kin|family|parents|relatives|grandparents
      health|medical|illness|disease|heart|cancer|mental|longevity|hereditary .. history|record|picture|profile|background|problems|tree|map .. of|in|for|on your|the|his|her|their? parents|family|@kin|relatives|mother's|father's|bloodline|forebears
      curse|taint|weakness|affliction|time_bomb|ticking .. in|of your|the|his|her blood|family|genes|line
      mother's|father's|mum's|dad's|mam's|maternal|paternal|granny's|nan's side|line|genes|blood|heart|illness|condition|disease|people ... you|ill*|disease|cancer|heart|any|history|died|health|madness|drink|dementia|?
      in|through|down your|his|her|the|their blood|bloodline|genes|line|family|dna|genetics|ancestry|make-up|makeup|stock|lineage|veins ... illness|disease|cancer|heart|die|died|health|mad*|drink|early|condition|anything|something|risk|diabetes|dementia
      runs|run|running|ran|rampant|common|recurs|occurs|crops_up|goes in|through|down|back|on the|your|his|her|their family|blood|line|bloodline|side|generations|genes
      haemophili*|hemophili*|thalassaemia|thalassemia|tay-sachs|huntington*|sickle-cell|sickle_cell|cystic_fibrosis|lynch_syndrome|factor_v|marfan*|gaucher*|porphyria|haemochromatosis|hemochromatosis|polycystic|polygenic|apoe|apoe4|brca*|muscular_dystrophy|familial_hyper*|retinitis_pigmentosa|motor_neurone|g6pd|fragile_x|von_willebrand|alpha-1|colour-blind_gene .. @kin|family|carrier|trait|gene|tested|test|you|?|positive|parents|status|result|screen !patients|clinic|charity|research
      dna|genome|genomic|genetic|genetics|gene|genes|ancestry|chromosom*|karyotype|cheek|saliva|spit|swab|heredity -? testing|test|tests|tested|kit|kits|swab|swabs|sample|samples|sequenced|sequencing_done|screen|screening|screened|panel|profile|profiling|results|result|report|reports|read-out|readout|check|checks|analysis_of_you|data_of|markers|passport|scan|print|clearance|certificate|background|make-up|makeup|risk|risks|flaw|flaws|defect|defects|fault|faults|abnormalities|counsellor|counselling|load|tendency|tendencies|weakness|weaknesses .. you|your|we|applicants|candidates|attach|submit|required|please|must|before|company|employer|insurer|?|done|had|share|provide|send|bring|shows|shows_up !patients|lab
      inherit|inherited|inherits|inheriting|handed_down|passed_down|got_it_from|comes_from|take_after|takes_after ... illness|condition|disease|disorder|heart|weak*|eyesight|back|bad|cancer|madness|temper|depression|from_your_mother|from_your_father|from_your_parents|mother's|father's !code|codebase|team|project
      genetic*|hereditar*|congenital|familial|inherited|heritable|inheritable conditions|condition|complaint|complaints|illness|illnesses|disease|diseases|disorder|disorders|predisposition|trait|traits|problem|problems|issue|issues|weakness|risk|risks|tendency|background|history|factor|factors|trouble|ailment|ailments|cancer|heart|blindness|deafness|depression|abnormalit*|defect|defects|conditions_in
      carry|carries|carrying|carrier|carriers|tested|proof|prove ... sickle|trait|gene|mutation|brca* !code
      dna|genome|genomic report|reports|result|results|profile|test|tests|sample|samples|kit|analysis ... upload|send|attach|submit|your|contract|required|please|must|applicant*
      upload|send|attach|submit|bring|provide|supply|enclose|forward ... dna|genome|genetic|ancestry|saliva|swab
      `,
    judged: `@kin ... @ailment|ill|died|die|cancer|heart|hereditary|dementia|stroke|young|early|long-lived|health ... so|worry|risk|concern|wonder|may|might|would|could|same|next|him|her|bodes|longevity|insur*|likely|chance|years
      good|bad|dodgy|strong|weak|poor|faulty|lucky|healthy|unlucky|rotten genes|gene|stock|bloodline|heredity|breeding|genetics|dna|pedigree
      `,
    unless: `cattle|sheep|horse|horses|ram|rams|ewe|ewes|herd|flock|crops|plant|plants|mouse|mice|dog|dogs|puppy|puppies|bull|bulls|breed|breeds|seed|wheat|pigs|cows|yeast|bacteria|virus|viral
      clinic|lab|laboratory|hospital|registry|register|biobank
      our|the|company's|company|brand's|brand|organisation's|firm's dna|genes
      mendel*|textbook|curriculum|lesson|lessons|pupils|taught|lecture
      families|patients|couples|clients|people ... hereditary|genetic|inherited
      genetic counsellor|counselor|counselling|nurse|technologist
      stock control|market|exchange|room|take|level|levels|check|count|rotation|ledger
      good stock of|levels`,
  }),
  ...familyOf("height_weight", {
    firm: `frame|build|figure|shoulders|height|size|shape|physique|bulk|waist|legs|face|looks|body like|of|as yours|hers|his $|?|,|.|in|on|would
      built|build like|for|along_the_lines a|an|the? .. barn|brick|outhouse|tank|ox|bull|house|door|doors|wardrobe|prop|twig|whippet|bird|rake|stick|comfort|speed|tree|bus|fridge|fortress|mountain|warrior|athlete|rugby|boxer|bouncer|greyhound|racehorse|battleship|pipe_cleaner|oak|truck|linebacker|second_row
      keep|kept|keeping|keeps the|your|his|her|that|any weight|pounds|kilos|inches off|down
      put|putting|piled|piling|puts on? the|some|a_bit_of|much|a_lot_of? weight|pounds|kilos on|since|$|,|?|.|and|over|lately !this|that|recall
      fit|fits|suit|suits the|our|a|that|into uniform|costume|overalls|harness|cockpit|seat
      weight|pounds|kilos off|on|back_on|down since|after|before|for|?|,|$|.
      @shape|camera-friendly|camera_-_friendly|neat|nice ,? .. figure|build|frame|physique|waistline|silhouette !design
      send|attach|include|enclose|submit|upload|supply|give|provide|state|mention ... height|weight|bmi|measurements|full_length|full-length|full_-_length|full_body|vital_statistics !of_the|limit|limits
      height|weight|bmi|vital_statistics|vital_statistics|measurements ,|and|&|/|or weight|height|measurements|bmi|build|age|photo|complexion|size .. in_the|with|at|please|your|of|$|,|.|cm|must !limits|limit|restrictions|of_the
      kindly|please|must|should|need_to|asked_to ... mention|state|give|send|provide|include|indicate|specify|attach|share|confirm|tell|note|list|add .. your|the|both|exact|full|current? height|weight|bmi|measurements|dress_size|waist|bust|collar_size|shoe_size|vital_statistics|full-length|full_length|body_type|complexion|headshot|skin_tone
      we|i|they|clients|customers|guests|panel|owner|partners|brand|director|boss ... felt|feel|thought|think|expect|expects|want|wants|need|needs|prefer|prefers|pictured|imagined|envisaged|had_in_mind|looking|hoped|hoping|like|after|require ... @shapelier|@shape|on_the_heavy|on_the_large|on_the_short|on_the_tall|on_the_small|bit_of_height|more_height|more_of_a_figure|a_certain_look|certain_look|model_looks|good_looks|pretty_face|trim_figure !code|design|solution|answer|copy|pages|designs|package|offer|offers|margins`,
    said: `that|this|always|ever|naturally|been @shape $|?|,|.|or|for|before
      @shapelier $|,|.|?|person|people|for|on|candidate|candidates|somebody|someone|girl|girls|lad|man|woman|build|frame|figure|than_you|than_him|than_her|than_most|model|staff|face|in_the|behind|and !team|company|font|text|version
      somebody|someone|person|people|anyone|anybody|girl|lad|candidate|applicants|they|face a|much|bit|lot|little|rather|that? .. @shapelier|bigger|larger|smaller|lighter|plainer
      slim|slims|slimming|slimmed|trim|trimming|tone|toning|bulk|bulking|fatten*|beef|beefed|fill|filled|filling|firm up|down|out|up_a_bit|down_a_bit|a_bit? .. you|he|she|before|bit|for_the_photos|uniform|little|for_the_role|?|few !image|bundle|the_docker|the_team|report|the_form|codebase|form|forms
      shed|shedding|lose|losing|drop|dropping|shift|work_off|burn_off|carry|carrying|carries|gain|gained|put_on|putting_on|packing|pile_on|piled_on ... extra|few|fair|some|spare|couple|surplus|bit|of .. pounds|kilos|stone|lbs|weight|inches|timber|padding|tyre|beef|ballast !boxes|parcels|crates
      spare tyre|tire
      muffin top
      love handles
      @count|only|just|barely|about|all_of|over|under|at_least|minimum|around|nearly|hardly|stands|stand|standing|is|a five|six|four|seven|5|6|4 -? foot|feet|ft|footer|' !deep|wide|long|from|away|of_snow|of_water
      # foot|feet|ft|'|cm -? nothing|nowt|tall|# .. you|he|she|tall|person|man|woman|height|girl|or_over|plus|in_his_socks|in_her_socks|in_heels|barefoot
      five|six|four foot|feet|-_foot|ft nothing|nowt|one|two|three|four|five|six|seven|eight|nine|ten|eleven|odd|something|plus|minimum|and|or|tall
      # stone|kilos|kg|lbs .. you|he|she|her|him|soaking|wringing|ringing|dripping|in_weight|overweight|$ !boxes|bag|bags|sack|load|parcels|limit|and_over
      soaking|wringing|dripping wet ... stone|kilos|pounds|weigh*
      slip|wisp|scrap|strip|whippet|waif|slip_of|shrimp|mite|runt|stick|rake|beanpole|lump|lump_of|barrel|tub|hulk|giant|midget|dwarf|pixie|doll|string|big_lump|whale|elephant|heifer|tank|unit of a|an|lard? .. thing|girl|lad|man|woman|fellow|boy|chap|fella|$|,|!  
      heavyweights|fatties|fatty|fatso|fatsos|lard|big_people|large_people|bigger_people|larger_people|fat_people|shorties|shorty|dwarfs|midgets|weaklings|plus-size|plus-sized|plus_size|plus_sized|plus_-_size|outsize|fuller-figured|fuller_figure|fuller_-_figured|full-figured|larger_lady|larger_ladies|larger_girl|big_girls|big_boys|bigger_lad|bigger_boned|skinny_people|skin_and_bone|skin_and_bones|all_skin|anorexic-looking|thin_people !titles|fabric
      size zero|four|six|eight|ten|twelve|fourteen|sixteen|eighteen|twenty|4|6|8|10|12|14|16|18|20|small|medium|large|xl|xxl|xs .. you|she|he|only|or|uniform|uniforms|costume|dress|girls|ladies|women|woman|please|and|maximum|to|need|?|$|model !team|batch|sample|font|company|boxes
      a|about|around|under|over|be|are|is|in|fit|up_to|bigger_than|smaller_than|no_bigger_than|than_a|into_a size -? zero|six|eight|ten|twelve|fourteen|sixteen|4|6|8|10|12|14|16
      your|his|her|the|dress|clothes|clothing|trouser|shirt|jacket|uniform|waist|bust|collar|shoe|suit|blouse|skirt|hat|glove|bra|body|hip size|sizes|measurement|measurements|width .. ?|you|are|please|take|wear|$|,|before|roughly|apply|application !team
      more|less|bit|little|lot|much of of? a? figure|waist|bust|chest|belly|curve|curves|presence_physically|shape|looker|stomach
      more|bit|not_enough|lacks|lacking|without|needs|some height|inches|bulk|muscle|brawn|physical_presence|stature|meat_on|meat
      meat on @theirs|your|the bones
      big|large|broad|wide|solid|small|slight|tiny|narrow|heavy|tall|short|medium|average|generous|sturdy|slim|trim|good|nice|neat|strong|lean|strapping in|of|across? the|a? build|frame|figure|stature|shoulders|waist|beam|middle|backside|bottom|behind|bosom|chest|hips|body|physique|proportions !table|design|work
      small|short|tall|slight|imposing|commanding|diminutive|towering|lofty|modest of|in stature|height|build
      look|looks|looking|photo|photos|picture|pictures|face|image|appearance|figure|camera ... for|on|of|behind|at|front our|the|a|? .. website|brochure|instagram|front_desk|reception|counter|bar|brand|poster|posters|shop_floor|showroom|camera|catwalk|photos ... you|she|he|her|his|smile|pretty|slim*|attractive|nice|good
      pretty|attractive|good-looking|beautiful|handsome|photogenic|presentable|fresh|nice|striking|glamorous|fit -? looking? face|faces|girl|girls|person|people|staff|candidate|team_members|young|appearance|looks|smile|features|hostess*|males|females|applicants|image|looking !package
      on the @shape|broad|wide|large|big|generous|short|small|tall|narrow|heavy|slight|hefty|bigger|heavier|shorter|larger side
      must|at_least|minimum|over|under|above|below|stand|stands|be|taller_than 4ft|5ft|6ft|7ft|5'|6'|5-foot|6-foot
      4ft|5ft|6ft #|tall|minimum|plus|or|and|in
      fit|fits|fitting|squeeze|squeezes|squeezing|get|wedge|cram|too_big|too_wide|too_tall|too_large into|in|between|behind|through|under|for .. uniform|uniforms|cockpit|cab|seat|seats|chair|chairs|costume|harness|suit|dress|aisle|aisles|crawlspace|hatch|booth|counter|overalls|size|doors|doorway .. you|he|she|$|?|,|of
      chair|chairs|scales|floorboards|floor|lift|stool|ladder|seat ... groan*|creak*|antique*|antiques|broke|break|hold|holds|take|takes|limit|strain|fragile|buckle* .. weight|him|her|you|under|heav*|$
      tip|tips|tipping|topples|breaks|bust|busts|hits|step|stepped|stand|stood|jump|get the|on scales|the_scales
      see|reach|look|peer|tower|towers|towering straight|right|clean|easily? over|past|above|up_to? the|her|his|your|most|him|him|everyone|? counter|desk|head|bar|till|heads|of_us|shelf|shelves|wheel|steering|her|him|you
      reach .. top|high|upper|counter|shelf|shelves|pedals .. you|without_a|stool|standing_on
      no visible? tattoos|piercings|beards|facial_hair|body_art|ink|dreadlocks|long_hair|dyed_hair`,
    judged: `@shape !code|design|solution|answer|argument|evidence|margin|margins|piece|copy|query|offer|package|part|deck|write-up|salary|workaround|diagram|price|pages|good|well|much|sure|close|clear|quick*|solid|handwriting|layout|chart|line|case|idea|outcome|result|function|schema|numbers|test|testing|coverage
      puffing|panting|out_of_puff|out_of_breath|waddl*|lumber*|wheezed|huffing|red-faced|sweating ... stairs|up|steps|in|after|climb|walk
      slip|wisp|scrap|lump|hulk|giant|dwarf|doll|stick|rake|beanpole|whippet of|thin a|as
      eats|eaten|ate|loves|enjoys|fond|likes .. pies|cakes|cake|his_food|her_food|dinners|biscuits|doughnuts|lunch|pints
      let|lets|letting himself|herself go
      image|brand|face|look ... not_the|doesn't_fit|does_not_fit|wrong|right_look|front_of_house|front-of-house|on_the_front|reception|counter`,
    unless: `jacket|coat|scarf|lanyard|item|hoodie|fleece .. size
      child|children|children's|patient|patients|pupil|pupils|baby|babies '?|'s height|weight|heights
      member|members|client|clients|customers|people|patients|clubs .. lose|gain|losing|gaining weight
      make|made -? up artist|artists|counter|brand|department|trailer|design|designer
      too|so short|long|big|small|large|thin|tall|slim a|an !man|woman|girl|lad|person|guy|bloke|lady
      she|he|it|they|argument|arguments|evidence|reasoning|points|words|opinion|view carry|carries|carried weight
      weight|weights|size|sizes of_the|class|decay|column|per_unit|in_the_index|in_the_model|in_the_scoring|in_the_score|matrix
      body|text|subject|line of|in the|your|an mail|email|message|letter ... reference|number|job_code
      once you|they start|join|'ve_started|are_hired
      weights and measures
      equal|much|more|less|most|own|full weight ,|$|to|is|on
      plain speech|english|speaking|text|language|words
      weights
      uniform .. provide|order|ready|supplied|comes|issue|issued
      clothing|clothes|dress|wig|make-up shop|store|brand|designer|department|retailer|line|range
      fat|thin|slim client
      plus -? size|sized range|collection|fashion|clothing|line|wear|brand
      lose|lost|loses weight with
      fine|thick|slim|thin|small|short|large -? print|slice|grained|client|wedge|margin|sample|notice|list|form`,
  }),
  ...familyOf("ability_coded", {
    firm: `psycho|psychos|nutter|nutters|nutcase|nutcases|nutjob|nutjobs|loony|loonies|looney|schizo|schizos|spaz|spastic|spastics|spacker|mong|mongs|mongol|retard|retards|retarded|cripple|cripples|mental_case|mental_cases|headcase|headcases|basket_case|fruitcake|fruit_loop|fruitloop|lunatic|lunatics|madman|madwoman|crazies|crackpot|crackpots|weirdo_with|moron|morons|imbecile|imbeciles|cretin|cretins|windowlicker|window-licker|simpleton|half-wit|half-wits|halfwit|dimwit|dimwits|deaf_and_dumb|deaf-mute|wheelchair-bound|wheelchair_-_bound|bedlam|funny_farm|loony_bin|nuthouse|madhouse|mad_house|insane_asylum !in_the_title|tool|algorithm
      whole|sound|complete|normal|fit|perfect|able in|of? body|limb|limbs|mind|wind_and_limb
      physically|bodily|mentally|neurologically whole|normal|complete|intact|perfect|sound|unimpaired|unblemished|typical|balanced|all_there
      only|just|strictly ... physically|able-bodied|able_bodied|able_-_bodied|whole|sighted|hearing|walking|unimpaired|fully_mobile ... need_apply|apply|considered|wanted|people|candidates|persons|applicants !patients
      normal|regular|healthy|right-minded|fully_functioning|functioning|sane|whole ,|and? .. healthy|normal|sane|regular|whole|well-adjusted folk|people|person|human|humans|folks|brain|brains|minds|kids|sort|sorts|bodies|adults
      fully|perfectly|completely|100|totally -? %|percent? mobile|able|able-bodied|ambulant|ambulatory|sighted|hearing|functional|functioning|physically_able
      walk|stand|climb|bend|kneel|squat ... desk_job|desk_role|proofread*|copy_edit*|typing|keyboard|remote_role|seated|coding|bookkeep*|data_entry|translation|editing`,
    said: `bipolar|schizophrenic|autistic|ocd|adhd|psychotic|manic|deranged|demented|unhinged|certifiable|delusional|paranoid|neurotic|hysterical|spastic|brain-damaged|brain_damaged|dyslexic|tourette*|alzheimer*|senile|insane|crazy|mental|mad|nuts|bonkers|lame|dumb|crippled|blind|deaf|tone-deaf|colour-blind_to weather|market|build|builds|schedule|rota|about|code|codebase|timetable|deadlines|workload|moment|week|to_the|pace|boss|spreadsheet|spreadsheets|tidy|tidiness|neat|process|idea|excuse|attempt|joke|question|stuff|hours|busy|client|clients|customers_and|customer|manager|colleague|levels_of|attention|filing
      need|needs|must|should|got_to|have_to .. be .. mad|crazy|insane|bonkers|nuts|mental|unhinged|a_bit_odd|off_your_head|off_your_rocker|certifiable
      stark|raving|barking|howling|clinically|certifiably|criminally -? mad|bonkers|insane|raving|nuts
      one|few|couple|several sandwich|sandwiches|card|cards|brick|bricks|bulb|can|fries|short short|of|shy
      not|isn't the|quite|all .. full_shilling|sharpest_tool|all_there|full_quid|brightest_bulb|right_in_the|playing_with|sharpest_knife
      full shilling|quid
      screw|screws|marbles|slate|tile|roo|kangaroos .. loose|lost|missing|loose_in|in_the_top
      lose|loses|lost|losing @theirs|your|our|the|my marbles|mind|minds|plot|head|reason|sanity
      round|up|around the bend|twist|wall|pole
      two|four|three sandwiches|bricks short
      special needs|bus|ed !teacher|school|children|pupils|assistant|coordinator|education
      short bus
      slow|simple|touched|backward|dim|thick|dense|challenged|subnormal in_the_head|mentally|-_witted
      mentally|vertically|intellectually|physically|differently|hearing|visually challenged|deficient|defective|handicapped|retarded|abled|subnormal
      deaf|blind|dumb|lame|paralysed|crippled to|as|with|by .. feedback|criticism|change|risk|reason|a_post|a_bat|a_doorpost|logic|indecision|fear|excuse|process|detail|nuance|debt
      fall|falls|fell|falling|turn|turned|turns on|a deaf|blind
      suffers|suffering|suffered|suffer|afflicted|stricken|struck|victim|victims|plagued from|with|of|by|down .. disability|disabilities|blindness|deafness|autism|cerebral_palsy|ms|dyslexia|asperger*|down|wheelchair|paralysis|polio`,
    unless: `blind|deaf|deafblind|disabled|autistic guest|guests|visitor|visitors|passenger|passengers|diner|diners|shopper|traveller|audience|member|caller|colleague|student|patient|tenant|resident|client|clients|veteran|child|reader|readers|artist|musicians|performers
      hands - on|off|free|up|held
      lift ... kg|lb|tray|trays|box|boxes|kegs|patients|sacks|bags|stock|loads|crates|bales|with_aids
      lame|blind|deaf|dumb|crippled cow|cows|horse|horses|sheep|ewe|ewes|dog|dogs|hoof|calf|foal|animal|animals|pony|donkey|bull|ram
      blind|deaf or|and partially|hard|deaf|blind|visually|disabled
      madison|nutshell|nutmeg
      replace*|replaced|swap*|strike|struck|avoid*|remove*|cut|flagged|queried '|term|word|phrase`,
  }),
  ...familyOf("gender_coded", {
    firm: `as|being a|the|an|only woman|man|girl|lady|female|male|mother|mum|lad|bloke ,|how|would|could|do|on|in|among|can|will ... you|he|she|her|him`,
    said: `ideal|perfect|suit|suits|suited|great|suitable|fits|would_suit|job_for|role_for|hours_for for|to? a|any|all|the? .. mum|mums|mom|moms|dad|dads|housewife|housewives|mother|mothers|father|fathers|wives|husbands|girls|ladies|lads|bachelor|bachelors|gent|gents
      cowman|cowmen|stockman|stockmen|herdsman|herdsmen|dairyman|dairymen|fisherman|fishermen|huntsman|woodsman|ploughman|lineman|linemen|pitman|pitmen|binman|binmen|dustman|dustmen|milkmaid|milkman|milkmen|coalman|ferryman|ferrymen|boatman|boatmen|yachtsman|oarsman|helmsman|horseman|horsemen|horsewoman|headmaster|headmistress|schoolmaster|schoolmistress|schoolmarm|postmaster|postmistress|washerwoman|charwoman|tealady|tea-lady|tea_boy|tea-boy|bellboy|bellhop_boy|pageboy|newsboy|paperboy|paper_boy|stable_lad|stable_lads|stable_boy|farmboy|farm_lad|ploughboy|cowgirl|cowboy|weatherman|newsman|newsmen|cameraman|cameramen|soundman|stuntman|rifleman|marksman|signalman|signalmen|trackman|railwayman|railwaymen|motorman|frogman|infantryman|airman|airmen|servicemen|crewman|crewmen|layman|laymen|middleman|middlemen|oilman|adman|admen|barrow_boy|rag_and_bone_man|odd_job_man|oddjob_man|odd-job_man|delivery_man|delivery_men|removal_man|removal_men|maintenance_man|bin_man|bin_men|post_lady|dinnerlady|lunch_lady|sales_girl|sales_lady|sales_boy|counter_girl|promo_girl|promo_girls|promotion_girls|ring_girl|weather_girl|page_three|script_girl|continuity_girl|shop_boy|office_lady|housekeeper_lady|cleaning_woman|nanny_lady|usherette|usherettes|proprietress|manageress|patroness|seamstress|laundress|authoress|actress_type|comedienne|aviatrix|executrix|poetess|conductress|clerkess|foremen|forewoman|gaffer_man|tradesman|tradesmen|journeyman|master_craftsman|kinsmen|nightwatchman|night_watchman|watchman|watchmen|security_man|security_men|gateman|doorman|bondsman|ombudsman_type|man-management|man_management|manmanagement|man_hours|man-hours|man_days|man-days|man-made_effort|manhandle|workmanlike|gentleman's_agreement|gentlemen's_agreement|old_boy_network|old_boys'_network|man_in_the_street|two-man|one-man|three-man|four-man
      strapping|strong|burly|good|big|tough|hardy|able-bodied|handy|proper|stout strong|big|hardy|reliable|honest|young? man|lad|fellow|fella|bloke|chap|cowman|herdsman|yardman|farmhand_lad|pair_of_lads|gentleman`,
    unless: `replace*|replaced|swap*|strike|struck|avoid*|remove*|removed|cut|flagged|queried|changed|spotted '|term|word|phrase|title
      in the|a|our case|scenario|role_play|role|example|exercise|brief|case_study
      gents|ladies is|are|toilet|toilets|loo|loos|room|on_the_left|on_the_right|on_the_ground|on_the_first|on_the_second|upstairs|downstairs
      said|says|say|wrote|writes|had|has|where|where_the ' chairman|foreman|manpower|salesman|chairmen
      more|fewer|encourage|attract|recruit|many women|men|girls|boys
      rewrote|rewrite|rewritten|became|turned|rephrased|edited|reworded ... '
      use|uses|using|used|avoid|ban|banned word|words|terms|phrases|language such_as|like
      two|some|the|three|several|four boys|girls|lads|women|men at|from|in the|a|our .. club|school|team|class|academy|league|ward|refuge|shelter|hostel
      one - man band
      ombudsman
      mothers|fathers|women|girls|men|boys at_a_time|in_labour|on_the_ward|in_the_class|who_had
      antenatal|postnatal|maternity|midwife`,
  }),
];
