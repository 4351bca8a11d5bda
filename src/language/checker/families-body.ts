/** Health, genes, looks. */
import { familyOf } from "./group.ts";

/** The rules. */
export const BODY_FAMILIES = [
  ...familyOf("disability_health", {
    sure: `antidepressant* anti-depressant* sick_leave sick_record sick_days sickness_record sickness_absence stress_leave doctor's_note gp_letter gp_records
      medical_history medical_record medical_records medical_questionnaire medical_condition medical_conditions medical_issue medical_issues health_questionnaire
      health_declaration health_condition health_conditions health_issue health_issues health_problem health_problems health_history workers'_comp workers_comp worker's_comp workers'_compensation
      workman's_comp registered_disabled disability_card chemo chemotherapy remission special_needs learning_difficulties autistic
      schizophreni* epileptic epilepsy bipolar dyslexi* dyspraxi* long_covid mental_breakdown nervous_breakdown wheelchair-bound drug_test urine_test neurodivergent neurodiver*`,
    personal:
      "@ailment @treatment eyesight disability disabilities disabled disorder condition_you ailment ailments impairment impairments injury injuries injured",
    owned:
      "health knees knee hearing eyesight condition medication doctor mental_health nerves prosthetic weight_problem disability injury limp stutter stammer surgery blood_pressure absences absence_record adhd autism anxiety depression diabetes",
    said: `how is|are|'s the|your hearing|back|health|knee|knees|eyesight|heart|nerves|hip|leg|sugar|ticker|head
      how many|much|often .. days|sick|off|ill|poorly|absent|absences|sickies|time_off|shifts ... you|last|year|winter|sick|miss|missed|take|took
      what|how|anything|something .. happened|wrong|matter|going_on|up|trouble|troubling ... your|with_your|with_you|to_your .. leg|arm|hand|foot|eye|back|face|health|knee|hip|hearing|neck|shoulder|wrist|voice
      stick|limp|cane|crutch|crutches|wheelchair|brace|hearing_aid|sling|walker|scar ... what|why|how|wrong|happened|permanent|?
      walks|walk|walked|walking|gets_around with|using a stick|limp|cane|frame|crutch|crutches
      have|has|had|having|got|get|gets|suffer|suffers|suffered|suffering|living_with|diagnosed|battle|battled|history|prone|treated|recovering|recovered|struggle|struggled|dealing|struggles .. from|with|of|to|for|any|a|an|on|through|in|bad|the|ever|- .. @ailment|@treatment
      are|is|was|were|been|am|you|he|she .. @ailment|@treatment|disabled|healthy|in_good_health|fit_and_well|fully_fit|on_the_spectrum|registered|on_medication|on_any !services|trial|test
      any|known|other|existing|current|ongoing|underlying|long-term|long_term|serious|hidden|pre-existing|recurring|physical|mental|chronic|recent health|medical|illness|illnesses|condition|conditions|disability|disabilities|ailments|injuries|injury|allergies|impairment|impairments|treatment|difficulties_we|surgery|surgeries|issues_with_your !check|checks_on|devices
      off|out|absent|away|signed_off|spell_off|time_off|months_off|weeks_off|leave|break|gap .. with|for|due_to|because_of|through|from stress|burnout|depression|anxiety|illness|health|surgery|injury|back|sickness|treatment|mental|medical|cancer|nerves
      spell|stint|time|weeks|months|year off .. stress|burnout|depression|anxiety|illness|health|sick|surgery|treatment
      signed off
      take|takes|taking|took|on any|regular|daily|some|prescription|strong|heavy|a_lot_of|his|her|your .. medication|medicine|medicines|meds|pills|tablets|painkillers|drugs
      has|have|got ms
      look|looks|looking tired|pale|peaky|unwell|ill|rough|drawn|poorly
      see|seeing|seen|saw|under|visit|visiting|treated_by a|the|your|any? doctor|gp|psychiatrist|psychologist|therapist|counsellor|shrink|specialist|consultant|physio|chiropractor !data
      in|been_in|into|through|to therapy|counselling|hospital|rehab|recovery|a_clinic|aa
      claim|claimed|claims|put_in|filed|file|lodged|made|collected|received|drawn .. injury|compensation|comp|disability|accident|workers|incapacity|sick_pay|injuries
      back|knee|hip|heart|shoulder|nerves|eyes|ears|hearing|joints|lungs|legs|health .. trouble|problem|problems|issues|bad|dodgy|bother|give_you|giving_you|hold_up|playing_up|up_to|stand_up_to|strong_enough|cope|fail*|ok|okay|holding_up|give_out
      bad|dodgy|gammy|dicky|bum|weak|poor|sore|gippy|trick|failing back|knee|hip|heart|leg|shoulder|eyesight|hearing|health|nerves|ticker|lungs|eyes
      fit|healthy|well|strong|robust enough|and_well|and_healthy|for_work|to_work|for_the_job|for_duty|for_that|in_general|mentally|physically .. to|for|you|$|?|,|are
      good|perfect|excellent|robust|full|sound|rude|poor|ill|failing|fine|great|optimum health|physical_health|mental_health|medical_condition|bill_of_health|physical_condition|nick
      clean bill
      what|which|any|other|more disability|impairment|condition|illness|diagnosis|diagnoses|disorder|syndrome|ailment|medication !does_the|is_the|are_the
      is|was|it|that|what's|exactly|which|nature|extent|severity .. disability|illness|diagnosis|your_condition|medical_reason|health_reason|a_health_thing
      do|does|have|would|will you|he|she need|get .. time_off|hospital_appointments|treatment|rest|breaks .. condition|illness|medical
      smoke|smoker|smokes|smoking|drinker|drink|drinks|drinking|cannabis|weed|drugs|vape .. you|much|heavily|a_lot|how|often|habit|problem|too|daily|socially|or_drink|or_smoke
      you .. smoke|smoker|drink_much|drink_a_lot|take_drugs|use_drugs|do_drugs|drink_alcohol|vape|drink_at_all|take_anything
      vaccinated|jabbed|vaccination_status|covid_jab|booster|unvaccinated
      medical|health|fitness|physical|drug|psychiatric|psychological -? exam|examination|questionnaire|check-up|checkup|certificate|screening|clearance|declaration|form|assessment_before|report|screen .. before|prior|interview|attached|please|must|will|apply|required|application|shortlist*|pass|you|with
      pass|undergo|clear|fail|failed|attend a|an|our|the|company? medical|physical|drug|fitness_test|health_check|health
      doctor's|doctor|gp|physician|medical|specialist's note|letter|report|certificate|records|confirmation|records_for
      no|without|free_from|free_of|not|never|zero .. history_of|sick_leave|illness|illnesses|health_problems|health_issues|disabilities|disability|medical_conditions|medical_issues|allergies|mental_health|back_problems|injuries|ailments|chronic|sick_days|epilepsy|epileptics|diabetics|glasses|asthmatics|asthma|medication
      unsuitable|not_suitable|not_suited|no_good|not_for|not_open .. disabled|disability|disabilities|wheelchair|epilep*|medical|health|back|asthma|hearing|sight|mobility|impair*|illness
      non -? smoker|smokers|smoking|drinker|drinkers|smoking_candidates
      why .. need|want|require .. adjustment*|accommodation*
      what exactly|is|was|'s exactly|is|was|actually|the_matter? wrong ?
      accommodation|accommodations|adjustment|adjustments .. why|what_for|because|reason|condition|wrong
      neuro - typical
      on|the|a_bit|bit spectrum|of_a_drinker|on_the_spectrum
      spectrum|autistic|aspie|adhd
      disability : $
      long|extended|frequent|many|regular|lengthy|high|a_lot_of|too_many|poor|monday sickness|absence|absences|sick|illness|sickies
      absence|attendance|sickness record|history|because|due_to|rate|figures|levels .. your|his|her|last|illness|health|job
      gap|break|year_out|time_off .. illness|sick|health|hospital|medical
      health -? related|wise|reasons|grounds
      how|are|is your|his|her health|fitness|mental_health|hearing|eyesight|back|nerves|head .. these_days|?|holding|now|good|been|like
      recovering|recovered|getting_over|beat|beating|fighting|fought|surviv* .. cancer|illness|stroke|addiction|breakdown|surgery|accident|depression|injury|operation
      `,
    judged: `
      not .. robust|well|healthy|strong|fit enough
      robust|fragile|delicate|frail|sickly|shaky|twitchy enough|health|constitution|mentally|physically|looking
      smells|smelled|smelt|reeked|reeks|stank .. drink|alcohol|booze|weed|fags|smoke
      @ailment|@treatment`,
    unless: `go|goes|went|come|comes|came|look|looks|refer|refers back to
      and|they|who|we|was|were|be|is|it signed off step|on|the|each|every|designs|work|when|only|after|.|by
      not|to|will|would|can|could|never|it|and|or shrink
      with or without .. adjustment*|accommodation*|aids
      adjustment|adjustments|accommodation|accommodations you|for|like|would|that|at_interview|if|were|was|in_place
      need|needs|require|requested|asked_for|would_like|want|offer|make|book|arrange any|an|a|some|extra adjustment*|accommodation*|support|interpreter|access|help|time|ramp|software|screen_reader
      health|sick|dental|medical|disability|life|critical_illness insurance|pay|cover|plan|benefits|benefit_products|insurer|care|care_plan|claims_team|product|products|app|data|record_system|service|services|tech|sector|club|visitor|system|informatics
      healthcare|health_and_safety|health_care
      health|sanity -? check|checks|endpoint|probe on|of|for|endpoint|that|fail*|in|was|is|and|returned|to
      injury|accident log|book|report|investigation|statistics|rate|rates|lawyer|law
      stress -? test|tests|testing|tested|analysis|load
      mental -? model|models|arithmetic|maths|health_services|health_nurse|health_charity|health_app|health_first
      mental health services|nurse|charity|app|first|trust|team|worker|unit|ward|practitioner|support|awareness|policy|days
      blind trial|trials|review|reviews|test|tasting|cv|spot|spots|date|auction|study|users|user|people_use|customers
      deaf users|customers|pupils|children|people_use|viewers|community_centre
      depression glass|in_the_market|era
      drug trial|trials|discovery|development|company|safety|interactions|pricing|enforcement|charts|rounds|manufacturer|dosing
      surgery|clinic|hospital|ward|theatre|practice manager|receptionist|rota|bookings|reception|in_town|list|staff|admin|systems|wing
      operation|operations of_a|of_our|of_the_site|of_the_company|manager|on_the|that|team|lead|director|research|centre|s
      doctor|doctors|gp practice|rota|surgery|on_the_panel|bookings|appointments_app|recruitment
      condition|conditions|disorder on|of_the|in_the|pin|and_order|code|variable|monitoring|survey|precedent|apply|for_the_loan|that_the|was_met|branch
      stroke|heart|cancer|diabetes|epilepsy|dementia|asthma|arthritis unit|ward|charity|research|foundation|uk|trust|clinic|nurse|care|team|drug|data|screening|of_the|width|survivors_network|patients|trial|app|society|services
      assess|treat|support|nurse|nursing|care_for|caring_for|look_after|work_with|working_with|help|helping|teach|diagnose|monitor|counsel|manage|rehabilitate .. people|patients|adults|residents|someone|children|elderly|a_patient|clients|those|with
      bad|dead|flat|low battery
      add to|the|a|an|it|up|on|that|more|new|value|to_it|your|tests|and|any|one|me|him|us|in|some|column|another|to_the
      vision|sight of|for_the|statement|and_strategy
      back end|-_end|office|up|to_back|of_the|pay
      fit -? out|test|curve|for_purpose|kitchens|the
      first_aid
      lone_worker
      occupational health|therapist|therapy
      with|offer|after|following|once .. conditional_offer|offer|hired|start_date
      lead lining|singer`,
  }),
  ...familyOf("genetic", {
    sure: `hereditary brca brca1 brca2 23andme ancestry_kit ancestry_kits ancestry_test dna_kit dna_kits dna_test dna_tests genetic_test genetic_tests genetic_testing
      genetic_screening genetic_predisposition genetic_condition genetic_conditions genetic_disorder genetic_disorders genetic_results genetic_profile genetic_information genetic_marker
      family_medical family_history_of predispos* carrier_status faulty_gene sickle_cell_trait`,
    personal:
      "genetic genetically dna gene genes genome inherited congenital inherit family_history",
    owned: "dna genes genetics genome bloodline_health",
    said: `@kin ... @ailment|ill|illness|illnesses|disease|diseases|sick|die|died|dead|dies|die_of|pass_away|pass_on|passed_away|passed_on|health|condition|conditions|cholesterol|suffer|suffered|live_to|still_alive|alive|living|healthy|genes|gene|hereditary|inherited|heart|early-onset|dementia|history_of !of_a_patient|child_patient
      @ailment|illness|illnesses|disease|diseases|health_problems|health_issues|health_conditions|medical_conditions|conditions|condition|disorders|disorder|heart|early_deaths|deaths|nasties|serious_illness ... @kin|family|families|blood_relatives|relatives|bloodline|side|generations !business|law|court|doctor
      family|families|relatives|blood|genes|bloodline|family's ... run|runs|ran|hereditary|inherited|ailment|@ailment|illness|illnesses|disease|diseases|medical|health_problems|health_history|sick|nasty|conditions !business|doctor|medicine
      run|runs|running|ran in|through .. family|families|blood|side|bloodline
      hereditary|inherited|congenital|familial|genetic|genetically you|condition*|illness*|disease*|disorder*|problems|issues|risk|risks|defect*|trouble|health|cancer|heart|or|?|ailment*|abnormalit*|mutation|weakness|make-up|makeup|predisposition|profile|history|test*|screen*|counselling_yourself|marker*
      gene|genes|dna|genetic|genome|ancestry|brca -? test|tests|testing|tested|kit|kits|sample|samples|swab|swabs|screen|screening|results|profile|sequenced|done|risk|report|makeup
      had|have|get|got|done|take|taken|did|sent|been|ever your|one_of_those|an|a|any|those|the? .. dna|genome|genes|genetic|ancestry|brca|gene|spit .. test|tests|tested|kit|kits|sequenced|sample|done|screen*|results
      carry|carries|carrier|carriers|carrying|inherit|inherited|inherits .. gene|genes|trait|mutation|brca|sickle|condition|disease|disorder|illness|it_too|same_thing|his_father's|her_mother's
      saliva|cheek|mouth|spit|buccal -? sample|swab|swabs|samples|kit
      @kin|family 's? side .. you|any|ill*|disease|heart|cancer|history
      how|what|did|of_what|why .. your|his|her @kin .. die|died|pass|go
      age .. your @kin .. die|died|pass
      @kin .. when|before|until they passed|died|went
      what|how_old age .. @kin
      @kin .. die|died|death young|early|before|of|from|with|at|in_his|in_her|age
      you .. likely|going|chance|risk|odds .. develop|get|inherit .. @ailment|same|disease|illness|it_too
      in the|his|her|your|their family|genes|blood|dna .. heart|cancer|health|illness|ill|disease|diabetes|so|risk|lot|lots|?|any|history
      `,
    judged: `@kin|family ... @ailment|illness|ill|disease|died|hereditary|inherited|genes|die|same_way
      @ailment|illness|disease ... family|@kin|genes|hereditary|inherited
      runs|ran in .. family
      `,
    unless: `patient|patients|samples|newborns|newborn|donors|participants|customers|clients|families_for|cohort|biobank|volunteers|horses|cattle|crops|mice|plants|dogs
      genetic|dna|genome|genomic|gene|genes -? algorithm|algorithms|data|study|programming|research|sequencing|editing|database|databases|lab|laboratory|engineering|therapy|scientist|analyst|analysts|evidence|of_a_company|expression|sequence|sequences|assay|pipelines|pipeline|technician|sequencer
      class|subclass|component|object|child_class|module|style|styles|settings|permission|permissions|codebase|code|project|team|system|debt|service|method .. inherit*
      inherit|inherited|inherits|inheritance from_the|the_lock|code|codebase|a_codebase|system|project|team|the|settings|permissions|a_team|a_project|a_mess|a|class|legacy|that|debt|it_from|no_docs
      inherit* .. class|lock|object|method|tests|docs
      family -? business|run|law|court|doctor|medicine|history_museum|tree_software|archive|support|therapist
      hereditary -? cancer_research|peers|title
      research team
      cloud|product|company|project|brand -? dna|genes
      insurance|policy|life_insurance
      family histories
      twin -? town|track|turbo|deck|engine*|bed|primes|projects
      sister company|site|title|brand|ship|project
      brother printer|industries
      parent company|organisation|teacher|evening|complain*|class|process|node|companies|ticket|portal
      side project|projects|effect|effects|by|business|hustle|channel|panel`,
  }),
  ...familyOf("height_weight", {
    sure: `bmi overweight obese chubby tubby podgy pudgy portly heavyset heavy-set skinny scrawny lanky petite well-built good-looking goodlooking attractive
      handsome easy_on_the_eye double_chin beer_belly pot_belly dress_size bra_size chest_size waist_size inside_leg bust_size clothing_size
      vital_statistics full-length_photo full-length_photograph full-length_picture body_weight body_shape body_type flabby rotund unattractive well-endowed bodyweight waistline fatty lardy`,
    personal: "tattoos tattoo piercings piercing physique",
    owned:
      "height weight figure waist build looks size physique appearance bmi stature measurements",
    said: `how|about_how|roughly_how tall|short|heavy|big|much_do are|is|do|would|were|'s .. you|he|she
      how much|what|roughly_what|how_many .. you|your .. weigh|weight|height|stone|kilos|pounds|bmi|inches|feet
      you|he|she .. weigh|weighs|tip_the_scales
      weigh|weighing .. you|yourself|in_at|before|more_than|less_than|under|over
      tip|tips|tipping the scales
      what size|sizes|waist|chest|height|weight|collar|dress|shirt|trouser|trousers|jacket|shoe|uniform|build .. you|are|do|would|your|take
      size .. you wear|take|are|squeeze|fit
      height|weight|build|body_type|measurements|bmi|height_and_weight|dress_size : $
      height|weight|bmi|looks|appearance|figure ,|and|/ weight|height|build|age|bmi|measurements|figure|looks|complexion !of_the|limits|and
      weight|height in|and|proportionate|proportional|must|should|between|over|under|required|below|above|requirement .. proportion|to_height|cm|kg|ft|feet|foot|to|and|in
      at least|minimum|min|over|under|above|below|between|taller_than|shorter_than|no_shorter_than|not_less_than of? # cm|ft|feet|foot|'|in_height|inches|tall|stone
      min|minimum|at_least . #|# cm|ft|feet
      must|should .. #ft|6ft|5ft .. over|taller|above
      5ft|6ft|5'|6' ...  or|and over|above|taller|up
      are|is|were|weigh|weighs|be you|he|she|applicants|candidates|under|over|below|above .. under|over|below|above|# .. kilos|kg|stone|lbs|pounds !boxes|loads
      # cm|ft|foot|feet|' #?  or|and|in|tall|minimum|plus|and_above|height|over|upwards|and_over|with_weight
      taller|shorter than_you|than_him|than_her|than_me|than_us|than_average|than_the_rest|applicants|candidates|people|guys|men|women|person|girls|side
      on the heavy|short|tall|large|big|chunky|plump|heavier|bigger|shorter|plain|skinny|small|hefty side|end !of
      nice|good|fine|odd|funny|plain|rough|healthy|fit|well -? looking
      bit of a looker|stunner|lump|porker|whale|fatty|beauty|hunk|heifer|babe|dish|unit
      looker|stunner|hunk|eye_candy|eye-candy|bombshell|fatso|fatty|lardarse|porker|butterball|beanpole|string_bean|heffalump|slob|lump
      bit|lot|carrying of? timber|padding|beef|baggage
      carrying|carries|carry .. timber|padding|pounds|weight|kilos|belly
      lose|losing|lost|drop|dropping|shed|shedding|shift|shifting|put_on|gain|gained|putting_on|carry|carrying|carries|pack_on|piled .. weight|pounds|kilos|stone|lbs|few_pounds|inches|belly|extra
      couple|few|some|extra|excess of? stone|pounds|kilos|lbs|weight .. lose|overweight|lighter|heavier|off|too|before|extra|she|he|you
      dieting|diet|weight_watchers|slimming|gym_membership|hit_the_gym .. you|he|she|could|should|ever|tried|on_a|needs
      big -? boned|lad|girl|lass|fella|bloke|unit|man|woman|guy|chap|build|frame|belly
      strapping|hulking|brawny|beefy|muscly lad|lads|fellow|young|man|men|bloke|chap|guys
      slim|slender|petite|athletic|trim|shapely|toned|sturdy|lean|hourglass|proportionate|muscular build|figure|frame|physique|body|girl|girls|lady|ladies|woman|women|hostess|hostesses|waitress*|applicants|candidates|and_attractive|and_tall|staff|and
      attractive|good-looking|pretty|beautiful|presentable|pleasant-looking|photogenic|glamorous|gorgeous|handsome|well-presented|stunning girl|girls|lady|ladies|woman|women|man|men|person|people|candidates|applicants|staff|hostess*|waitress*|receptionist*|face|appearance|looking|enough|guy|model|individual|young|males|females !offer|package|salary|option|design
      pleasing|pleasant|smart|attractive|impressive|striking|good|youthful|clean-cut appearance|looks|looking|physical_appearance .. essential|required|must|needed|only|important|a_must|girl|woman|young
      looks|look|appearance|face|figure|image|body matter|important|essential|count|sell|wise|that_sells|department|fit_our|fits_our|front_of|for_reception|on_camera|for_our_brand|we_want|not_what
      looks|look|looked .. the_part|in_a_uniform|in_the_uniform|in_a_dress|in_a_bikini|in_the_shop|in_lycra|behind_the_bar|on_the_stand|for_the_front_desk|on_camera|good|great|unhealthy|scruffy|a_mess|like_a_model
      photo|photograph|picture|headshot|selfie|pictures|photos .. yourself|of_you|full|body|figure|smile|recent|with_your|head|attach|cv|application|please|height|face|face_and
      send|attach|include|enclose|submit|upload .. photo|photograph|headshot|picture_of_you|selfie|full-length|full_length|portrait|body !id|of_the|upload_button
      full -? length|body photo|photograph|picture|shot|photos
      ugly|fat|plain|dowdy|frumpy|scruffy|handsome|pretty|gorgeous|hot|sexy|beautiful|stunning|cute|spotty|bald|balding|ginger|hairy|toothless|short|tiny|wrinkly|wrinkled man|woman|girl|lady|guy|chap|bloke|lad|face|enough|for|candidate|thing|boy|one
      teeth|skin|hair|nose|face|complexion .. bad|good|nice|lovely|spotty|clients|sort_out|customers|greasy
      squeeze|squeezing|fit|fits|fitting .. into|in .. uniform|seat|seats|costume|cockpit|overalls|harness|dress|jumpsuit|booth|size !the_schedule|sprint|budget
      always been .. big|small|slim|tall|heavy|large|chubby|short|fat|thin|skinny
      waddle*|puffed|puffing|wheez*|out_of_breath|out_of_puff|panting|sweating|sweated .. stairs|up|steps|getting|walk|lift
      out of shape|condition
      in shape|decent_shape|good_shape|great_shape .. you|physically|are|keep|he|she|body
      keep|keeping|stay in shape|trim
      eats|eat|eaten|pies|cake|burger|salad too_many|all_the_pies|fewer|less|more_salad
      gym|salad|treadmill could|would|might|should|more|and
      fills|fill|filling .. doorway|chair|uniform|screen|seat
      oil painting
      face for radio
      figure|legs|bust|cleavage|body like|to_die|of_a|that|for|on|she|nice|great
      you .. look|looks good|great|lovely|well|nice|attractive|smart in|behind|on|enough`,
    judged: `fat|overweight|obese|chubby|plump|ugly|handsome|attractive|good-looking|skinny|scrawny|stocky|burly|tubby|petite|unattractive|lanky|sexy|gorgeous|beautiful|frumpy|tiny !controller|client|jar|arrow|tail|query|change|part|way|piece|schema|abstraction|structure|commit|commits
      short|tall|big|large|heavy for|to_reach|man|woman|guy|lad|girl|bloke|on_the_side
      image|look we|for .. brand|front|reception|want|shop|floor`,
    unless: `what|that|which|it|something|everything might|may|would|does|do|did|can|could|will? look|looks|looked good|great|bad
      figures
      misread|read|reads|check|trust|doubt|challenge|challenged|quote|quoted|report|reported|defend|believe|prove|use|used|reach|reached|publish your|his|her|their figure
      answer|answers|code|meeting|session|section|summary|list|text|message|notice|deadline|time|form|report|cv|posting .. too short|long|small|thin|big|large
      dose|load|loads|parcel|parcels|pallet|pallets|crane|cranes|trailer|vehicle|lorry|truck|trucks|cargo|font|line_height|row|rows|css|child's|patient|patients|product|products|racking|locker|gate|rack|bridge|beam|tree|trees|box|boxes|crates|sacks|baby|babies|horse|horses|cattle|aircraft|shelf|shelves|ceiling|building|fence|container|containers|bags|luggage
      weight|weights of|on|to|given|for|decay|class|classes|limits|limit|training_room|each|was|he|she
      attractive package|salary|offer|option|design|price|pricing|benefits|pension|market|rates|opportunity|prospects|alternative|terms|bonus
      tall|short|big|large|fat order|list|answer|answers|team|teams|notice|stack|codebase|budget|customer|customers|client|clients|account|accounts|data|query|project|projects|company|picture|story|call|term|jar|tail|change|changes|release|commute|walk|version|form|survey|course
      handsome salary|return|bonus|profit|furnace
      pretty good|well|clear|much|solid|quick*|sure|close|thin|standard|strong|weak|basic|fast|slow|accurate|complete|vague|late|early|straightforward|quiet
      beautiful|lovely|ugly|plain|thin|slim|heavy|hot code|solution|design|answer|talk|diagram|write-up|query|evidence|margin|margins|workaround|hack|text|english|path|fix|spot|reload|standby|desk|swap|load|lifting|traffic|workload|use|schedule|week|client|function|slice|pickings
      evidence .. thin|slim|light
      wear what
      uniform .. all|every|range sizes|of
      lift|lifting|carry|carrying|move|moving .. kg|lb|lbs|kilos|boxes|loads|parcels
      # kg|lb|kilos boxes|loads|parcels|with_or|safely|regularly|bags|sacks
      photo|picture|photograph id|-_id|editor|editing|library|upload|booth|desk|of_the|sharing|shoot|shoots|products|restor*|retouch*|journal*
      appearance in|at|of|before|on_the
      out of you|him|her|them
      weigh|weighed|weighs in at|up
      figures|figure in|out|of|from|how|what|it|was|is
      team|data|batch|sample|class|budget|codebase|party|cluster|squad|company|deal|file|order -? size|sizes|was
      size of|the|it|for|team|a
      look|looks|looked forward|after|into|at|for|up|like_the|promising|right|over|through|beyond|similar|fine|to_us|solid|ok .. paper|to|the|us|overall|so|on_the_whole|$`,
  }),
];
