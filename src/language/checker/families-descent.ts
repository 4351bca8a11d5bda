/** Origin, citizenship, first language. */
import { familyOf } from "./group.ts";

/** The rules. */
export const DESCENT_FAMILIES = [
  ...familyOf("origin", {
    sure: `ancestral domicile brahmin dalit sc/st kshatriya marwari native-born locally-born birthplace place_of_birth country_of_birth country_of_origin native_place ethnicity caste sub-caste national_origin mother_country
      ethnic_background ethnic_group ethnic_origin racial skin_colour skin_color skin_tone dark-skinned light-skinned fair-skinned olive-skinned
      bloodline of_colour of_color eastern_bloc diversity_hire token_hire illegal_immigrant off_the_boat fresh_off`,
    personal: `gotra jati tribe hometown home_town complexion ancestry ancestors immigrate* emigrate* refugee asylum_seeker ethnic
      race heritage immigrant immigrants foreigner foreigners traveller gypsy gypsies pikey`,
    owned:
      "race ethnicity heritage ancestry descent roots people_from parentage complexion native_country own_country origins extraction homeland motherland",
    said: `family tree|background|line .. like|some|any|in|@nation
      any|some|bit|half|part|quarter|drop|touch|hint of? @nation in|blood|somewhere .. it|you|him|her|family|there|mix
      passport|passports|papers|visa .. your|his|her .. parents|grandparents|mother|father|mum|dad|family
      parents|grandparents|mother|father|mum|dad|family .. passport|passports .. travel*|come|came|on|hold|held|here
      lad|lass|girl|boy|person|people|somebody|someone|candidate|candidates|applicants|family .. roots in|here|around|nearby|locally
      where .. you|your|he|she|they|his|her ... from|originally|born|raised|roots|ancestors|originate|brought_up|hail|hails|grow_up|grew_up|home_for !joining|calling|dialling|dialing|working|travelling|traveling|commuting|coming_from_on|flying|connecting|logging
      accent|name|surname ,|. where|what .. that|it|from
      @state|@nation|uk|us|local -? or @state|@nation|us|uk -? born
      not from .. originally
      name|surname .. mouthful
      parents|grandparents|mother|father|folks|family .. nationality|nationalities|native|foreign|foreigners|non-native|immigrants|immigrated
      rather|prefer|want|stick_with|sooner|hire .. one_of_our_own|local_face|a_local|locals|local_lad|local_girl|local_people|our_own_people|our_own
      do|does .. feel|consider|see|think_of yourself|himself|herself .. @nation|@country|foreign|local|more
      adjust|adjusting|adapt|adapting|settle|settling|integrat* .. culture|country|way_of_life|our_ways|here
      his|her|their|your|those|these people|kind|lot|sort|tribe .. are|tend|always|from
      people|someone|folk from|of that|those|her|his|a_certain|your part|parts|country|region|background|area|place|countries
      the dutch|french|irish|germans|english|scots|welsh|chinese|japanese|swiss|spanish|portuguese|brits|americans|poles|indians|turks|italians|greeks|russians can|are|tend|do|always|never|have|know|like|love|will|would
      place your accent|you|him|her|the_accent
      whereabouts .. from|originally|born
      originally from|?
      from originally|, originally
      really|actually|truly|proper from .. ?|originally
      you|he|she|they|accent|name .. from here|there|abroad|overseas|round_here|around_here|these_parts|elsewhere|the_area|the_village|another_country|the_old_country
      not from here|round|around|these_parts|round_here
      born|raised|brought_up|grew_up|grow_up|reared|bred here|there|abroad|overseas|in|outside|back|and|or|locally|elsewhere !out_of|a_cloud|production|the_cloud|response
      bring|brought|brings your|you|him|her|family|parents|them to_this_country|to_the_uk|to_the_us|to_these_shores|over_here|to_britain|to_america|all_the_way
      brought|grew|grow|reared up here|there|around|round|locally|abroad|in !a_point|an|the_meeting|review|production|interview
      which|what part|bit|corner|side|region|end|county|village|city|area|tribe|community|country|island|state do|did|would you|your|they|his|her .. from|come|born|hail|grow
      part|bit|corner of the world|@country|country|africa
      move|moved|come|came|arrive|arrived|get|got|immigrate|migrate|end|ended|come_over|land|landed up? over|here|across|to_this_country|to_the_uk|to_the_us|to_britain|to_england|to_america|to_ireland|to_australia|in_this_country .. as|when|kid|child|young|with|from|originally|before|or|on_a
      did|have|has|were|when|why|how_long_ago|what_made|what_age .. you|he|she|your|parents|family|folks .. move|come|immigrate|migrate|emigrate|arrive|come_over|settle .. @country|here|this_country|over|the_country
      how long .. you|your|family|they|folks|people .. been|lived|living|live .. here|@country|country|over_here|states|us|uk
      how many generations
      generation|generations .. back|american|british|irish|australian|immigrant|here|been_here
      your|his|her|their|whose people .. from|born|originally|@country
      parents|folks|family|grandparents|mum|dad|mother|father|ancestors|forebears|relatives .. from|born|come_over|came_over|immigrants|immigrant|off_the_boat|originally|emigrate*|settled|@country|speak_at !the_project|your_last
      your people|folks|lot|kind|tribe|community|culture|ancestors .. from|do|come|are|like|celebrate|hail|originate
      surname|last_name|family_name|name ,|is|that|sounds|looks|like|it|of .. @nation|@country|foreign|exotic|ethnic|overseas|eastern|western|unusual|mouthful
      unusual|exotic|foreign|interesting|lovely|beautiful|strange|funny|odd|difficult|unpronounceable|foreign-sounding|ethnic|different|pretty|tricky|weird|long|complicated|mouthful|great -? sounding? of? a? name|surname|last_name|first_name
      name|surname|last_name with|like that|his|hers|yours|so_many|all|no|a
      name like|sounds|is|that !is|a_b|foo .. @nation|where|foreign|has_to|must_be
      not|can not|can't|never|even pronounce|say|spell .. name|surname
      @nation by|from|to|through|judging .. name|surname|looks|look|birth|blood|descent|any_chance
      traveller|@nation|foreign .. surname|name|looks|look
      is|was|are|were|sounds|looks it|that|you|he|she|they|name|surname|yours|your_family|your_parents|your_people|those|like .. @nation|foreign|mixed|local|native|@peoples !customer|customers|market|client|law|rules|tax|office|standards|time|citizen|citizens|passport|national|nationals|speaker|accent|enough|box|list|label|or_colour|hat|or_blue
      are|is|were you|he|she @nation or|, .. resident|here|just|only|local|what|something
      are|is|were you|he|she part|half|mixed|pure|fully|originally|actually|really|of? @nation|@country
      part|half|quarter|full|fully|pure|mixed -? @nation|race
      look|looks|looked|sound|sounds|sounded|seem|seems|feel|feels very|quite|a_bit|like|not|so|rather|more|all|too? @nation|foreign|local|like_a_local|exotic|ethnic|@peoples
      do|does|did|would not you|he|she look|sound|seem @nation|foreign|from|local
      @nation -? looking|sounding|born|bred|extraction|descent|origin|heritage|ancestry|blood|stock|parentage|background|roots|temperament|mentality|passion|work_ethic|charm|temper|efficiency|time-keeping|features|upbringing|community|family
      @country -? born|bred|raised
      of|from a|an? @nation|foreign|mixed|overseas|ethnic|gulf|local|immigrant|arab .. descent|background|origin|heritage|extraction|ancestry|stock|family|origins|community
      native-born|native_-_born|locally_born|homegrown|home-grown
      foreign|overseas -? born|sounding|looking|roots|name|names|background|types|lot|folk|worker|workers|accent_and
      @nation|local|foreign|ethnic|native @folk .. only|preferred|preferably|prefer|wanted|need|not|never|always|tend|are|better|required|usually|welcome_only|first|who_look
      only|prefer|prefers|preferred|preferably|ideally|no|not|never|avoid|want|wants|seek|seeking|another|any|more|hire|few|too_many|other_than|rather|enough|wanted|strictly|must_be|should_be .. @nation @folk
      @peoples are|tend|usually|always|never|make|do|only|need|not|preferred|work|have|can|like|know|will|should|these
      local|locals|natives|native -? people|lads|candidates|applicants|girls|boys|only|preferred|first .. only|preferred|please|need|born
      locals only|preferred|first
      his|her|those|these|one_of_those|such|that_sort_of|that_kind_of|sort_of|kind_of people .. tend|so|always|usually|never|are|do|not|have|different|way|can|would
      his|her|their|that|those|these|one_of_those|such|some|certain|sort_of|kind_of|that_part sort_of|kind_of|of? countries|country|cultures|culture|nationality|places|parts|lot|backgrounds|region|regions .. tend|so|always|usually|never|are|do|not|have|different|way|he|she|they|can|would
      culture|cultures|country|countries|background|people|part_of_the_world like his|hers|theirs|that
      from our|the same|own|a|different|right|wrong|similar community|tribe|region|state|caste|part|culture|ethnic*|background_as
      same|own community|caste|tribe|ethnic*|race|region|village
      belong|belongs|belonging to .. community|caste|tribe|race|ethnic*|nation
      state|mention|give|specify|indicate|tell|confirm|declare|list|include|provide|share|tick .. race|ethnicity|caste|tribe|ethnic*|place_of_birth|birthplace|native_place|skin|origin|heritage|nationality_of_your_parents|complexion|religion_and_caste
      race|ethnicity|caste|tribe|skin|complexion|birthplace : $
      parents|grandparents , .. nationality|born|origin
      fair|dark|light|wheatish|pale|brown|black|white|olive -? skinned|skin|complexion|complexioned
      back|go|going|goes|went|return|trips|visit|fly|flying|popping|disappear|disappearing home .. to|in|every|each|country|family|often|visit|for_good|parents|summer|@country|homeland
      how often .. you .. home|back|visit .. country|family|homeland|to_visit|there
      in|from|of|like|to your|his|her|their|your_own|her_own|his_own culture|country|part_of_the_world|homeland|village|community|native
      clients|customers|farmers|guests|lads|patients|staff|team|readers|viewers|people|public|investors|members|regulars|drivers|crew|warm|take|cope|respond|comfortable|trust|put_off|accept ... a|an|to|by|with|from @nation @folk
      warm|take|react|respond|cope|comfortable|trust|ready .. to|with|from a|an @nation !accent|market|product|menu|law|proposal
      a|an|another|any @nation rep|supervisor|manager|boss|colleague|face|person|guy|girl|woman|man|lad|lady|woman|chap|fella|bloke|name|surname|presenter|leader|hire|candidate|applicant|nurse|chef|engineer|kid !with_whom
      as a|an @nation ,|.|you|he|she|person|woman|man|would|will|and
      being @nation|foreign|from|an_immigrant|black|white|mixed
      typical|typically|stereotypical|very|so|too|bit|classic|proper|quite|distinctly|obviously|clearly @nation|foreign|ethnic !retail|market|house|companies|company|style|design|architecture|food|cuisine|law
      @theirs @nation|foreign|immigrant|ethnic background|roots|heritage|name|accent|ways|culture|upbringing|mentality|origins|origin|looks|blood|temperament|directness|humour
      caucasian|latino|latina|hispanic|oriental|negro|half-caste|mulatto|romani|gyppo
      you|he|she|they .. identify|identifies .. as|with .. ethnic*|race|racial*|@nation
      off the plane|boat
      @nation|foreign !market|markets|cuisine|law|team|office|clients|customers|tax .. guy|lads|people|type|thing|way|attitude|time|style|temper|charm|directness|ways .. always|never|late|tend|typical|you_know
      what background are|is|do
      your|his|her cultural|ethnic|national|racial background|identity|origin|origins
      your|his|her country|homeland|nation|culture|people|community|tribe|caste|village
      country|countries|place|land your|his|her parents|family|folks
      home is|for where|you
      where home|'s_home|is_home|do_you_call_home
      from around|round|about here|these_parts|this_way
      local|native to the|this? area|region|village|town|here
      english|western|easier|shorter|simpler|anglo|american|christian name|nickname|version .. we|use|call|you|?|to_go_by
      intrigued|curious|fascinat*|interested|wondered|wondering .. name|surname
      name|surname .. intrigu*|fascinat*|caught|stood_out|made_me|curious|rolls|trips
      your family|parents|folks|people|grandparents .. settle|arrive|emigrate|come_from|move_here|come_here
      settle|settled in|here .. family|parents|when
      shorten|anglici* .. name
      what|does .. name .. mean ?
      family|relatives|people|parents over|back there|here|home|in_the_old_country
      weather|food|life .. compared .. home|back_home|there|where_you
      your|his|her mix|ethnic_mix|blood|stock
      interesting|exotic|unusual look|looks|features|colouring
      blow-in|blow_-_in|blow-ins|outsider|outsiders|blow in
      race|tribe|caste|ethnicity|ethnic_group ,|and|or|/ tribe|caste|race|religion|ethnicity|region|clan
      field for|of race|tribe|caste|ethnicity
      @nation candidates|applicants|only|preferred
      he|she is|'s|was black|white|asian|arab|brown|hispanic|african|chinese|indian|polish|muslim_looking
      only|first|another black|asian|brown|white|minority|ethnic|coloured|african person|man|woman|guy|face|candidate|hire|kid
      person of colour|color
      minority candidate|hire|applicant
      what are you|is_he|is_she ,|, exactly|ethnically|racially|by_blood
      what's|what is|'s your|the|his|her background|story|heritage|origin|ethnicity|race|caste|roots .. @nation|family|parents|ethnic*|from|originally|look|there|culturally|then
      cultural|ethnic|migration|migrant|immigrant background|roots|origins|heritage|family|identity`,
    judged: `@peoples
      @nation|foreign @folk
      @nation $|,|.|so|and|but|or
      he|she|they|his|her|family|parents .. from @country|abroad|overseas|africa|asia
      he|she|they is|are|'s|was|being .. @nation|foreign|immigrant|refugee
      another @nation|one_from|foreigner
      `,
    unless: `rules|law|labels|labelling|duty|tariff|demand for|on|of @nation
      where do|does|did your|the|our|their|his|her !family|people|parents|folks|name|surname|accent|mother|father|dad|mum|mam|ancestors|grandparents|lot|tribe|kin|roots|relatives|wife|husband|forebears|clan|twang|complexion|looks .. come|comes|originate|from
      stock count|counts|app|take|takes|taking|list|level|levels|room|control|check|checks|system|rotation|keeping|sheet|book|exchange|market|was|is|figures|cube|cubes
      country 's law|laws|insolvency|tax|rules|market|regulator|courts
      get|got here on|by|at|for a|an|the|#|monday|tuesday|wednesday|thursday|friday|nine|ten|eight
      communities|community did|does|do your outreach|work|charity|service|project|programme|team
      where do|does|did|would|will|could your|his|her|their data|budget|customers|users|authority|interest|confidence|doubt|knowledge|lead|leads|idea|ideas|mandate|figure|figures|assumption|assumptions|number|numbers|view|trust|habit
      would|will|do|can you cover|serve|travel|visit|sell|look_after
      colours|colors
      @nation|foreign market|markets|cuisine|food|restaurant|kitchen|law|tax|customers|clients|suppliers|supplier|office|colleagues|team|literature|history|art|ceramics|language|embassy|regulator|regulators|site|subsidiary|branch|payments|exports|imports|standards|company|companies|bank|rules|users|audience|partners|quarter|exchange|ledger|retail|logistics|menu|translation|version|localisation|localization|content|desk|listings|accounts_team|GAAP|gaap|vat
      foreign exchange|currency|language|languages|key|keys|trade|affairs|policy
      @nation|local and|or @nation market|markets|customers|clients|law|tax|offices|translations
      @nation -? speaking
      speak|speaks|speaking|fluent|fluency|read|write|written|spoken|translate|translating|interpret*|level|c1|b2|c2|b1|conversational|native-level .. @nation
      @nation is|to|at|skills|and|or .. c1|b2|c2|b1|needed_for|required_for|fluent|level|standard|a_plus|an_advantage
      work|worked|working|deal|dealt|office|sold|sell|travel|travelled|based|live|lived|relocate|move|licence|license|registered|shipped|trade|hiring|expand|expanding|rollout|launch|launched|suppliers|supplier|team|clients|customers .. in|to|with|from|across|for .. @country
      where .. you|your .. based|calling|located|joining|now|dialling|travelling|commuting|living_now|work|working|find|found|hear|heard|see|saw|want|like_to|like_us|like_your|like_the|like_it|park|put|start|keep|store|stand|get_your_data|learn|learned|go_for|look
      where do|did you see|find|hear|put|look|want|start|learn|get|go_to_learn|keep|study|work|read
      where will|would|could|should you
      where .. the|this|these|requirement|figure|figures|number|data|bug .. come|came|from|originate
      come|comes|coming|came from|with .. where_the_data|data|team|upstream|source|supplier|last_week
      heritage site|sites|collection|museum|objects|building|buildings|railway|trust|crafts|consultancy|listing
      race condition|conditions|detector|to_the|day|track|car|cars|against|for|bike|results|timing
      data race
      black box|-_box|friday|swan|list|listing|belt|tie|coffee|and_white|ink|screen
      white paper|papers|label|-_label|board|box|goods|space|noise|list|collar|-_collar|wine|balance
      brown bag|field|field_site|bread
      latin american|america market|sales|team
      polish the|up|my|your|your_cv|of_the|off|it|and_finish
      fluent|language|languages|speak|level|c1|b2|translat* .. german|french|english|spanish|italian|dutch|polish|welsh|irish|arabic|mandarin|hindi|japanese
      turkish|thai|indian|italian|french|chinese|japanese|greek|lebanese|mexican|english restaurant|dishes|breads|bakery|chef_de|cooking|cheese|wine|breakfast|tea|pastry
      born in|out of the|a|response cloud|startup|project|need
      originally scoped|planned|built|designed|written|from_the|meant|agreed|hired|estimated|specified|requested|thought|intended|posted
      french|german|italian windows|doors|polish|shepherd
      british|american|australian|irish english|spelling|airways|gas|standard|library|council|red_cross|express|sign
      indian ocean|railways|institute
      local -? authority|authorities|government|council|storage|area_network|news|history|environment|hiring_manager|branch|time|customers|market|language|host|currency|charity|bus|schools|gp`,
  }),
  ...familyOf("citizenship", {
    sure: `naturalised naturalized naturalisation naturalization green_card green-card dual_nationality dual_national dual_citizen dual_citizenship
      permanent_resident permanent_residency permanent_residence leave_to_remain indefinite_leave settled_status pre-settled settlement_status
      h1b h-1b h1-b stateless undocumented visa_status immigration_status residency_status residence_status visa_holder visa_holders brp
      asylum_status refugee_status citizenship_status alien_registration`,
    personal: "citizenship nationality nationalities citizen citizens passport passports oci",
    said: `what|which|your|second|both|dual|hold|holds|two|another|foreign|own|copy_of .. passport|passports|nationality|nationalities|citizenship|citizenships|papers
      passport|nationality|citizenship .. you|your|hold|held|travel_on|carry
      are|is|be|being you|he|she|candidates|applicants|a|an|must .. @state|full|naturalised|dual|foreign|real|actual|bona_fide citizen|national|nationals|citizens|subject|passport
      @state|@nation citizens|citizen|nationals|national|passport|passports|passport-holders|passport_holders|subjects .. only|preferred|need|required|will|not|please|first|welcome|considered
      only|no|not|must|non|prefer|preferably .. citizens|citizen|nationals|national|passport|passport-holders|visa_holders|visa-holders|work_permits|permit_holders
      non -? @state|eu|citizens|citizen|nationals|national|british|irish .. citizens|nationals|citizen|applicants|need|binned|rejected|passport|not
      @nation|@state or|, .. resident|here|passport|foreign|visitor
      resident|living here|only|or .. citizen|@nation|@state
      type|kind|sort|category|class|what|which|length|expiry .. visa|permit|status
      when|how_long|how|until_when .. visa|permit|leave_to_remain|allowed_to_stay|papers|status
      here on|with a|some .. visa|permit
      on a|an|some|his|her student|spouse|work|dependant|dependent|graduate|tourist|temporary|holiday -? visa|permit
      become|became|becoming|apply|applied|applying a|for .. citizen|citizenship|passport|national|residency
      your|his|her papers
      papers .. order
      country .. passport|citizen
      parents|spouse|husband|wife .. nationality|citizenship|citizens|passport|nationals
      loyal|loyalties|loyalty|allegiance .. country|nation|flag|which|@country
      nationality|citizenship : $
      born|birth .. citizen|citizenship|nationality
      actually|really|technically british|american|irish|german|french|a_citizen|a_national
      no|without visas|sponsorship_cases|work_permits|visa_people|visa_hassle
      opt|cpt|f1|f-1 status|visa|student|students
      not|isn't a|an|even .. citizen|national`,
    judged: `green|blue card
      passport|citizenship|nationality|citizen|visa|work_permit|residence_permit
      not a|an|even? british|american|irish|german|french|eu|us|uk|@nation citizen|national|passport`,
    unless: `immigration|asylum|visa|nationality appeal|appeals|tribunal|case|cases|bundle|bundles|rules|lawyer
      naturalisation|naturalization team|unit|caseworker|service|process
      authorised|authorized|right|rights|legally|eligible|permitted|allowed|permission|entitlement .. to|able work
      right to work
      work permit|visa needed|required|sponsor*
      sponsor*
      citizen|citizens portal|science|services|service|journalism|assembly|advice|-_facing|engagement|data|developer|who|to|use|can|of_the_town|through|online|in|and_businesses
      for|to|help|helps|serve|serving|by citizens
      citizenship|nationality|passport|immigration|visa|asylum application|applications|portal|office|law|lawyer|team|cases|service|tribunal|hearings|hearing|adviser|advice|caseworker|ceremony|ceremonies|classes|lessons|curriculum|journey|renewal|photo|control|scanner|reader|checks|tests|policy|forms_for
      teach|teaching|taught|tutor .. citizenship
      security -? cleared|clearance|vetting|vetted
      required|laid_down|set|demanded by|under law|statute|cabinet|regulation*|the_cabinet|the_rules|the_law|itar|export
      itar|export_control
      passport|id ,|or|and driving|other|photo|some_id|another|identity|proof
      bring|show .. passport|id|identity .. day|reception|gate|door|security|visit
      first|second - class
      corporate|good|senior|first_class citizen
      first|start day|date
      travel|trip|flight|fly|visit|visas_for_travel|conference .. visa|passport
      for|to the|your interview|trip|conference|visit
      regardless|irrespective
      nationalities|languages in|across|on the|our team|office|company
      # nationalities`,
  }),
  ...familyOf("language_accent", {
    sure: `mother_tongue mother-tongue native_speaker native_speakers native-speaker native_english native-english native_tongue first_language
      broken_english accentless accent-free unaccented heavily_accented twang brogue lilt drawl elocution non-native nonnative
      foreign_accent thick_accent strong_accent heavy_accent regional_accent native-level native_level native-sounding posh_voice home_language
      bbc_english queen's_english king's_english received_pronunciation accented pidgin speech_impediment cut-glass estuary_english`,
    personal: "accent accents dialect vowels diction pronunciation intonation",
    owned:
      "accent mother_tongue first_language native_language english pronunciation diction speech",
    said: `raised|brought_up|schooled|educated|grew_up|grown_up speaking|in|with|on @language !speaking_country
      elocution|diction|speech|voice -? lessons|lesson|coach|coaching|training|therapist|class|classes .. you|he|she|pay|paid|take|need*
      need|needs|needed|want|wanted|requires|required|turn_on|switch_on|do_with the|with|some? subtitles|captions_to|a_translator|an_interpreter|a_phrasebook|a_dictionary .. $|,|for|to|with|when|him|her|half
      are|is you|he|she a|an native|natives !of|to|here
      thick|broad|heavy|strong|deep|pure|proper glaswegian|scouse|geordie|brummie|cockney|yorkshire|belfast|dublin|cork|kerry|brooklyn|texan|southern|northern|@nation $|,|and|but|on|in|when|vowels
      native|first|home|mother|birth|childhood|original|main -? language|tongue
      native|mother-tongue|first-language|born -? @language|fluency|level|speaker|speakers|proficiency|ear !code|app|apps|mobile|client|clients|module|cloud
      @language mother|native|first -? tongue|language|speaker|speakers|only
      @language -? as|is|be|your|their|his|her a|your|their|his|her? first|second|third|native|mother|own language|tongue
      is @language your|his|her|the|what|a|something first|native|mother|main|own|second|you|language
      @language|languages|language|it|that .. you|your ... at_home|with_your|to_your|growing_up|as_a_child|with_mum|dream|with_parents|with_family|as_a_kid|in_the_house|round_the_table|at_the_dinner|raised|childhood
      you|your|he|she ... speak|speaking|spoke|talk|chat|use|think|dream|swear|count|pray .. at_home|growing_up|as_a_child|with_your|to_your|to_mum|with_family|in_your_sleep|with_the_kids|round_the_house
      what|which language|languages .. home|family|parents|dream|think_in|grow|grew|raised|first|childhood|swear|count|kids|grandparents
      dream|dreaming|think|thinking|swear|swearing|count|counting|curse|argue in @language|another|your|which|what|english|a_different
      how come|did|does|do|long|old|well|is ... your|his|her|you|such|so|learn|speak|speaks|pick_up @language .. good|well|fluent|great|perfect|?|clean
      how|where|when|why .. you|he|she .. learn|learnt|learned|pick_up|picked_up|come_by|get|acquire|speak|know|lose|taught .. @language|your_accent|the_accent|that_accent|accent|language
      how long .. speak|spoken|speaking|learning|been_speaking|had .. @language
      @language .. so|surprisingly|really|remarkably|amazingly|bit|rather|too|impressively|unusually good|fluent|great|perfect|clean|patchy|weak|broken|rough|rusty|ropey|poor|accented|heavy|for_a
      @language is|was|isn't|sounds|seems|sounded .. poor|broken|clunky|foreign|not_his|not_her|accented|shaky|patchy|off|first|native|awkward
      surprisingly|remarkably|amazingly|impeccable|flawless|poor|broken|bad|rough|halting|patchy|ropey|pidgin|fractured @language !documentation|docs|translation|and_german|skills_for|copy|editor|writing .. for|$|,|so|where|did|he|she|you|on_the|not|.
      accent|accents .. from|where|strong|thick|heavy|strange|hard|difficult|mild|neutral|foreign|local|lose|lost|tone|softened|soften|problem|issue|barrier|place|put_off|distract*|understand|follow|customers|clients|callers|wont|won't|hear
      strong|thick|heavy|slight|regional|neutral|foreign|local|northern|southern|that|what|which|no|without|lovely|noticeable|marked|clear|faint|funny|soft|rough|broad|discernible|detectable|mild|some|british|american|clean|any|unusual|hint_of_an|trace_of_an|@nation .. accent|accents
      neutral|accentless|unaccented|clean|standard|bbc|american|british|western|proper|posh|received -? english|speech|accent|pronunciation|voice|tone|delivery
      sound|sounds|sounded|talk|talks|speak|speaks|spoke|spoken|comes_across|voice like|as_if|as_though|with|in|too|very|bit|quite|properly|so|native|foreign|local|posh|common|rough|different|funny|@nation|northern|southern|fluently_enough_for_a|proper !about|for|on|to_the|up|like_a_plan|like_an|like_the_way_to ... local|native|native_speaker|foreigner|one_of|@nation|foreign|immigrant|from|posh|common|queen|king|like_us|he_or_she_was_born|northerner|southerner|farmer|accent|proper|mouth
      sound|sounds|sounded @nation|native|foreign|posh|common|northern|southern|local|british|american|working_class|rough|off
      not raised|brought_up|born in|with|speaking it|english|@language
      was|were|wasn't|isn't|weren't raised|brought_up|born in|with|into|speaking it|@language|the_language
      @language .. raised|brought_up|born|from_birth|since_birth|grew_up|at_your_mother's|from_the_cradle
      born|raised|grew_up|grow_up|brought_up|bred ... speaking|speaker|@language the|a|engineering|teacher|office .. speaking|speaker|speakers|at_home|only
      grew|grow|raised|brought|bring up? .. speaking|bilingual|bilingually|in_english
      hear|heard|tell|spot|notice .. not .. native|raised|born|first_language|from_here
      hard|difficult|struggle|struggled|strain|strained|impossible|tough|tricky|barely|hardly|effort|tiring|trouble|repeat .. to|could|can? understand|follow|make_out|understanding|following|catch|hear_past|himself|herself|decipher .. accent|he|she|him|her|says|saying|said|what|speaks|speech|$|,|.|word|words|through|pronunciation|twice|every
      repeat|repeating himself|herself|themselves|everything|it|things|every
      english -? only|mother|born
      only @language|english -? on|in|is|at|may|to_be|spoken|speaking|please
      no|not|without other|foreign|their_own|any|regional|discernible|strong|thick|foreign_sounding|heavy|trace|hint .. language|languages|accent|accents|dialect|twang
      mti|mother-tongue_influence|tongue_influence|anglophone|francophone|born_speaker|born_speakers
      opposite of native
      @language - speaking country|countries|background|household|home|parents|family
      when|what_age|how_old .. you .. learn|learning|start|started|begin .. @language
      started|start|began|begin learning|speaking|to_learn @language
      hardly|barely|never know|tell|guess .. not|from
      customers|people|callers|clients|guests|patients .. understand|follow|make_out you|him|her
      drop|drops|dropping|swallow|swallows his|her|their|your aitches|haitches|ts|vowels|words|consonants|endings
      accent -? reduction|neutralisation|neutralization|training|coaching|free|modification
      bilingual|fluent since|from birth
      first-language|mother-tongue|native @language
      @language as_a_native|natively|like_a_native|from_the_cradle|from_childhood
      raised|grew_up|brought_up .. in|speaking|with .. @language|language|home
      voice|speech|english .. neutral|accent-free|proper|clean|standard|refined|too_foreign|heavy
      trouble|difficulty|struggle|struggled|problem|problems|hard|strain|complain*|ask .. understanding|understand|following|follow .. you|your|him|her|what_you|what_he|what_she|a_word
      ask|asked|asking|need|had .. you|him|her to repeat
      follow|understand|catch|get a|one|every|half word
      glaswegian|geordie|scouse|scouser|brummie|cockney|cork|kerry|southern|texan|aussie|kiwi|nigerian|indian|scottish|irish|welsh|belfast|dublin|yorkshire|northern|jamaican|russian|french|german|italian|spanish|polish -? accent|twang|lilt|drawl|vowels|burr|voice|tones
      glaswegian|geordie|scouse|brummie|cockney|hinglish|singlish|spanglish
      your|his|her schooling|schooled|education .. in? english|medium
      english|@language -? medium|educated|schooled
      speak|speaks|spoke it|so|such|very|really|good|perfect well|good|perfect|fluent|@language|lovely .. how|where|for|?|born|lived
      such|so good|fluent|perfect|beautiful|lovely|excellent @language
      lose|soften|drop|work_on|tone_down|get_rid_of|iron_out|reduce|flatten|disguise|hide|neutralise|fix .. accent|twang|dialect|brogue|drawl
      speak|speaks|talk|talks|speech properly|the_queen's|clearly_without|like_a_native|like_us|proper|funny|with_a_lisp|through_his_nose|without
      lisp|lisps
      not his|her|their|your first|native|mother|own language|tongue
      second|third language .. his|her|for_him|for_her|so|clearly|obviously|you|candidate
      english|@language second language
      where's|where is|'s|did|does that|your|the|his|her accent|twang|voice
      voice ... accent|regional|neutral|native|posh|bbc|foreign`,
    judged: `accent|accents|acccent|accented|twang|vowels|pronunciation|mother_tongue|native|dialect|lilt|brogue
      phone manner|voice .. accent|clear|customers|clients|too|foreign|thick
      language barrier
      struggle|struggles|struggled|stumble|stumbles|trips|tripped|weak|limited|halting|basic|ropey|shaky .. with|in|over|on? @language
      @language .. weak|limited|halting|basic|ropey|barrier|issue|problem|lets|letting|strong_suit|struggle|struggles|second_language|not_first|isn't_first|clearly|obviously|trip|off
      @language not|isn't|wasn't .. first|good|native|great`,
    unless: `: repeats|repeated it|the|them
      ^ repeat|repeats|repeated
      and|or|then repeat|repeats|repeated it|the|them
      make|makes|made|making|give|gives|gave|hold|holds|held a|the|another speech
      regional accents|dialects
      accent|accents|native|dialect -? recognition|detection|dataset|coach|colour|color|colours|colors|wall|lighting|lights|chair|chairs|border|button|buttons|module|app|apps|client|code|client|cloud|mobile|ads|plants|plant|species|build|advertising|component|components|trees|wildlife|woodland|app's
      blue|green|red|orange|yellow|teal|brand accent
      accent .. buttons|headings|logo|contrast|colour|color|palette
      train|build|tune|test|label .. model|dataset|recogni*|transcri*
      speech|voice model|recogni*|assistant|coach|synthes*|to_text
      teach|teaching|teacher|tutor|taught|learners|esol|eal|tefl|esl|pupils|students .. english|@language|second|additional|native|first|speakers
      english|@language as a second|additional|foreign
      english|@language teacher|lessons|class|classes|learners|tutor|course|exam|literature
      plain|clear|simple|business|written|good_written|technical english
      which|what languages .. use|work|role|customers|job|post|clients|professionally|confident|comfortable|offer|support|code|programming|know
      programming|query|scripting|sign|assembly|body language
      translate|translator|translation|interpret*|subtitling|subtitled|subtitler|localis*|localiz*|copy-edit|proofread*
      native advertising|plants|species|trees|code|android|ios|app|apps|integration|support
      cloud -? native
      voice coach|actor|actors|talent
      second language acquisition
      non -? native species|plants|trees`,
  }),
];
