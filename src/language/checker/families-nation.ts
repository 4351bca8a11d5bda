/** Descent, papers and speech, as people ask of them without their words. */
import { familyOf } from "./group.ts";

/** The rules. */
export const NATION_FAMILIES = [
  ...familyOf("origin", {
    personal: `extraction lineage forefathers forebears swarthy dusky wheatish brown-skinned pale-skinned negroid mongoloid aryan half-breed quadroon melanin
      @tribe`,
    firm: `where|whence .. that|it|this|yours hail|hails
      travelling|traveling|settled people|community|folk|families|family|stock
      call|called|calling|rename|renamed you|him|her .. easier|real_one|manage|pronounce|shorter|english_name|instead|proper_name
      real|proper|own|birth|full one|name .. manage|pronounce|say|mouthful|tongue|spell|never
      touch|lick of the tar
      tar brush
      sons|daughters|children|natives|lads|girls of the|this|our parish|village|soil|county|island|valley|community|manor
      name|it|that @nation|turkish|@country as in
      as in @country or|?
      people|folks|family|folk|relatives|mother|father back in|at|on|home the|your|his|her|@country|old|? !office|team
      nobody|no_one|not|no|none|never|rather_not from outside|beyond|over|across|another|abroad|away|up|down .. valley|village|county|parish|island|area|district|state|border|town|community|region
      first|second|third|fourth|fifth|another|yet_another|one_more|only @demonym|@nation|@tribe|@peoples this|in|on|to|we|so|i|today|and|,|.|$ !quarter
      village|town|locals|parish|neighbours|regulars|congregation|elders|villagers .. not|never|wouldn't|won't take_to|warm_to|accept|have|stand_for|trust
      with|given|because_of|considering|knowing|for your|his|her|their|that background|origins|roots|heritage|colouring|name|people|looks|sort_of_name ,|would|we|you|the|and
      where|which_country|which_town|whereabouts .. you|your_family|they|he|she .. live|lived|living|before|prior .. came|come|moved|settled|here|this_country
      western|european|asian|oriental|african|indian|nordic|slavic|mediterranean|arab|@nation|non-white|ethnic|foreign|exotic|local appearance|features|looks|complexion|face|colouring|type|physiognomy
      coloured|colored|black|brown|ethnic|foreign|asian|african|non-white|immigrant|overseas|dark-skinned carers|carer|nurse|nurses|staff|person|people|man|woman|girl|girls|lads|drivers|driver|teacher|teachers|hands|help|workers|chap|fellow|gentleman|lady|family|applicant|applicants !friday
      surname|name|last_name|family_name .. anglicis*|angliciz*|changed|shortened|westernis*|english_version|original|meant|means|suggests|suggested|says|told|led .. local|foreign|from|@nation|@tribe|white|?|one_of_us|you
      name|surname .. meant|suggested|suggests|sounds|led_us .. a? local|foreign|english|irish|white|different|catholic|protestant|hindu
      boat|plane|reffo person|people|refugee|refugees
      born|bred|raised|reared|lived_all_your_life within|inside|outside|beyond|north|south|east|west of? the|this? county|parish|state|border|province|sound_of|pale|tweed|city|district|valley|island
      must|should|need|have|had to? be|have_been|been? born|raised|bred|reared|from in|within|here|local|locally|around|to_@nation
      what|which|whose extraction|descent|lineage|stock|blood|breed|pedigree|people|race|ethnicity|complexion are|is|do|does|would you|he|she|your
      where|what_country|which_country he's|she's|they're|he|she|they is|are|was|were|'s from|born|originally !in_the_queue
      red|dark|curly|black|fair|blond hair|eyes|skin .. side|irish|family|get|@nation|from
      @nation|irish|italian|german|@tribe one|side|half|part|in_you|in_him|in_her|granny|grandmother|grandfather|mother|father|parent|parents|roots|blood !of_the|of_each|at_a|at_the
      your|his|her|their|own own? people|country|land|tongue|folk|kind|homeland .. word|call|say|do|eat|cook|celebrate|custom*|tradition*|like_that
      colour|color|shade|sort|kind|face|faces|looks our|the|their|my .. used|accustomed to
      girls|boys|people|candidates|lads|lad|women|men|workers|staff|someone|somebody|family|families from|of the hills|islands|highlands|north-east|north|south|mountains|coast|village|villages|plains|tribal_areas|community|same_district|our_district|our_state|home_state|west|east|gulf|valley !team|office|branch
      tribal|scheduled|hill|backward area|areas|caste|castes|tribe|tribes|district|belt
      where|whereabouts .. reared|raised|bred|spend_your_childhood|grow_up|brought_up|come_into_the_world|your_cradle|born
      expect|expects|want|wants|prefer|prefers|rather|like|used_to a|an|some|only|see|have .. @nation|@tribe|@demonym|local|white .. behind|serving|in|at|on|front|cook*|look|face|to|$|,|.
      which|what community|caste|tribe|clan|province|region|county|hometown|home_town|village .. you_hail|you_from|you_belong|hail_from|you_come
      somebody|someone|anybody|anyone|person|man|woman|face|girl|lad so|that|as|too dark|black|brown|foreign|exotic|ethnic|pale
      name|surname .. alone|itself|on_its_own|puts|put|would .. muttering|eyebrows|tongues|regulars|customers|clients|off|clients|mouthful|patients|enough|talk
      @nation|@tribe|local|our_own|known|white|familiar|village|valley face|faces
      name|surname like|such_as ... guess|assume|must_be|bet|suppose|@country|@nation|@tribe|presume|reckon|take_it
      guess|guessing|bet|suppose|supposing|assume|presume|must_be|perhaps|maybe|wild_guess|let_me_guess|somewhere_in|somewhere_round|out_of|would_it_be @country|@nation|@tribe ?
      people|family|folks|parents|grandfathers|grandmothers|grandfather|grandmother|grandparents|ancestors|cousins|forebears|forefathers .. farmed|settled|born|buried|emigrat*|sailed|fled|always_lived|rooted|have_been_here
      for|two|three|several|many|four|five generations .. here|there|local|village|county|in|of|back
      here|there|in|local|settled|rooted|farming .. for generations|two_generations|three_generations
      trying|try|can_not|cannot|hard|struggling|tried|help_me|let_me|attempting to? place|pin_down|guess you|him|her|your|the_name|that_name|where
      somebody|someone|anybody|anyone|nobody @nation|@tribe|local|white|foreign|black|asian|from_here|from_the_area|from_the_village|of_our_own
      @nation|@tribe|german|germanic|latin .. as|like they all|always|tend|usually
      born|raised|bred|grew_up|brought_up on|in|within this|these|our|the|that island|village|parish|shores|valley|glen|soil|isle|bells
      side of the border|wall|river|tracks|atlantic|channel|pond|sea .. you|your|people|folks|family
      which|what|whose country|land|village|island|county|tribe|state|continent|province .. they_leave|they_left|call_home|do_you_call|is_home|claim|you_claim|family_left|parents_left
      how|what|why .. name|surname .. pronounced|spelt|spelled|come_from|mean|meaning|origin|inherit
      brown|black|foreign|white|asian|ethnic|dark|darker|pale|coloured|oriental|arab|different|exotic|new|unfamiliar|immigrant face|faces|skin|hands_and_a_foreign|man's|woman's !of_the_clock|paint|market
      face|faces|people|folk|folks|someone|somebody|name|names|looks|skin like|that_look_like|who_look_like|which_look_like|that_looks_like|similar_to their|our|your|his|her|its|the own|customers'|members'|village's|clientele|customers|locals|regulars|rest_of_us
      look|looks|looked|looking like|more_like|nothing_like them|us|ours|our_customers|our_clients|our_donors|our_members|our_regulars|the_locals|the_area|the_village|the_community|one_of_us|the_rest !alike
      from|come_from|comes_from|came_from|born|bred|raised|all|lot|people|folk|them over there|yonder
      they|those|them|people|folk|lot .. over_there|from_there|out_there|down_there .. tend|do|don't|never|always|are|have|take|not|know|see|think|treat|work
      somebody|someone|man|woman|lad|girl|person|family|people|anyone|candidate|candidates|applicants .. of|from|with .. old|good|pure|proper|solid|sturdy|local|decent|native|@tribe|@nation .. stock|blood|lineage|line|bloodline|breeding|extraction|heritage|descent|families
      where|what .. get|got|inherit|come .. those|that|your|the|such cheekbones|eyes|nose|hair|complexion|colouring|skin|tan|features|curls|looks|freckles|name
      @nation|@tribe|asian|black|white|foreign or just|only|merely|simply|actually married|by_marriage|adopted|born|one_of
      married into the? name|family
      how|are|is dark|fair|light|black|brown|white|pale|wheatish|swarthy .. you|he|she|skin|complexion
      named|called|name|names|surname|surnames .. like|such_as|as .. patel|khan|singh|mohammed|muhammad|ahmed|abdul*|nguyen|wong|chen|o'brien|murphy|kowalski|ivanov|garcia|rodriguez|jamal|lakisha|cohen|levy|kumar|sharma|okafor|adeyemi
      proper|real|good|old|true|genuine|pure|solid|decent|honest english|british|irish|scottish|welsh|american|australian|german|french|@nation|@tribe|local|village|country stock|family|families|name|lad|girl|lass|man|woman|boy|blood|people|folk|born_and
      shorten|anglicise|anglicize|simplify|change|westernise|adapt|simplified your|his|her|their|that|the|it name|surname|first_name|to_something|to
      something|name easier|simpler|shorter|more_english|more_western|pronounceable .. to|for .. say|call|pronounce|customers|clients|guests|us
      real|proper|actual|original|birth|foreign|given|ethnic|unpronounceable|native name|surname .. you|your|he|she|before|changed|?
      name .. changed|was_it_changed .. from|before|?
      home|family|parents|village|people|roots|relatives|folks back|over|still|all|originally in|home|there|where|from|over .. the_old|old_country|@country|where|the_bush|the_village|your_country|her_country|his_country
      first|second|third|fourth|which -? generation @nation|immigrant|here|migrant|or
      your|his|her|their|that|those|these sort|kind|lot|type|people|tribe|countrymen|compatriots|country|culture|part_of|background|community .. punctual*|time|late|lazy|hard-working|hardworking|honest|women|orders|instructions|authority|work|clever|maths|temper|emotional|loud|clean|smell|spicy|curry
      mixed|dual|mongrel|half -? heritage|race|blood|parentage|caste|breed
      ethnic|minority|diversity|token|quota|affirmative -? hire|hires|box|candidate|tick|appointment|numbers|quota|action_hire
      `,
    said: `you|he|she|they look|looks|looked .. @country|@nation|@tribe|foreign|different|like_them
      blend|blends|fit|fits|pass|passes for|as|in_as a? local|native|@nation|@demonym
      too|enough|plenty|full|overrun|more|another many|of|with|by? .. @demonym|@peoples|@tribe
      @country|@nation|@tribe|@demonym people|person|folk|types|lads|girls|workers|staff|nurses|drivers|guys|ones|lot|crowd|accent|name .. are|always|never|tend|make|work|can|will|would|wouldn't|trust
      like|prefer|prefers|trust|trusts|used_to|warm_to|take_to|comfortable_with|wants|want|expects|expect|favour|favours a|an|the|their|some? @nation|local|white|familiar|@tribe|english touch|face|faces|voice|voices|lad|girl|lads|girls|person|people|name|staff|accent|team|nurse|carer|nanny
      where .. your|his|her people .. from
      
      @tribe|@nation -? stock|blood|ancestry|lineage|descent|line|heritage|extraction|parentage|breeding|bloodline|roots !exchange|market|count|levels|sample|samples|donation|donations|pressure|type|test
      @tribe|@nation|foreign|exotic|tribal|mixed|ethnic .. in|side|somewhere|about you|him|her|family|the_family|your_family|your_blood|background !in_the_team|translation
      bit|bits|touch|drop|trace|dash|hint|part|half|quarter|streak|splash|something of? a|an|the? @tribe|@nation|@country|foreign|exotic|gypsy|viking|celt|celtic|latin|oriental|native|tribal|eastern|african in|about|there|somewhere|?|$|,
      photo|picture|photograph|selfie|headshot .. see|tell|know|show|whether|if .. @nation|@tribe|colour|race|skin|complexion|fair|ethnic*|background|where
      fair|light|dark|pale|swarthy|dusky|wheatish|tanned|olive|brown|black -? skinned|complexion|complexioned|skin_tone|featured|lady|girl|boy|candidates
      what|which|whose tribe|clan|caste|sub-caste|gotra|community|county_family|nation|race|stock|village|mandal|zilla|taluk|native_place|reservation|rez .. you|your|he|she|are|is|from|belong*
      no|not|another|more|too_many|any|prefer|preferably|only|hire|hiring|want|wanted|rather|avoid|stick_with .. @demonym|@tribe $|,|.|;|please|for|in|at|and|or|need|on|preferred|only|candidates|folk|people|lads|types !standards
      not|never|n't .. quite|really|entirely|originally|actually? from|native_to|born|local here|round|around|these|this|the|to
      born|raised|bred and|& bred|raised|born|reared .. here|local|locally|in|@country|@nation|where|?
      go|going|gone|get|fly|nip|back|trips|holidays|visits home|back .. to|every|each|when|how_often|for .. @country|village|old_country|motherland|home_country|your_country|folks|family .. you|your|he|she|his|her|?
      which|what|where .. your|his|her people|folks|forebears|ancestors|family|parents|tribe|grandparents|great-grandparents|lot|kin|clan .. hail|hails|come|came|sail|sailed|arrive*|boat|land|landed|settle*|originate*|from|start|started|originally
      generation|generations|long|ago|years .. your|his|her family|people|folks|parents .. here|country|over|arrive*|came|come|lived
      temper|temperament|passion|blood|work_ethic|timekeeping|time-keeping|sense_of_time|directness|charm|manners|thrift|siesta|mañana|manana .. @nation|@tribe|latin|celtic|mediterranean|from_there|that_part
      `,
    judged: `
      they over_there|from_there|out_there|back_there
      from over_there|out_there|those_parts|that_part|that_neck|that_side|that_end|them_parts
      faces like|that_look|they_know
      over there , you_know
      them lot|people`,
    unless: `pole -? dancer|vault|position|star|barn
      frog|czech|slovak|pole|finn|kiwi fruit|crown|koruna|language|translation
      alien|aliens class|life|film|game|plant|species|vegetation
      national|nationals park|grid|trust|insurance|rail|average|standard|curriculum|team|press|newspaper|account|accounts|charity|health|minimum|living|roll-out|tour|final|holiday|campaign|network
      traveller|travellers rest|cheques|information|visa|accommodation|insurance
      amazigh_studies
      kashmiri|persian|kurdish rug|rugs|wool
      black|white|brown face|faces of|mask|masks|paint|powder
      new face|faces of|in_the_team|joins|join
      home|safe and dry`,
  }),
  ...familyOf("citizenship", {
    firm: `jury service|duty .. you|citizen|citizens|here|called
      stamp|permit|visa|leave|card .. year|years|month|months .. gone|left|more|off|out|train
      year|years|month|months .. on|left_on|of .. stamp|permit|visa|leave_to_remain
      vote|votes|voting .. here|in_this .. says|says_it|all|why|then|even
      one of ours|us|our_own .. on_paper|legally|officially|by_passport
      permanent residents|resident|residency preferred|only|first|over|please|or_citizens|and_citizens
      work_permit|visa|permit|stamp|dependant holders|holder
      citizens|nationals|passport-holders get|gets|have|first|receive|take .. permanent|jobs|posts|preference|priority|first|better|pick
      any|other|another|additional|second|further|more_than_one passport|passports|nationality|citizenship|nationalities .. other|than|besides|you|do|hold
      two|three|both|dual|several|multiple|second passports|passport|nationalities|citizenships
      country of citizenship|nationality|passport|allegiance
      which|what queue|line|lane|channel .. airport|heathrow|border|immigration|passport|arrivals|jfk|dublin
      foreigner|alien|non-citizen|stateless .. law|eyes|paper|legally|officially|technically|state
      in_the_eyes_of_the_law|legally|on_paper|officially foreign|alien|a_foreigner|foreigner
      how|when|where .. acquired|acquire|obtained|obtain|get|got|gained|come_by|came_by .. citizenship|nationality|passport|residency|green_card|papers
      visa|visas|permit|permits|sponsorship|immigration rigmarole|faff|hassle|palaver|nonsense|headache|bother|paperwork_and|circus|lark|business_is
      holders|holder please|need_not|not|only|do|cannot|preferred|will .. not|apply|only|preferred
      oci|pio|pr|visa|green_card|passport|permit|card -? holder|holders|card_holder|card_holders
      insist|insists|want|wants|prefer|prefers|only|expects|take|takes on|for? nationals|citizens|passport_holders|our_own_nationals|locals_with_passports
      how|since long|when .. visa|permit|leave_to_remain|green_card|residence
      your|his|her status permanent|temporary|settled|secure|legal|here|immigration|regularised
      status .. permanent|temporary|settled|or|secure
      us|u.s|american|eu|uk|foreign|british|irish|canadian person|persons by|or|for
      by birth .. marriage|naturalis*|descent|or
      citizen|national|passport|nationality .. by birth|marriage|descent|investment
      not|isn't|hardly|never a|an|actually|really|even? @nation|@demonym|@state , !company|firm|and_american_company
      naturalisation|naturalization|citizenship|nationality certificate|certificates|papers|proof|document|ceremony|test|oath .. your|send|scan|attach|copy|enclose|show|you
      stand|run|eligible for election|parliament|congress|office|dail .. citizen|here|as
      home_office|immigration|embassy|uscis|ircc|inps .. waiting|decision|heard|status|yet
      tied|bound to .. visa|sponsor|permit
      leave|visa|permit|status|stamp|papers|card runs|running|ran|run|expires|expiring|up|lapses|lapse|ends out|next|in|this|soon|shortly|by
      but|yet|though|although|except|curious|nosy|wonder*|nevertheless|nonetheless|still|happier|prefer|rather|better ... citizen|citizens|citizenship|nationality|nationalities|naturalised|naturalized|naturalise|naturalize|subject_of|compatriot*|which_country's|whose_passport|what_passport|which_passport
      which|what|whose|colour|color|kind_of|sort_of passport|passports|nationality|nationalities|citizenship|citizenships .. you|your|he|she|they|hold|holds|held|carry|carries|have|has|travel*|is|are|makes|got
      nationality|nationalities|citizenship .. you|he|she|your|his|her|makes|hold|have|?
      of|to|in what|which|whose country|state|nation|land|crown|king|queen|government .. subject|citizen|national|belong*|loyal*|owe|allegiance|vote*|passport
      country|countries|state|states|nation|nations|crown|land .. are|is|were|been|have_been|become a|an? national|subject|citizen|nationals|citizens|subjects|passport-holder
      a|an|every|any|each|which|what|name|list|all country|countries|state|states|nation|nations .. national|subject|citizen|nationals|passport|citizenship|belong*|loyal*
      national|nationals|citizen|citizens|subject|subjects|passport-holders|passport_holders|passport_-_holders|natives|people of|from this|the|our|that|one's|his|her|your|their country|land|state|nation|republic|realm|crown|kingdom|union|emirate|soil .. only|alone|first|preferred|please|need|required|exclusively|no|and|$|,|.
      vote|votes|voting|voter|ballot here|in_this_country|in_our_elections|in_a_general_election|in_general_elections|in_national_elections|in_federal_elections|in_the_general .. than|only|folk|people|you|he|she|prefer*|rather|?|can|citizen|yet
      can|may|entitled|eligible|allowed|able|right|who|registered to? vote here|in_this_country|in_our|in_a_general|in_national|in_federal|as_a_citizen
      on|with|has|have|without|got|needing|wants|needs|no|sort|proper|your|his|her papers .. folk|people|you|he|she|or|and|sorted|yet|in_order|?|$|for|than|,
      still|yet|only|technically|really|officially|legally|formally a|an|all? @nation|@demonym|foreign|alien|foreigner .. on_paper|on_papers|by_passport|citizen|national|legally|officially|in_law|on_the_passport|or
      on_paper|by_passport|legally|officially|technically|formally a|an|still|just|yet? @nation|@demonym|foreign|alien|foreigner|citizen
      proper|real|true|full|fully-fledged|full-blown|genuine|actual|bona_fide|card-carrying|paid-up|honest-to-god|100% @nation|@demonym|citizen|national|subject|local .. yet|or|still|now|on_paper|passport|by_now|?
      one|some of our|your own? citizens|nationals|countrymen|subjects|compatriots
      when|how_soon|how_long|will|would|planning|plan|intend|intending|going|thought|why|yet|have|has .. become|becoming|apply|applying|applied|get|getting|take|taking|took|go_for .. citizen|citizens|citizenship|naturalised|naturalized|naturalisation|the_oath|nationality|our_passport|a_passport|british_passport|irish_passport
      sworn|swear|swore|take|took|taken|pledge|pledged|oath .. allegiance|oath_of|citizenship_oath|queen|king|crown|constitution|flag !of_the_bible
      born .. citizen|subject|passport|nationality|on_our_soil|on_this_soil|on_american_soil
      natural -? born citizen|citizens|subject|american|irish
      you|he|she|they|candidate .. here|in_the_country|over_here on|under|with|by a|an|some|his|her|what|which|student|spouse|work|any? visa|permit|papers|dependant_visa|leave|sponsorship|stamp|status
      jus soli|sanguinis
      resident alien|aliens
      loyal|loyalty|loyalties|allegiance|allegiances .. country|crown|flag|nation|state|lie|lies|which|king|republic|@country
      fight|side|die|support|cheer for|with .. your_country|which_country|@country|our_country`,
    said: `domicile|domiciled|residency|tax_residence|country_of_residence .. you|your|his|her
      entitled|eligible|qualify|qualifies|claim to|for|a|an? .. irish|british|eu|eea|second|other|foreign|italian|german|polish|israeli passport|citizenship|nationality
      papers|documents|paperwork .. in_order|above_board|legit|legal|kosher|sorted .. you|your|his|her|?
      are|is|become|became|becoming|been|made|sworn_in|actually|yet you|he|she|they|yet|actually|really|even|now? a|an|one_of? full|proper|real|true|british|american|irish|indian|@state|@nation|our|our_own? citizen|citizens|national|nationals|countryman|countrymen !of_parliament|service
      burgundy|maroon|blue|red|navy|green|british|irish|eu|european|american|us|uk|indian|foreign|second|two|dual|commonwealth|third-country|@nation|@country passport|passports .. you|hold*|he|she|only|or|?|preferred|holders|have|has|required|and|in_your
      no|not|without|avoid|never|sick_of|tired_of|hassle|nonsense|faff|bother|headache|rigmarole .. visa|visas|sponsorship|permits|permit|immigration|home_office|green_cards|work_permits .. hassle|nonsense|faff|headache|headaches|bother|candidates|people|cases|types|rigmarole|applicants|folk|lads|lot|holders|problems
      foreigners|foreigner|aliens|non-citizens|non-nationals|non-residents|overseas_nationals|third-country_nationals|expats|visa_holders|permit_holders|immigrants|migrants need_not|not|cannot|please|only|no|will|unwelcome|excluded|or
      no|not|without|never|rather_than|than|over|non|instead_of foreigners|foreigner|aliens|non-citizens|non-nationals|foreign_nationals|overseas_nationals|visa_holders|permit_holders|immigrants|expats !exchange
      home|settled|eu|pre-settled|permanent|indefinite|refugee|asylum|immigration|residency -? office_status|status|residency|leave_to .. you|your|he|she|have|has|only|?|state|required|preferred`,
    unless: `vote here for|on_the
      second-class|first-class|corporate|senior citizen|citizens
      bring|show|upload|scan|copy .. passport|id .. right_to_work|identity
      citizenship papers|classes|ceremony|exam`,
  }),
  ...familyOf("language_accent", {
    firm: `speak|speaking|spoken|learning|had|using the|our|this language|lingo|tongue .. how_long|long|years|since
      how long .. speak|speaking|spoken|had|using .. the|our|this|@language language|lingo|english
      gave|give|got|get|taught|teach you|him|her such|so|that|your clean|good|fine|lovely|perfect|clear|proper|beautiful? .. english|@language|vowels
      like something|someone|somebody|a_man|a_woman|a_character|an_extra out_of|from .. @region|@country|film|soap|peaky|sopranos|braveheart|the
      speaks|talks|sounds|speak|talk|sound like .. out_of|from|in_the .. @region|@country|bronx|sticks|bog|village|valleys|ghetto|hood|farm
      who|have|has|did .. correct*|taught|teach|proofread .. your|his|her grammar|english|pronunciation|accent
      brought_up|raised|reared|grew_up|grow_up with|in|on|speaking english|@language|it|the_language
      mother -? tongue
      foreign|native|strange|unfamiliar|regional|accented|different|ethnic voice|voices|sounding|tongue|tongues
      language|tongue of|in|at your|his|her|the? home|house|childhood|mother|family|parents|hearth
      broad|thick|heavy|strong|rough|harsh|soft|lilting|sing-song|nasal|guttural|foreign brogue|burr|twang|drawl|lilt|vowels|patois|scots|yorkshire|scouse|geordie|accent|dialect|tones|way_of_talking
      talk|talked|talks|speak|spoke|spoken|speaks|sound|sounded|sounds like that|this|them|the_locals|the_natives
      way|manner of speaking|talking|speech .. not|down|grate*|put|customers|clients|members|listeners|guests|suit|go|for|off
      @nation|british|american|local|neutral|english|@region voice|voices|tones|vowels|ear
      your|his|her way_of_speaking|way_of_talking|manner_of_speech|vowels|diction|lilt|twang
      tongue|language|languages|lingo .. dream|mother|mum|mam|mummy|granny|gran|cradle|nursery|sing|sang|lullab*|pray|swear|kitchen|raised|grow_up|grew_up|home|childhood|first_words|parents
      elocution|diction|speech|voice|accent lessons|lesson|coach|coaching|training|class|classes .. you|need|required|consider|prepared|willing|take
      prepared|willing|consider|open|mind|taken|had|need to|taking|take|have|having|some? .. elocution|accent_training|accent_coaching|speech_lessons|voice_lessons
      born|native|mother-tongue|natural|natural-born|true @language speaker|speakers|only|voice
      @language -? born|native|mother
      voice|voices|speech|sound .. place|local|recognise|trust|home|ours|neutral|understand|foreign|posh|tire|grate|grates|put_off|off-putting|easy_on_the_ear|pleasant_to
      accent|voice|speech|english|pronunciation|vowels .. tire|tires|grate|grates|put|puts|annoy|annoys|confuse|confuses|distract|distracts|throw|throws|lose|loses|baffle|baffles|jar|jars|alienate .. listeners|callers|customers|clients|audience|patients|guests|people|members|viewers|pupils
      speaks|talks|speak|talk|talking|speaking .. up_there|down_there|over_there|posh|common|funny|strangely|like_that|through_the_nose|broken|proper|like_a_native|so_fast_in|bbc
      sounding|sound|sounds|sounded .. foreign|common|posh|rough|ethnic|provincial|rural|too_posh|too_common|street|@nation|@region|@demonym
      another|foreign|own|different|some_other|somebody_else's language|tongue .. speaks|translat*|think*|head|first|english
      roll|rolls|rolled|rolling his|her|their|your|those|the r|rs|r's|ars|arrs
      where|what|how|which .. that|the|your|his|her|such|a lovely|charming|gorgeous|cute|nice|delightful|funny|strange|unusual|strong|soft|interesting|slight|wee|little? lilt|twang|brogue|drawl|burr|accent|inflection|way_of_talking|way_of_speaking|vowels|cadence !colour|color|colours|colors|wall|light|lighting|button
      lovely|charming|gorgeous|cute|nice|delightful|funny|strange|unusual|strong|soft|interesting|slight|thick|broad|wee|posh|plummy|sing-song|unplaceable lilt|twang|brogue|drawl|burr|accent|inflection|way_of_talking|way_of_speaking|vowels|manner_of_speech
      learn|learned|learnt|picked|acquired|came_to|took_up|speaking|spoke it|english|the_language|our_language|the_lingo|@language later|late|as_an_adult|in_adulthood|only_recently|at_school|at_night_school|from_books|from_films|off_the_telly|from_television|second|secondhand|later_on
      plain|obvious|clear|tell|hear|evident|noticeable|noticed|apparent .. learned_it|learnt_it|learned_english|learnt_english|not_native|not_a_native|non-native|native|foreign|another_language|mother|accent|not_born|not_raised|not_grow|second_language|translating
      well|nicely|beautifully|properly|poorly|badly|softly -? spoken !contributions|word|for|in_german|of
      well-spoken|nicely-spoken|badly-spoken|poorly-spoken
      home counties|county voice|accent|tones|vowels|english|lady|girl
      posher|softer|clearer|nicer|neutraler|plainer|better|proper|posh|different|neutral|telephone|phone|less_broad|less_regional|more_neutral|cleaner|american|british|english|radio|bbc voice|accent|vowels|diction|pronunciation|speech|lilt|twang .. do|put_on|use|could|can|for_us|please|?|required|wanted|needed|preferred|essential|a_must|on_the_phone|only
      put|puts|do|doing|can_you_do|could_you_do on|a|an? a|an|your? .. posh|posher|neutral|telephone|american|british|proper|different|nicer voice|accent
      sound|sounds|sounded|come_across|comes_across|talk|talks|speak|speaks very|so|too|a_bit|awfully|terribly|quite|right|rather|dead|pure|real|proper|really|bit|little|ever_so|properly @region|@country|@nation|@tribe|@demonym|posh|common|foreign|plummy|street|broad|rough|country|provincial|regional|ethnic
      sound|sounds|sounded like|as_though|as_if .. @region|@demonym|foreigner|tourist|gangster|farmer|newsreader|bollywood|cab_driver|taxi_driver|call_centre|apu|king|queen|navvy|chav|immigrant|off_the_boat|he_was_born|she_was_born|from
      raised|brought_up|bred|schooled|reared|educated|grew_up|grown_up|nurtured speaking|in|on|with|hearing english|the_language|our_language|@language|it|an_english
      born|brought_up|raised|bred in|into|to an? @language -? speaking|medium|language
      convent|vernacular|english|hindi|@language|regional|public-school|missionary|native -? educated|medium|schooled|background|stream
      convent|vernacular|regional educated|medium|schooled|school
      vernacular candidates|types|students|background|lot
      english .. not|hardly|barely|isn't|never his|her|their|your strong|first|mother|best|native|own|real
      think|thinks|thinking|dream|dreams|count|counts in @language|another|her_own|his_own|some_other|what_language
      marbles|plum|mouthful|cotton_wool|potato|gum|pebbles in|of .. mouth|marbles|gum
      with a|an mouthful|mouth_full
      cut .. accent|voice|vowels .. knife
      cut it with
      his|her|their|your ths|th's|r's|w's|v's|vs|aitches|h's|vowels|consonants|rs|s's|tenses|articles|english|grammar|lisp|stammer_on
      @language - speaking home|household|family|country|parents|background|upbringing|mother|school
      esl|eal|efl|tefl|esol type|types|speaker|speakers|person|background|accent|lad|girl|candidate|candidates
      english english|only_english_at_home
      hinglish|singlish|spanglish|denglish|pidgin|patois|creole|mti|tongue_influence|mother_tongue_influence|rgional_accent|ebonics|broad_yorkshire|broad_scots`,
    said: `where .. learn|learned|learnt|pick_up|picked_up|come_by|get|got .. english|language|to_speak|speak
      how .. english|@language .. so|such|good|well|fluent
      voice .. radio|desk|phone|phones|reception|callers|listeners|customers .. posh|proper|neutral|clear|local|regional|foreign|english|british|american|well
      language|languages|lingo .. at_home|kitchen_table|with_your_mother|with_your_mum|with_your_gran|grow_up|grew_up|parents|family|dream|cradle|nursery|first_words
      @region|plummy|posh|cut-glass|clipped|received|mid-atlantic|bbc|public_school|upper-class|working-class|working_class|middle-class|rural|country|farmer's|street|northern|southern|regional|foreign voice|tones|tone|vowels|english|accent|speech|twang|drawl|lilt|burr|patois|brogue|way_of_talking|diction !recognition|translation|agency|literature
      mangle|mangles|mangled|mangling|butcher|butchers|butchered|murder|murders|murdered|chew|chews|swallow|swallows|drop|drops|clip|clips|garble|garbles|slur|slurs|flatten|flattens|trips_over|struggles_with .. english|vowels|grammar|words|consonants|aitches|h's|g's|t's|ths|th's|language|tenses|articles|name|endings|sounds|pronunciation
      ask|asked|asking|had|having|have him|her|them|you to|repeat .. repeat|slow_down|speak_up|himself|herself|everything
      understand|understood|follow|followed|catch|caught|make_out|made_out|got one|half|a|every|barely|hardly|only|about word|words|a_word|one_in|in_three|in_two|in_four|of_what|the_half
      barely|hardly|scarcely|couldn't|can't|cannot|struggle*|strain*|hard|difficult|tough|impossible|work not|to? understand|follow|make_out|catch|decipher|understanding|following him|her|them|you|a_word|what_he|what_she|through|on_the_phone|past|his|her|because_of
      native|near-native|native-like|mother-tongue|first-language|born|natural speaker|speakers|speech|english|@language|command|fluency|ear|tongue|level !app|code|apps
      need|needs|needed|want|wanted|could_do|required .. subtitles|captions|interpreter|translator|phrasebook .. him|her|them|half|to_follow|to_understand|when
      proper|good|real|decent|correct|queen's|king's|oxford|pure|clean|standard|unaccented|accentless|beautiful|perfect|flawless|immaculate|crisp english|@language|diction|speech|pronunciation|elocution .. spoken|speaker|speakers|voice|no|accent|only|must|on_the_phone|like|from
      no|without|free_of|minimal|zero|any|strong|heavy|thick|noticeable|regional|reduce|lose|drop|soften|neutral|neutralise|hide|tone_down accent|accents|mti|twang|brogue|dialect|vernacular|mother_tongue_influence|regional_tones|foreign_tones
      accent -? free|neutral|neutralisation|reduction|training|coaching|less|softening|modification .. you|must|need|required|candidates|please|would|only|voice|speech|english|?|him|her|before|course`,
    unless: `voice recognition|actor|actors|over|-_over|assistant|agent
      speech recognition|to_text|therapist|therapy
      blue|red|green|brand|gold accent
      accent wall|colour|lighting`,
  }),
];
