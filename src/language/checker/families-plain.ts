/** What people ask and say outright, in the ways that most of them would put it. */
import { familyOf } from "./group.ts";

/** The rules. */
export const PLAIN_FAMILIES = [
  ...familyOf("age", {
    said: `what|who|which was|were .. charts|number_one|president|prime_minister|taoiseach|on_telly|in_fashion when you were
      grey|gray|white|silver hair|hairs|beard
      boss|manager|lead|supervisor|colleague|team|lead .. who is|'s|are|was twenty*|half_your_age|younger|young_enough|@yearsold
      under|taking_orders_from|reporting_to|answering_to|work_for|working_for|led_by|managed_by a|an|someone|somebody|people|much|far .. younger|half_your_age|your_junior|junior_in_years|young_enough
      nearer|closer|over|past|beyond|rising|pushing|nudging @agenumber|fifty|sixty|thirty|forty|seventy than|,|i|and|if|or|so
      recent|new graduates|grads only|,
      years|decade|decades older|younger than you|the|everyone|everybody|most|us|our|me|him|her
      already|yet|even|old_enough_to_be born|around|working|alive|at_school|walking when
      first|second|early|latter|later|last|final half|part|third|years of a|their|your|his|her career|working_life
      the|their|his|her|your hair is|was|has|had|'s gone? white|grey|gray|silver|snowy
      finished|left|started school|college|university .. year|before|after|when i|you|we
      too|rather|so|pretty|getting near|close to the|his|her|your? pension|retirement
      @agenumber|18|20|21|25|28|35 to|- @agenumber|24|25|26|28|29|32|33|35|38 .. only|please|max|preferred|ideally
      knocking|getting|pushing on a_bit|a_little|for_this`,
    unless: `retire|retired|retiring|retires an|a|our|the|this|that old|legacy|system|server|service|machine|api|product|mainframe|fleet
      legacy|old contract|system|codebase|service|estate|product .. wind|retire|retired|shut
      birthday off|cake_order|cards
      older people with|and|'s|services`,
  }),
  ...familyOf("family", {
    said: `his|her|your two|three|four|five|six|young|small|little|own children|kids|sons|daughters|boys|girls|twins|child
      any|got|no children|kids|little_ones|dependants|dependents ?|$|at|yet|of_your|,|or
      no|without|free_of caring|family|childcare|parental|care duties|duty|commitments|responsibilities
      is|are there a|any family|kids|children|parents that|who|to .. you|move|consider|think
      with|for|have|has|and a toddler|newborn|small_child|young_child|baby_at_home|kids_at_home|young_kids|little_kids|school-age_child
      hard|tough|difficult|tricky|too_much|a_lot for|on you|him|her|a_parent|a_mother|a_father .. toddler|baby|kids|children|little_ones|family|mother|father|home
      how_many|many are|of_you .. at_home|in_the_house
      mother|father|mum|dad of
      people|someone|anyone|somebody|anybody|folk|little_ones to get|go|rush|hurry|run home|back to
      have|has|had|got|with|of small|young|little|tiny children|kids|ones|child !'s_books
      being|as|is|was|'s|be a|the mother|father|mum|dad|mom|mam|parent of a|an|one|two|three|four|five|six|young|small|#|twins|toddlers
      free|clear of|from childcare|family|domestic|home|parental ties|duties|commitments|burdens|worries|responsibilities`,
    unless: `parents ' evening|evenings
      rota|notice|agenda|list in advance
      parental leave are|is|policy|policies|page|guide
      full house , three|two|#`,
  }),
  ...familyOf("pregnancy", {
    said: `expectant|expecting|nursing|pregnant|breastfeeding mother|mothers|women|mums|applicants|candidates cannot|can_not|should|must|need|may|will|not|are
      touched|stroked|rubbed|patted|held|holding|touching|stroking|rubbing|cradled her|your belly|tummy|stomach|bump|middle
      not expecting , are_you
      you and your fella|bloke|man|partner|husband|other_half|wife|missus .. trying|hoping|planning
      congratulations|congrats on the|your bump|pregnancy|baby|little_one|twins
      not|never to? conceive|get_pregnant|become_pregnant|fall_pregnant|start_a_family|have_a_baby|have_children
      off|away|going|gone on adoption|maternity|parental|paternity leave`,
    wanted: `pregnant women|woman|ladies|applicants|mothers|candidates|staff|females should|need|must|may|will|cannot|can not?`,
    unless: `pregnant with meaning|possibility|silence|threat
      pregnant pause|silence|question
      ewe|ewes|sow|sows|mare|mares|cow|cows|heifer|heifers|goat|goats|bitch|bitches
      baby -? food|wear|sling|slings|clothes|monitor|monitors|products|range|brand|bank|spinach|grand|steps
      fertility plan|plans|clinic|app|trial|of
      parental|maternity|paternity leave are|is|policy|policies|page|guide`,
  }),
  ...familyOf("marital_status", {
    said: `couples|couple|pairs only|preferred|wanted|please|:
      found|met|meet|meeting the right|mr_right|miss_right|special|that_special|anyone_special|someone_special person|one|yet|?|someone
      congratulations|congrats|delighted on|about your|the engagement|wedding|marriage|nuptials|big_day
      your|the engagement|fiance|fiancee|betrothed !plan|rate|metrics|with|survey
      seeing|dating|courting anybody|anyone|someone|somebody|a_guy|a_girl !about
      do|are|still|you live|living alone|by_yourself|on_your_own
      live|living with someone|anybody|anyone|a_partner|your_partner
      before|after|since|until|prior_to the|your wedding|marriage|divorce
      married|single|unmarried|unattached couples|couple|men|women|people|ladies|lads favoured|favored|preferred|only|wanted|please|ideal|welcome|considered`,
    unless: `divorce|divorced|divorcing a|an|the|our|these .. from
      engaged couple|couples !preferred
      single room|rooms|bed|beds|cabin|cabins
      member|client|customer|policyholder tells|told|informs you|us of
      partner of your choice`,
  }),
  ...familyOf("gender_coded", {
    said: `too|so|very soft|weak|gentle|delicate|emotional|nice|timid to|for lead|manage|men|lads|the_lads|a_crew|a_site|boys
      being|be|as|feel|are the only|sole|first|lone woman|man|girl|female|lady|male|bloke|lad
      male|female|man's|woman's|masculine|feminine voice|touch|face|presence|hand|energy !actor|actors|artist
      better|well|best|warm to|with a|the male|female|man|woman|lady
      as a woman|man|lady|girl|female|male|bloke in|on|among|amongst|handle|cope|manage|,|would|could|do|of|with|you
      as women|men|girls|ladies|females|blokes|lads|boys tend|do|will|are|often|usually|always|so_often
      a man's|lad's|boys'|men's|woman's crew|world|job|trade|game|place|team
      keep|keeping it to chaps|lads|men|blokes|boys|girls|ladies|women|fellas`,
    wanted: `seek|want|need|require|hire|prefer|seeking|after|for a|an|two|three|some? strong|fit|young|able-bodied|able_-_bodied|hardworking|good|tall|sturdy|big? male|female|males|females|man|boy|girl !-|voice|model|models|ward|pupils
      the right|best|ideal man|woman|lad|girl|chap|bloke|lady for|would|will|is
      headmaster|headmistress|clergyman|chairman|alderman .. his|her|he|she`,
    judged: `quite|too|so|very|rather|emotional|sensitive .. as|for a? women|woman|girl|lady|man`,
    unless: `manpower plan|planning|agency|services|survey|budget
      salesman of the year
      renamed|name_change|no_longer_called|used_to_be_called
      from foreman|chairman|salesman|headmaster|fireman to
      last|old|former foreman|headmaster|chairman say|think|tell
      ladies and gentlemen in|of|who|at|with
      ninja obstacle|course|turtle|turtles|blender
      aggressive weed|weeds|pricing|tumour|caching|treatment|timeline|timelines|behaviour|customer|patient|dog|dogs
      page one|two|three|four`,
  }),
  ...familyOf("origin", {
    said: `prefer|prefers|preferred|want|wants|like|trust|hire|hires|serve one|some|people|someone|somebody of|from their|our|his|her own !range|brand|products
      people|folks|they|family|relatives at_home|back_home|over_there in @country
      whites|blacks|asians|europeans|caucasians|hindus|arabs|africans|indians|gypsies|travellers|foreigners|locals|brits preferred|only|wanted|please|welcome|need_not|not
      are|is you|he|she|they|that aboriginal|indigenous|native_american|maori|black|asian|white|mixed_race|mixed|roma|romani|gypsy|traveller|latino|latina|hispanic|arab|caribbean|african
      a|another welshman|scotsman|irishman|frenchman|englishman|pole|romanian|bulgarian|turk|greek|dutchman|paddy|taff|jock|scouser|northerner|southerner|dubliner|punjabi|bengali|tamil|sikh .. would|last|work|fit|do|cope|will|here|on
      cannot|can_not|could_not|unable_to|life_of_me|struggle_to|nobody_can|hard_to|impossible_to pronounce|say|spell|read|remember his|her|their|your|the|these? name|names|surname|surnames
      name|names|samarjeet is|are|was|were|'s a? mouthful|tongue-twister|tongue_twister|unpronounceable|hard_to_say|impossible|difficult
      is|'s a mouthful for|to|for_the`,
    judged: `definitely|clearly|obviously|surely|hardly not? a|an smith|jones|murphy|brown|johnson|o'brien`,
    unless: `travelling|traveling|flying|coming|driving from .. train|book|refund|fare|tickets|flight|hotel
      where will|would you be? travelling|traveling|flying|coming
      ewe|ewes|cattle|horses|herd|flock|sheep
      ancestral record|records|land|home|homes|portrait|portraits
      blood culture|cultures|pressure|test|tests|sample|samples|glucose|bank|count|gas
      diploma|degree|certificate|qualification|licence|transcript is|was from
      resident|patient|customer|guest|client|caller|pupil refused|refuses|complains|complained|shouts|shouted|insulted|insults
      module|code|codebase|service|table|system|plant|monolith it|that grew|grown|grows`,
  }),
  ...familyOf("citizenship", {
    firm: `australians|brits|britons|americans|canadians|irish|germans|indians|new_zealanders|europeans|citizens|nationals alone|exclusively|first|preferred !'|line|clause
      on any|a|whatever visa|permit .. binned|rejected|ignored|refused|no|not|need`,
    said: `how_long|how_many_years|since_when have|has|'ve you lived|been|stayed|resided in|here|over this|the|our|here|here? country|uk|us|states|island|?`,
    unless: `digital|corporate|global|active|good citizenship
      alien|invasive|non-native species|plant|plants|weed|weeds
      citizen|citizens 's|'|s? information|advice|assembly|charter|service|services|journalism|science|participation
      visa|mastercard debit|card|cards|payment|payments|terminal|timing|and_mastercard`,
  }),
  ...familyOf("religion", {
    said: `do|would|will|can|could|did you .. eat|touch|handle|drink|taste pork|beef|bacon|meat|alcohol|shellfish !inspection|supply
      your faith|religion|beliefs|belief|god|church|scripture stop|stops|stopped|keep|keeps|allow|allows|let|lets|forbid|forbids|prevent|prevents|require|requires you|him|her|?
      fasts|fasting|fasted|prays|praying for|all|during|through|five|several|a? a|month|day|the|times|whole
      veg|vegetarian|vegan|teetotal|abstinent|celibate|bearded by|for|because_of|on faith|religion|religious|belief
      christians|hindus|muslims|sikhs|jews|catholics|protestants|believers|atheists|buddhists|mormons only|preferred|wanted|please|need_not|welcome|first`,
    unless: `no faith|religion|belief is? needed|required|asked|expected
      church|mosque|temple|chapel spire|roof|organ|hall|tower|bell|bells|window|windows|plumbing|wiring|floor
      as|like|the a|our|style bible
      any diet`,
  }),
  ...familyOf("disability_health", {
    said: `why do|did|are you walk|limp|move|sit|stand|squint|hold|twitch|shake|blink|lean|breathe|speak|stand
      walk|walks|walking|moves|move like_that|that_way|funny|oddly|with_a|slowly|badly
      hands|hand|voice|legs|knees shook|shake|shaking|trembled|tremble|trembling|shakes
      uses|use|used|walks_with|needs|leans_on|carries|wears a|an? stick|cane|crutch|crutches|walking_frame|hearing_aid|hearing_aids|rollator|zimmer|leg_brace|back_brace !to
      put_in|claimed|went|going|been|applied for compo|comp|workers'_comp|compensation|injury_benefit
      bad|rough|hard|difficult winter|spring|summer|autumn|year|patch|time .. cleared|flare|better|over|behind|come_back|health
      was|is|it_was|were chemo|rehab|surgery|depression|burnout|cancer|a_breakdown|dialysis|therapy
      unfit|not_fit|too_ill|too_sick|too_weak|too_frail for|to the|this|a|work|do|job|hold`,
    unless: `signed off your|the|every|all|each|on
      valve was|is|left|open|seat|timing
      symptom|symptoms tell|tells|of a|the|fault|this|your
      diagnosis of the|a|this
      medication record|records|round|rounds|chart|charts|error|errors|review|list_of
      memory leak|leaks`,
  }),
  ...familyOf("genetic", {
    said: `spit|saliva|cheek|swab|mouth -? in|swab|swabs|kit|test|sample .. tube|lab|kit|hr|ours|clinic|results|insurer
      dna|gene|genetic|genome screening|screen|test|tests|testing|sample|swab|profile|panel .. hire|hires|offer|joining|clinic|insurer|drivers|driver|staff|applicants|start|you|your|our
      brca|huntington's|sickle_cell|lynch_syndrome|factor_v|thalassaemia -? positive|carrier|negative|gene|trait|test
      @relative and|or|, .. @relative .. both|had|has|have|got|died_of .. @ailment|cancer|breast_cancer|heart_attack|stroke|diabetes|it
      sugar|nerves|madness|insanity|hearts|bad_hearts|dicky_hearts|diabetes|epilepsy|lung_trouble|chest_trouble|drink in|on|anywhere|either the|your|either|his|her|both|in? family|side|sides|family_tree|house|bloodline
      crops|crop|pops|turns|turn|comes|come up|again anywhere|anyone|in .. family|family_tree|relatives|side
      might|could|will|may|would develop|get|inherit|come_down_with an|a|the|any? illness|disease|condition|disorder|it .. later|one_day|in_later_life|some_day|like
      ancestry|dna|gene|genetic|23andme|heritage|genome .. health|test|kit|report|panel .. result|results|share|upload|send
      share|send|show|see|result|results .. ancestry|dna|genetic|gene|genome health|test|tests|kit|report|results
      men|women|lot|males|all of|in that|his|her|your|the clan|family|line|tribe|lot drop|drops|die|dies|died|go|went at|young|before|by|early
      have|has|get|got it coming|in_store|in_the_blood|in_the_post too|as_well|later|next|yourself`,
    unless: `family history society|societies|archive|centre|library
      gene patent|patents|therapy|editing|expression|sequencing|bank`,
  }),
  ...familyOf("orientation", {
    said: `is|was that|it|this a|your pride|rainbow badge|pin|flag|lanyard|sticker|tattoo|bracelet
      explain|introduce|present your|his|her partner|girlfriend|boyfriend|husband|wife to our|the|guests|clients
      is|was there a man|woman|girl|boy|lad|guy|somebody|lady in your|his|her life|bed
      always|really|originally|actually|ever been|a a? woman|man|girl|boy|lady|male|female
      always|ever|forever your|been name|called|daniel|known|go_by , or|, .. born|something_else|different
      were|was you|he|she born|christened|raised|brought_up something|someone|as_something|as_someone|a_boy|a_girl|male|female else|or|?|,
      a different you|version_of_you|name before|then|once|originally
      pride|rainbow photos|photo|picture|pictures|flag|badge|lanyard|march|parade|pin|group|youth_group|club|choir|network .. personal|not_going|decided|you|your|yours|him|her
      homosexuals|gays|lesbians|transgenders|queers|bisexuals|transsexuals|heterosexuals
      asked|wants|asks|wanted|likes|prefers|insists|insisted to_be|being|on_being called|addressed|known|referred they|he|she|them|mx|as_they|as_mx|'|by
      keep your boyfriend|girlfriend|husband|wife|private_life|love_life|partner .. out|quiet|to_yourself|secret|home|conversation
      you|him|her|your|his liking|fancying|preferring|loving ladies|men|women|girls|boys|lads|guys|blokes|your_own|the_same
      mentioned|mentions|talks_about|spoke_of|brought_up|brought|with his husband|boyfriend
      mentioned|mentions|talks_about|spoke_of|brought_up|brought|with her wife|girlfriend`,
    unless: `orientation starts|begins|day|days|week|session|pack|programme|program
      camp on|site|leader|leaders|counsellor|counselor|fire|bed|beds|kitchen|cook|warden|manager
      summer|training|base|holiday|scout|refugee camp|camps
      benefits|cover|pension|allowance apply|applies|extend|extends
      more men|women to_apply|in_the|into|apply|join|come_forward
      portrait|landscape|screen|page|north orientation`,
  }),
  ...familyOf("politics_union", {
    said: `a|an|total|proper|raving socialist|communist|tory|marxist|conservative|republican|liberal|leftie|trumpist|brexiteer|remainer|nationalist|anarchist by|from|if|i|through|and|,|.|$
      your|his|her take|view|views|thoughts|opinion|opinions|line on the|our? pm|prime_minister|president|government|taoiseach|chancellor|mayor|election|referendum|brexit|trump|modi|labour|tories|gaza|israel|ukraine|monarchy|king`,
    unless: `works council will|sees|reads|signs|has|must|is
      left|right|inner|outer|cross|full|self join|joins
      union type|types|all|query|select|find|operator|of_two|removed
      restricted post
      health|vaccination|marketing|fundraising|advertising|email|poster campaign|campaigns`,
  }),
  ...familyOf("arrest_conviction", {
    said: `did|doing|done|served|pulled|doing a|his|her|some|their? stretch|bird|porridge|time_inside|a_bit_of_bird|spell_inside|community_service !target|goal
      end|side|pair|feel of|inside_of|in a? pair_of? handcuffs|cuffs|cell|police_car|squad_car|dock`,
    unless: `speak|speaks|spoke|argue|argued|present|presented|deliver|write|sing|played|act with conviction
      fall|fire|cardiac|flame -? arrest|arrester|arresting
      police|prison museum|museums|band|federation
      visitors|visits|visit to|at the prison|court
      prison visitors|education|library|teacher|kitchen|visits|chaplain
      court work|usher|clerk|interpreter|reporter|bundle|bundles|date
      mock|moot court|hearing|trial
      help|helps|helped|train|trains|teach|teaches|support|supports|work_with|bake_with .. prisoners|prisoner|ex-prisoners|ex_-_prisoners|ex-offenders|leavers|leaving_prison
      losing|lost|child|parent|partnership|medical|track|patient|customer|cattle|herd|training|safety record|records`,
  }),
  ...familyOf("pay_history", {
    said: `what is|'s|was your salary|pay|wage|package|ctc|day_rate $|?|,|now|at|there|then
      what|how_much is|was|were the bonus|salary|pay|package|rate|commission at|in|with your|the old|last|previous|former|other
      what is|'s|was your base|bonus|hourly|comp $|?|,
      start|started|finish|finished|end|ended|leave|left|come_in|came_in on|with|at .. and_what|money-wise|pay|salary|when_you_left
      what did|do|were|are|'d you start|finish|end|get|leave|clear|draw|make|sitting|stand on|up_on|out_with|there|before
      based|set|worked_out|calculated|pegged .. figure|offer|pay|rate|salary on what .. gave|paid|pays|gives you
      salary|salaries|pay|wage|wages|package|ctc|rate in|at|from|for each|every|all|your|their|previous|the|any former|previous|past|last|earlier|prior|other? post|posts|job|jobs|role|roles|employer|employers
      on_top_of|over|above|more_than|plus|beat|match|better what you|they got|had|earned|made|were|drew|have|earn|get`,
    unless: `pay|pays|paid for a|the|your refresher|training|course|travel|train|lunch|parking`,
  }),
  ...familyOf("military_discharge", {
    said: `why|how|when did your service|time_in_the_army|time_in_uniform|army_career|military_career|time_in_the_forces end|stop|finish|come_to
      let|kick|throw|boot|chuck|kicked|threw|booted|drummed you|him|her? go|out from|of the army|marines|navy|raf|air_force|forces|guard|guards|legion|regiment
      dd-214|dd214|dd_-_214|discharge_papers|discharge_certificate|separation_papers|red_book|certificate_of_service`,
    unless: `drafted|draft a|an|the|any|some|your|this|these|it|letters|contracts|clauses
      discharge from|of hospital|patients|residents|water|the_ward|care|a_ward
      safe|patient|hospital|effluent|water|bed discharge`,
  }),
  ...familyOf("credit", {
    said: `county court judgment|judgments|judgement|judgements came|come|showed|turned|against|came_up|on
      gone|went|go|going bust|bankrupt|under|broke .. personally|you|yourself|?|before
      personally|ever gone|been|went bust|bankrupt|insolvent|broke`,
    unless: `supplier|suppliers|client|customer|debtor|contractor|subcontractor|buyer|tenant|firm|company|retailer|publisher who|that|has|had|goes|went .. bankrupt|bust|insolvent|under
      credit memo|memos|note|notes|union|unions|control|controller|committee|line|risk|policy|transfer|module|insurance
      straight|paid|payment|direct to|into your|his|her? bank|account
      part|parts|piece|area|feature|launch|bit .. did|do you own`,
  }),
  ...familyOf("height_weight", {
    said: `minimum|min|maximum|max|at_least height|weight|waist|bmi
      lose|shed|drop|losing|shedding a|some|few|couple_of? bit|weight|pounds|kilos|stone|lbs|timber !of_time|data|money
      short-arse|shortarse|short_-_arse|titch|lofty|midget|dwarf|pipsqueak|half-pint|half_-_pint
      found|thought|finds|thinks|reckons|considered you|him|her|them a|rather|quite|too|somewhat|very wee|little|tad|bit|touch? heavy|fat|big|large|short|tall|thin|skinny|plump|chubby|wide
      do|does|take|want|hire|employ|need not? chunky|chubby|fat|skinny|plump|fatties|short|curvy !change|changes`,
    unless: `what|how_much|which weight .. give|attach|put|carry|assign|apply|carries
      set|adjusts|adjust|adjusted|adapted|fits to your|any|each height
      weigh|weighs|weighed|weighing more|most|less|heavier with|against|to_you|in_your|with_you
      thin|light|heavy|short on
      weight to|of|against price|quality|evidence|cost|argument|opinion
      most|more|less|equal|enough weight
      what|which|good|bad|poor shape was|is|were|are it|the|this
      car|park|door|doors|ceiling|shelf|shelves|bridge|headroom|desk|desks|bay|lorry|vehicle|fence .. height
      any|every|adjustable height
      diet you keep|follow|need|have`,
  }),
  ...familyOf("language_accent", {
    said: `from|within|after|at the|his|her|your first word|words|sentence|syllable .. not|foreign|elsewhere|from|native
      cut-glass|cut_-_glass|plummy|posh|refined|standard|neutral|crisp|bbc|queen's|king's|clear_english|well-spoken voice|vowels|speech|english|accent|way_of_talking|way_of_speaking|pronunciation
      the|your|that|his|her way you|he|she|they sound|sounds|talk|talks|speak|speaks|pronounce
      sound|sounds|sounding like|as_if|as_though they|he|she|you|someone grew|come|comes|came|were|was|is|are
      hear it|he|she|you|that .. not .. spoken|first|mother|native|at_home|round_the
      standard|proper|general american|british|english|irish? way|manner|style of talking|speaking|speech`,
    unless: `accents in|on|over the|your? proper|right|letter|letters|name|names|place|e
      name right|correctly`,
  }),
  ...familyOf("age_coded", {
    said: `still sprightly|spry|nimble|lively|sharp|quick|energetic|active|game|mobile enough|for|at|and
      baby-faced|baby_-_faced|fresh-faced|fresh_-_faced|wrinkly|grizzled
      too|so|very|rather mature|senior|experienced|old|grown-up|grown_up for|to our|the|us|this|a|fit|be crowd|bunch|lot|team|gang|crew|start-up|office|in|here|?
      more of a veteran|elder|dad|mum|grandad|grandma`,
    unless: `graduates|beginners|starters|leavers and|or those|people|returners|anyone|career
      commissioner|services|care|support|charity|home|homes|housing|advocacy for|of|to older people
      copies|copy|version|form|forms|keys|cards|files|ticket|tickets|badge|link .. old
      old one|ones drops|drop|smudged|expired|is|are|was|were|no_longer`,
  }),
  ...familyOf("ability_coded", {
    said: `totally|completely|utterly|absolutely|plain|downright|a_bit|bit insane|mad|crazy|nuts|mental|bonkers|psycho|bipolar|schizophrenic|deranged|demented
      most|so|proper|pure|that_was mental|insane|bonkers|mad service|shift|night|day|place|week|job|customer|you
      idea|plan|week|day|shift|month|hours|code|deadline|price|prices is|was|were|are|looks crazy|insane|mental|nuts|bonkers|mad|lame|retarded|psycho
      madness|insanity|lunacy
      eyes|ears|legs|sight|hearing|fitness|body|lungs like|of a|an hawk|eagle|bat|athlete|ox|horse|racehorse|marine
      fully|super|perfectly|physically fit|able|healthy|able-bodied|able_-_bodied !for_use
      hale and hearty`,
    unless: `stand|standing .. or sit|sitting|seated
      sit|sitting|seated .. or stand|standing
      lame cow|cows|duck|ewe|ewes|horse|horses|sheep|calf|hoof|-
      blind spot|spots|test|tests|trial|review|copy|taste|tasting|study|alley|audition|marking`,
  }),
  ...familyOf("culture_fit", {
    said: `not|never invite|have|want|ask|bring him|her|them .. barbecue|bbq|wedding|party|house|home|dinner|table|birthday|pub
      no egos|bores|prima_donnas|drama|dickheads|jerks|snowflakes
      we|all|team|office are|is|'re|like? a|one|like_a|like_one big? happy? family $|here|and|,|at_work
      anyone|somebody|someone|people|folk|person|those|ones we|i|you|they|the_team .. would|could|might|'d|can have|share|enjoy|sink|go|grab .. pint|beer|drink|curry|pub|beers
      what do you do for fun|on_a_friday|of_an_evening|when_you_are_off .. we|hang|lads|team|crowd|?
      what|which music|bands|team|songs|telly|shows|club do|would you like|have|play|follow|support|watch|listen|put
      who do you support|follow|cheer_for
      our|the in-jokes|in_-_jokes|group_chat|banter|sense_of_humour|wavelength
      did|does|do|would|could not? feel|see|sense|have|find|get|picture a|the|any|that|much|you|him|her? spark|chemistry|click|connection|gelling|gel|fitting_in|fit_in
      share|sharing|stuck|spend|spending|sit|sitting|do|doing a|an|on|through? night_shift|long_shift|lift|office|van|cab|train|flight|stakeout|lunch|whole_day|week with him|her|them|you
      fancy|picture|imagine|see|stand|bear sharing|working|being|sitting|spending .. with him|her|them
      see|sees|find_out if they|we|the_team|you_all|people like|take_to|warm_to|click_with|get_on_with you|each_other|him|her
      did|does not feel|seem|look|sound|strike .. like|as? a|an|one_of? ours|us|our|good|natural|real|right? fit|person|match|one
      not|never a|the|our|quite good|right|natural|great|real|cultural? fit`,
    unless: `nobody|no_one has|have|needs|need|must to?
      chemistry paper|exam|marks|lesson|set|degree
      pub|bar|cafe|coffee next_door|opposite|downstairs|nearby|across|is_next|which_is_not_scored|before
      not scored|assessed|part_of_the
      gel photo|photos|electrophoresis|pack|image|coat|plate|run|lane
      store|shop|stock|stocks|keeps|keep the right|same kind|size|sort`,
  }),
  ...familyOf("personality_verdict", {
    said: `lacked|lack|lacks|lacking|without|more|enough|any|zero charisma|backbone|spine|warmth|personality|gumption|drive|grit|oomph|spark|sparkle|presence|gravitas|guts|confidence !interval|intervals
      found|thought|felt|considered|finds|thinks you|him|her were|was|came_across_as|to_be|as? rather|quite|too|very|a_bit|somewhat|a_little @adjective|quiet|nervous|reserved|soft|flat|loud|intense|serious|cold|dull|odd
      a|such_a good|bad|rotten|tough egg|apple|sort|cookie at|in|of|,|.|,|$`,
    unless: `real case|cases from|of|with|on
      stiff piece|mix|dough|board|hinge|spring
      flat taste|white|pack|roof|rate|battery|tyre|tire|beer|finish|tariff|panel
      discuss|discussed|explained|answered|presented|spoke .. with confidence
      confidence interval|intervals|level|levels`,
  }),
];
