/** Likeness in place of reasons, and verdicts on people. */
import { familyOf } from "./group.ts";

/** Words of people's work, which a judging word may describe instead of them. */
const WORK = `answer|answers|example|examples|question|questions|design|designs|plan|plans|solution|solutions|approach|approaches|handover|case|cases|point|points|code|idea|ideas|query|queries|part|bit_of|way|email|emails|mail|tone|message|talk|presentation|slide|slides|diagram|index|estimate|estimates|evidence|test|tests|task|tasks|trade-off|trade-offs|topic|start|area|areas|section|report|letter|argument|reasoning|case_study|structure|summary|write-up|script|deck|cv|portfolio|explanation|customer|client|stakeholder|caller|patient|guest|pupil|vendor|supplier|problem|situation|conversation|bug|deadline|deadlines|schedule|timeline|numbers|grammar|spelling|writing|notes|commit|commits|work|references|reference|feedback_on|handling|coverage|knowledge|understanding|command|grasp|on_the|on_paper|about_the|with_the|in_the_second|in_the_first|sql|python|maths|detail|details|results|result|score|scores|claim|use|choice|choices|role-play|role_play|call|pitch|close|opening|essay|sample|exercise|page|layout|caching|skill|skills|cookie_policy|contract|contracts|meter|device|devices|home|data|storage|path|calls|start|fix|copy|pass|spot|spots|link|links|signal|password|typing|password_policy|delete|limit|limits|launch|release|landing|skills_gap|water|drink|drinks|weather|food|handed|hand|room|office|desk|water|chain|storage|reception|lead|leads|light|lights|lighting|calendar`;

/** The rules. */
export const VERDICT_FAMILIES = [
  ...familyOf("culture_fit", {
    said: `culture|cultural|cultured|team|personality|company|social|values|vibe|family|gang|chemistry|mindset|attitude -? fit|match|misfit|mismatch|fitness|add_for_us|compatib*|fits
      fit|fits|fitted|fitting|match|matches|mesh|meshes|meshing|meshed|gel|gels|gelled|gelling|suit|suits|suited|blend|blends|blending|slot|slots|slotting|belong|belongs|click|clicks|clicked|clicking|vibe|vibes|vibed|jell|jelled|jelling|mix|mixing|integrate|bond|bonded|connect|assimilate ... culture|gang|family|us|bunch|crew|crowd|tribe|vibe|atmosphere|ethos|lot|clan|lads|team|office|guys|squad|girls|boys|here|personality|dynamic|mould|mold|group|house_style !the_data|curve
      fit|fits|fitting|fitted|blend|blends|blending|slot|slots|slotting in|right_in|straight_in|here|well_in|well_with|around_here|in_here|the_mould|the_mold|our_mould|our_mold|the_part|the_vibe|our_vibe|with_us|in_with|perfectly_in|nicely_in|with_the_lads|with_the_team|with_the_gang|into_the_gang|into_our|into_the_team
      just|simply|somehow not|isn't|wasn't a|the|quite|really? .. fit|match|right|us|one_of_us|click
      not a|the|our|quite|really|much? fit|match|our_type|our_sort|our_kind|one_of_us|us|team_material|acme_material|for_us|our_cup !into
      hire|hiring|recruit|select|hired|hires for|on fit|attitude|vibe|gut|personality|culture|chemistry
      chemistry|vibe|vibes|gut|spidey|rapport|karma|aura !teacher|lab|graduate|degree|phd|set|technician|department|coding .. says|say|said|feel|feeling|off|with|good|bad|was|is|great|$|,|.|team|right|check|just|between|there|instinct|tells|reaction|not|no|wrong|room|about|sense
      gut
      beer|beers|pint|pints|pub|karaoke|five-a-side ... you|test|crowd|lads|us
      you ... pub|pint|beers|beer|karaoke
      airport|beer|pub|sandwich|coffee|elevator|lift|barbecue|bbq|pint|stuck-in-a-lift|desert|layover|plane -? test|rule|question
      passes|passed|fail|fails|failed|pass the beer|pub|airport|pint|bbq|barbecue|vibe|coffee|desert|elevator|friday
      stuck|stranded|trapped|seated|sitting|sit|snowed in|at|with|next|on an?|to|him|her|them? .. airport|lift|elevator|train|plane|car|desert|island|him|her|flight|them
      one|some of us $|,|.|at|really|, !will|can
      people|person|someone|somebody|think|thinks|looks|look|act|acts|laughs|talks|drinks|plays|lives|more|just|much|bit|not|nothing like us|ours|ourselves|the_rest_of_us|we_do|me !to
      our|my|this|the_usual|usual|same|right|wrong kind|type|sort|cup_of_tea|tribe|people|lot|bunch|crowd|gang|crew|vibe|wavelength|mould|mold|style_of_person of_person|of_people|of_guy|of_guys|of_candidate|of_man|of_men|of_woman|of_women|of_girl|of_lad|of_lads|of_thinker|of_humour|of_humor|of_background|of_hire|of_mind|of_engineer|of_worker|of_character|of_folk|of_fun|of_vibe|$|,|.|?|and|,|at_all|does|person|people|guy|really|that|here|if|is|are|like|would|in|to|around
      five-a-side|five-aside|fivea-side|golf|rugby|cricket|football|pub|drinking|karaoke|gaming|gym|stag|poker|running -? crowd|team_chat|lot|gang|lads|chat|banter|buddies|mates
      mini -? me
      mini-me|carbon_copy|clone_of|doppelg*|spitting_image
      sold|knew|decided|convinced|hooked|made_up_my_mind|won_over|smitten .. first|in|within|after|before|instantly|straight|minute|moment .. minute|minutes|seconds|handshake|away|sat_down|second|hello|impression|opened|walked
      from the moment|minute|second|handshake|off|get-go
      in|within|after the? first|five|two|ten|thirty seconds|minutes|minute .. knew|sold|enough|told|sure
      get|gets|got|getting on|along well|like|great|famously|so_well
      hit|hits|hitting it off
      house on fire
      stick|sticks|sticking|stuck|stood|stand|stands|standing out|out_like .. mile|sore|thumb|here|on_this_team|in_this_team|among|in_our|in_the_office|like
      sore thumb
      material for us
      felt|feels|feel|seemed|something|somehow .. off|not_right|odd|weird|strange|meh|icky $|,|.|about|to_me|hard|though|but|and
      one of the gang|lads|family|boys|girls|team_already|crew|us
      picture|imagine|see|seeing him|her|them|this_one .. at|in|on|with|among our|the|a|us ... do|party|night|team|office|outing|floor|crowd|table|lads|gang|offsite|drinks|social|lunch|group
      something .. off|not_quite|about_him|about_her|about_them|bothered_me|bugged_me
      finger on it|why|what|exactly
      ca|can|could|can't|couldn't|cannot|hard|difficult not|never|to quite? explain|say_why|put|articulate|describe|define|pin|place .. but|why|into_words|finger|it|down|exactly|$
      just|simply|somehow|never|really|instantly|immediately|we|i|us|everybody|everyone|not|did did? not? click|clicked|gel|gelled|connect|connected|warm|warmed|vibe|vibed|feel_it|felt_it|get_him|get_her|loved|adored|liked|hit|bond|bonded|spark !on|the|into|through|it_up_with_the_api|to_the
      no|lacked|missing|zero|real|instant|great|lovely|bit_of|good spark|chemistry|rapport|click|connection|vibe|electricity|banter|warmth_between
      i|we|everyone|everybody|team|panel|all|whole_team just|really|all|absolutely|instantly|both? liked|loved|disliked|warmed|like|love|adored|adore|took|took_to|clicked|hated to? him|her|them !work|answer|idea|how|that|for|solution|use|talk|approach|code|way|point|design|question|questions|answers|example|examples
      would|will|not|be|he'd|she'd|so|great|good|real fun|laugh|great|nice|good_company|a_laugh|a_riot|a_hoot to_work_with|to_have_around|company|around|to_be_around|on_a_night|at_the_pub|in_the_office|craic
      fun|nice|great|good|lovely|pleasure to_be_around|to_have_around|person_to_be|craic|crack|banter|laugh|company|to_hang
      good|great|bad|right|wrong|strange|weird|off|positive|negative|odd|creepy|cool|nice|iffy|funny|warm|dodgy|not_the_right|best vibe|vibes|energy|feeling|aura|impression|juju|karma|feel .. about|from|off|around|$|,|him|her|here|and|for|in|.|with
      gave|gives|got|get|getting|has|picked_up me|us|the|a|an|off|weird|that? .. vibe|vibes|ick|creeps|feeling|energy|heebie
      remind|reminds|reminded me|us of
      remind|reminds of me|us|myself|my_younger|the_founder|our_founder|a_young
      see|saw|recognise|recognised myself|ourselves|younger_self|my_younger
      younger self|me|version of
      friends|mates|pals with|outside|material|in_real|of_ours|already
      same uni|school|club|college .. everything|as|and
      went to|supports|plays|likes .. same|my_old|our .. school|uni|university|college|team|club|music
      alma mater
      too|so|very|bit|little|completely|just|nothing different|unlike|corporate|academic|posh|quirky|formal|serious|straight-laced|buttoned-up|public-sector|suit-and-tie|old-world|nerdy|polished|stiff|highbrow|mainstream|earnest|worthy|provincial|un-us from|for|to us|us|our|the_lads|the_team|this_team|here|this_place|this_office|a_start-up|a_startup
      different from us|the_rest|the_team|everyone
      would|will|might|could|not|n't|won't|wouldn't|can't|cannot|struggle|see not|to|him|her|them|really? get_on|get_along|getting_on|getting_along|fit|mesh*|gel*|blend*|last|survive|enjoy|feel_at_home|be_comfortable|be_happy|cope_with_the_banter|take_a_joke|settle|thrive|mix|slot*|bond|click|belong .. us|lads|guys|here|five_minutes|a_week|banter|crowd|gang|lot|crew
      part of the? family|furniture|gang
      like|one|our|a|work big|happy|little|work? family|one_big_family|a_family !business|run|law|support|doctor|- run|holiday|plan|room|friendly|- friendly|history|tree|court
      big|little|happy|tight-knit|close-knit|mad|crazy|merry|happy_little|close|wee|work family|gang|clan|tribe|bunch|crew|band|posse
      tight-knit|close-knit|tightknit
      x -? factor
      je ne sais
      it -? factor
      someone|somebody|person|anyone|people .. we|you|i|they .. pub|beer|drink|friday|pint|like_to|like_having|like_around|like_as|hang|enjoy|want_to|want_around|want_in|want_beside|want_with|want_at|spend|get_on|click
      banter|craic
      laugh|laughs|laughed|laughing at|with|like .. jokes|us|our
      personality|values|culture -? fit|match|clash|alignment|wise|aligned
      right|correct|wrong|good|proper attitude|personality|mindset|mentality|energy|spirit|dna|vibe|outlook|kind_of_person|sort_of_person|type_of_person|people
      not for us
      just not us|one_of
      wrong side of .. us
      would|will|might|could|can|feel|feels|felt|be not? .. at_home|right_at_home|comfortable_here|one_of_us|part_of_us
      comfortable .. here|with_us|among|around_us
      left|leaves|leave a|an bad|good|strange|odd|sour taste|feeling
      just|somehow|simply|instinctively felt|feels|feel|knew .. right|it|wrong|off|comfortable|one
      trust|trusted|trusting|go_with|going_with|went_with|follow|following|listen_to my|the|our gut|instinct|instincts
      spend time|an_evening|an_hour|a_weekend|eight_hours|a_day|all_day with
      socially|social misfit|awkward
      mix|mixes|mixing with|well .. lads|us|team|crowd|others_here
      odd|strange|fish one|bird|fish|out
      fish out of
      takes|taking|take to drink|the_pub
      drinks|drink|party|partying|socials|socialising|nights_out .. us|team|part_of|love|must|fridays|thursday|keep_up|after_work|hard|with_us
      polished|corporate|rough|rough_edges .. for_us|for_our|for_this
      love|likes|loves|enjoy|enjoys|up_for|into .. beer|pint|drink|banter|pub|nights_out|craic|party|laugh !brewing
      think|thinks|look|looks|laugh|laughs|act|dress|dresses|talk|talks like us|we_do|the_rest|one_of_us|ours
      like -? minded
      likeminded|like-minded
      bring|brings|bringing|bring_in the|good|positive|great|right|fresh vibes|vibe|energy|spirit`,
    judged: `misfit|vibe|vibes|gut|banter|wavelength|gel|mesh|clicked !the_curve|of_the|in_the_data|for_the_model|test|tests|through|the|on
      beer|beers|pint|pints|drink|drinks|coffee|dinner|lunch|barbecue|bbq|curry|weekend|holiday|road_trip|long-haul|flight|ski_trip|pub|desert_island|karaoke|golf|five-a-side ... with|him|her|them|he|she|test|us|person|stuck|team|enjoy|crowd|lads|who|fail*|pass|passed|passes
      for|with our lot|bunch|people|gang|crowd|lads
      liked|loved|warmed_to|adored her|him|them|the_guy|the_girl
      boring|dull|quiet|nerdy|square|straight|posh|different|corporate|serious|stuffy|formal for our|us|this|the_lads|the_team|our_lot`,
    unless: `level|plumb|straight and|, square
      units|kitchen|kitchens|tiles .. square
      our stock
      holiday pay|cover|rota|request|requests|allowance|calendar|let|lets|cottage|club
      we|i liked your
      square .. wall|corner|corners
      wall|walls|corner|corners .. square
      pub fight|fights|brawl|lunch_trade|lease|quiz
      pint of bitter|milk|stout|ale|blood
      stop*|challeng*|report*|tackl* .. banter
      would have a
      quality|safety|security is in
      everybody|nobody|customers|users|people|who like|likes|dislike|dislikes|liked|disliked them
      says|said|comment|write|wrote|manager|colleague|someone|anyone|when .. not_a_culture|culture|vibe|fit .. you|answer|evidence|ask|respond
      a manager says
      cell|yeast|tissue|bacterial|blood culture|cultures
      over|under - fitted|fit|fitting
      over-fit*|overfit*|best-fit|best_fit_line|curve
      fit|fitted|fitting -? out|outs|kitchens|kitchen|bathrooms|windows|boilers|locks|tyres|tires|brakes|carpets|blinds|smoke|alarms|meters|panels|a_model|models|the_model|a_curve|a_line|cupboards
      fits|fit|suits|suit you best|better|your_diary|your_calendar|your_schedule|the_slot|between|everyone's|into_a|into_the|on_one|in_the_box|within|the_budget|our_budget|in_memory|on_the_page
      time|times|slot|slots|hour|hours|date|day|dates .. fits|suits|suit|fit|works
      fit the|a|for old|new|data|curve|model|mount|pump|pipe|screen|budget|page|line|regression|purpose|part|seal|frame|points|evidence
      fit|fits|fitted|fitting in memory|ram|cache|the_box|the_frame|one|two|under|on|a|into
      fit for purpose
      dates|date|times|numbers|figures|sums|bracket|pipe|pump|screw|part|plug|key|lid|file|data|solution|curve|model|table|panel|pane ... fit|fits|fitted
      fit test|testing|note|to_work
      his|her|the|their|that answer|answers|solution|example|data|key|part|plug|bracket|pipe|schema|module fits|matched|fit|fitted|matches
      matched|matches|match #|two|three|four|all|most|none|every|each .. points|rubric|criteria|of
      would|does|how|where this|the|that|it|our .. fit
      rubric|scorecard|criteria
      retrofit
      not|did felt the? weight
      leaves|leave|left a good|buffer
      chemistry teacher|degree|lab|technician|phd|graduate|department|lessons|set|a-level|of_the_battery
      product|market|product-market|product_/_market -? fit
      airport|pub|hotel|beer|coffee|golf security|operations|manager|staff|terminal|brand|garden|festival|shop|machine|lounge|check-in|transfer|course|chain|group|kitchen|company|supply|tasting|landlord|brewing|cellar
      elevator|lift|coffee pitch|engineer|machine|shop
      sense|family|family-run|town|square|main|market square|of_humour_in|meal
      square root|metre|metres|feet|brackets|payments|kilometre|foot|mile|miles|number|matrix|footage|with_the|the
      how do|would|did you .. fit .. model|curve|data
      how would|do|did you|we .. build|improve|keep|measure|change|shape|describe|define .. team_spirit|culture|morale|feedback
      culture change|of_the_company_in|shock|secretary|magazine|ministry|minister|editor|section|survey|team|deck
      company culture is|in
      click on|the|through|rate|-_through|button|here|this|link|-_to|and_collect
      clicked on|the|through
      connect|connected|connects|connecting to|the|with_customers|two|via|by|it|a|all|our|your|through
      slot|slots in|into|at|on|for|free|machine .. calendar|thursday|monday|tuesday|wednesday|friday|morning|afternoon|week|pm|am|diary|rota
      file|code|config|function|logic|data|that belongs
      belongs to|in a|the|module|customer|service|class|layer|tenant|another
      liked|loved|enjoyed .. because|how|when|that
      band|crew of|members|manager|schedule*|rostering|cabin
      ground|cabin|flight|film|camera|maintenance|road crew|crews
      team lunch|lunches|on
      lunch|coffee|dinner is|will_be|provided|break|with_the_panel|rush|service|cover|voucher|menu|on_the
      have|join us|you for|to_us_for lunch|coffee|dinner
      hard to say
      bring your|a|id|laptop`,
  }),
  ...familyOf("personality_verdict", {
    judged: `he|she|they|candidate|who|also|bit|rather|very|quite|so|really|such|pretty|somewhat|extremely|incredibly|super|totally|a|an|too|fairly|terribly|awfully|deeply|utterly|completely|painfully|clearly|obviously|just|generally|basically|definitely|hopelessly|far_too|much_too|overly|slightly|little|frankly|plain|plainly|downright|wildly|almost|naturally|inherently|insufferably|borderline|properly|bloody|damn|right|real|proper|true|total|complete|absolute|utter|massive|bit_of_a|bit_of_an|typical|classic|born|natural|total|not|kind_of|sort_of|one|that|this|what_a|as @adjective|@noun !${WORK}|about_the_salary|where|when
      @be|@seems|been|being|came_across_as|'s|seemed_to_be|struck|came_over|comes_over|came_off .. @adjective|@noun !${WORK}
      found|find|thought|think|call|called|rate|consider|considered|made|makes him|her|them|this_one|the_candidate|candidate .. @adjective|@noun
      ^ @adjective|@noun !${WORK}
      @adjective|@noun ,|and|but|or|& .. @adjective|@noun !${WORK}
      @adjective|@noun ,|.|and|but|though|- .. would|will|no|not|hard|pass|hire|next|i|we|wouldn't|can't|guess|think|if_you|typical|wants|for|who|thinks|vibe|to_work
      @adjective person|type|sort|guy|girl|bloke|man|woman|character|individual|soul|personality|temperament|nature|manner|attitude|attitudes|demeanour|demeanor|streak|side|vibe|disposition|kind|lad|chap|lady|creature|presence|energy|ego|human|piece_of|git|sod|so-and-so|customer|fish|one|bunch|cow|bugger|lass|fella
      the @adjective|@noun|quiet|loud|big|type|sort|kind|silent sort|type|kind|who|of|one
      bit|bits|touch|piece|something|hint|nothing|bundle|ray|bag|load of? a|an|the|nerves|work|charm|laughs|sunshine|hot_air? !gap|delay|stretch|wait|pause|rush|problem|struggle|risk|challenge|jump|detour|surprise|slog|mess|tangent|stumble|mystery|concern|worry|commute|mix|mixture|blank|guess|start|fight|backlog|lag|bug|queue|background|history|time|work_on|help|code|drop|squeeze|distance|walk|trek|drive|gamble|disappointment_in|letdown_on|non-answer|cliche|non_sequitur @adjective|@noun|drip|lad|lass|dad|granny|wally|prat|nightmare|handful|princess|lump|wag|slippery|cold|odd|funny|closed|open|damp|smug|dark|loose|live|wet|right|know|martyr|moaner|yeller|lone|one-off|card|character|terrier|rottweiler|puppy|hedgehog|robot|type|plank|muppet|politician|salesman|peacock|dinosaur|steamroller|bull|mouse|tyrant|smart|wind-up|dreamer|drama|soft|hard|people|wannabe|control|chatter*|wall*
      bit of a|an !gap|delay|stretch|wait|pause|rush|problem|struggle|risk|challenge|jump|detour|surprise|slog|mess|tangent|stumble|mystery|concern|worry|commute|mix|mixture|blank|guess|fight|backlog|lag|bug|queue|background|history|drop|squeeze|distance|walk|trek|drive|gamble|disappointment|letdown|non-answer|cliche|dive|deep|review|refresh|break|debate|chat|discussion|shame|pity|while|detail|weak|shortcut|hack|workaround|stretch|step|shift|change|leap|hurdle|setback|lull|tour|pattern|theme|tie|toss-up|muddle|tussle|long|short|late|rough|slow|big|small|tricky|messy|confusing|generic|rambling|vague|thin|difficult|hard|gamble|looker|stunner|dinosaur|lump|porker|big|beauty|hunk|culture|vibe
      written all over
      through and through
      lack|lacks|lacking|lacked|no|without|short_of|missing|needs|zero|little|not_much|not_enough|devoid_of|has_no|wants_for|short_on|low_on|light_on|bereft_of|sorely_lacking|any|much|more|enough|some|limited @virtue !in_the_project|for_the_role_was_stated
      bags_of|oozes|oozing|full_of|radiates|plenty_of|great|real|such|tons_of|lots_of|buckets_of|ounce_of|shred_of|serious|major|huge|massive|big|enormous|inflated|fragile|bad|poor|wrong|terrible|stinking|rotten|good|fantastic|excellent|strong|weak|nice|cold|warm|winning|natural @virtue
      lack|lacks|lacking|lacked|devoid|bags|oozes|oozing|radiates|ounce|shred|has|have|had|got|with|real|serious|huge|massive|enormous|inflated|fragile|bad|poor|terrible|stinking|great|such|no of|a|an|any|in|much|enough|real|the|big|great|bad|huge? .. @virtue !of_the_project|to_change
      personality|charisma|gravitas|likeable|likable|attitude|ego|egos|demeanour|demeanor|temperament|aura|x-factor|presence .. $|.|,|problem|issue|bigger|size|is|was|of|for|needs|lacking|adjustment|big|stinks|all_wrong|bypass|wise|clash|will|would|too|not|poor|in_the_room|matters
      not|never|hardly|no|isn't|wasn't a|an|the|exactly|really|much|naturally|what_i'd_call? .. @noun|@adjective|leader|team_player|people_person|finisher|doer|thinker|salesperson|closer|fighter|sharpest|brightest|quickest|warmest|most_charismatic|friendliest|easiest|type|rocket_scientist|einstein|self-starter|natural|leader_type|liveliest|strongest_character|oil !${WORK}
      sharpest|brightest|quickest|warmest|friendliest|liveliest|most_charming|nicest tool|knife|bulb|person|pencil|light|of|bunny|people
      sandwich|sandwiches short
      all mouth|talk|show|hat|ego|style|front|bark|piss|flash|sizzle|charm
      style|talk|mouth|show|flash|sizzle over|but|and|no|without substance|trousers|no|action|walk|steak
      blow|blows|blew|toots|toot @theirs|own trumpet|horn|own
      loves|love|likes|enjoys|enamoured|in_love the|with|of? sound|himself|herself|themselves|own_voice|drama|limelight|attention|to_hear
      thinks|think|believes|reckons|acts_like|acts|behaves @they|very|he|she|a_lot|highly|the_world|too_highly|like|as_if|as_though .. is|god|better|smarter|best|himself|herself|owes|revolves|above|superior|owns|own|bees|cat's|know|knows|entitled
      know|knows|knew -? it|everything -? all|all|better
      full of him|her|them|himself|herself|themselves|it|hot_air|beans|bluster|shit|crap|bull|energy|life|charm|ego
      up @theirs own|himself|herself
      too big for|clever_by|clever_for|nice_for|cool_for|good_for|smart_for|quiet_for|soft_for|clever|nice|quiet|soft|loud|shy|timid|meek|cocky|smooth|slick|eager|keen|desperate|earnest|intense|chatty|confident|self-assured|relaxed|polite|posh|pushy|blunt|academic|emotional|sensitive|serious|gentle|laid-back|laid_back|passive|humble|modest|proud|stubborn|weak|rigid|aggressive|ambitious|fragile|flaky|friendly|casual|independent|honest|cautious|clever_clever|hesitant|nervy|jumpy|precious|happy|perky|corporate|abrasive|argumentative|talkative !${WORK}
      big -? head|headed|ego|mouth|mouthed|i_am
      a|an|absolute|total|utter|complete|real|proper|such_a|walking|bloody joy|delight|pleasure|nightmare|pain|handful|riot|hoot|star|gem|catch|dud|waste|liability|disaster|mess|trainwreck|legend|hero|tool|plonker|sweetheart|darling|dream|saint|angel|treasure|menace|terror|monster|bore|snooze|chore|drain|weapon|machine_of|unit|treat|natural|dog|wreck|diamond|peach|character|eejit|tube|melt|knobhead|drama !to_read|of_a|recovery|area|.|plan|in_the
      rub|rubs|rubbed|rubbing people|me|everyone|you|others|us up? .. wrong|way
      throw|throws|threw|stab|stabs .. under|back|bus|people|everyone|colleagues|others|anyone
      steamroll*|bulldoz* .. over|people|everyone|colleagues|others|anyone
      under the bus
      could|would|can't|cannot|couldn't|wouldn't|not|say not? .. hurt_a_fly|say_boo|boo_to|organise_a|fight_his|fight_her|lead_a|sell_water|sell_ice|inspire|charm|run_a_bath|be_trusted|trust_him|trust_her|trust_them|count_on|rely_on|stand_up_for
      boo to
      piss-up|brewery|paper_bag
      not|would|cannot|never|can't|don't|wouldn't i|we|could? .. trust|count_on|rely_on|depend_on|believe_in|turn_my_back|leave_alone him|her|them|as_far|to|this|with|on
      on autopilot|another_planet|his_high_horse|her_high_horse|a_power_trip|cloud_nine|planet
      high horse
      introvert|introverts|extrovert|extroverts|extravert|narcissist|type_a|type-a|control_freak|people-pleaser|alpha_type|beta_type|sociopath|psychopath|entj|intj|infp|enneagram|red_personality|blue_personality
      out for @theirs|number_one|himself|herself
      has to|always be|have|get the|right|last|centre
      @theirs own|way worst_enemy|or_the_highway|agenda|little_world|world|person|biggest_fan|hype|bullshit|nonsense
      chip on|a|his|her
      thin|thick -? skinned
      skin .. thick|thin|rhino
      resting|smiley|sulky|sulking|sulks|sulk|po-faced|sour|long|stony|poker -? bitch|face|faced
      wet|dead|cold|odd|queer|soft|damp|big|slippery blanket|fish|squib|lettuce|weekend|fish|lump|sod|touch
      half asleep|soaked|-_asleep|there|awake
      wishy -? washy
      airy -? fairy
      touchy -? feely
      happy -? clappy|go
      rough edges|around|diamond
      loose cannon
      primadonna|prima-donna|prima donna
      prima donna
      lovely|sweet|nice|great|good|decent|sound|brilliant|amazing|fantastic|wonderful|delightful|charming|super|terrific|awesome|fab guy|bloke|lad|lass|fella|girl|chap|person|human|individual|kid|woman|man|lady|soul|personality|character|attitude|human_being|egg|natured
      comes|came|come|coming|presents|presented|carries|carried|conducts|conducted across|over|off|herself|himself|themselves? !with_examples|well_prepared|prepared|to_the|to_our|from|in|on|by|at|up|out|back|the_word .. as|like|a_bit|very|too|rather|quite|poorly|badly|well|flat|cold|with_confidence|arrogant*|strong|weak|really
      struck|strikes|strike me|us|the_panel as|like
      hit|hits me|us as
      seems|seemed|seem|appears|appeared|looks|looked|sounds|sounded|feels|felt like|as|to_be|a|an|the|very|too|so|rather|quite|bit|a_bit|really|kind_of|pretty|somewhat|just|genuinely|not|more? .. person|type|sort|guy|girl|character|individual|@adjective|@noun|hungry|keen|committed|bothered|interested|disinterested|uninterested|bored|tired|serious|solid|unsure_of_himself|unsure_of_herself|lost|nervous|anxious|flat|tense|desperate|checked_out|half-hearted|distracted|into_it|invested|engaged|switched_on|switched_off|tough|weak|strong|genuine|sincere|insincere|trustworthy|team_player|motivated|reliable|mature|chilled|relaxed|on_edge|sleepy|fed_up|full !elsewhere|${WORK}
      strong|weak|quiet|big|forceful|dominant|flat|magnetic|larger-than-life|colourful|abrasive|difficult|huge|great|bubbly|sunny|no|little|vanilla|beige|bland|warm|cold personality|character|presence|ego|attitude|temper|vibe|person
      beige|bland|vanilla|meh|blah|drab|milquetoast|forgettable|unremarkable|mediocre|lifeless|charmless|dreary|soulless|humourless|wooden|robotic|monotone|flat|one-dimensional|two-faced|slimy|greasy|creepy|smarmy|sleazy|oily|slippery|shifty|snooty|toffee-nosed|stuck-up|up_himself|up_herself|jumped-up|gobby|lippy|mouthy|stroppy|narky|ratty|crabby|grumpy|surly|sullen|moody|mopey|whiny|whingy|clingy|needy|flaky|ditzy|scatty|dippy|dozy|gormless|clueless|feckless|spineless|gutless|toothless|workshy|work-shy|idle|bone_idle|slack|lazy|lackadaisical|half-arsed|half-assed|slapdash|sloppy|careless|arrogant|cocky|cocksure|smug|pompous|conceited|vain|condescending|patronising|patronizing|entitled|spoilt|spoiled|abrasive|brash|pushy|bossy|overbearing|domineering|controlling|confrontational|combative|argumentative|hostile|aggressive|prickly|touchy|defensive|thin-skinned|hot-headed|volatile|temperamental|neurotic|insecure|immature|childish|naive|gullible|timid|mousy|shy|meek|introverted|aloof|standoffish|stand-offish|unlikeable|unlikable|likeable|likable|charming|charismatic|uncharismatic|uninspiring|unmotivated|unambitious|opinionated|egotistical|self-centred|self-centered|self-absorbed|self-important|selfish|narcissistic|manipulative|devious|insincere|disingenuous|dishonest|untrustworthy|unreliable|erratic|unstable|unhinged|weird|creepy|boring|dull|dour|miserable|negative|cynical|pessimistic|obnoxious|insufferable|annoying|irritating|nerdy|geeky|eccentric|high-maintenance|high_maintenance !${WORK}
      @noun !${WORK} .. who|if|$|,|.|written|and|but|all|through|in|on|for
      has|have|had|an|with|that air|aura|look|whiff|touch|streak of|about .. about|superiority|arrogance|entitlement|him|her|lazy|desperation|mean|cruel
      whiff|air|streak|smell|stench|hint|trace|waft of arrogance|entitlement|laziness|desperation|superiority|smugness|menace|ego|self-pity|vanity|narcissism|insecurity|failure
      not|hardly|never|isn't|wasn't|doesn't_seem cut|made|built|wired|the_type|the_sort|leadership_material|management_material|partner_material|leader_material|executive_material|someone|a_person|one_to|in_the_dna out|for|to|who|i|i'd|we|$|,|that|graft|follow|inspire
      leadership|management|partner|leader|executive|manager|director|ceo|sales|senior -? material|type_to_me|calibre_person
      the|that|a|your|typical|another|one_of_those|such_a|just_another|classic .. type|sort|kind $|,|.|i|to|-|you|who
      can't|cannot|couldn't|not take criticism|a_joke|feedback|direction|being_wrong|no_for|orders|the_heat|pressure|stand_the
      got|has|with|have a mouth|temper|short_fuse|chip|screw|heart_of|face_like|sharp_tongue|bad_attitude|gob|way_with|nasty|mean|cruel|dark|martyr|silver_tongue|high_opinion|big_mouth|big_ego|winning_smile|lovely_smile|nice_way|soft_centre|spark|certain_something|good_heart|kind_heart|lot_to_say_for
      short fuse
      heart of gold|stone|ice
      head in the clouds
      too cool|clever for|by school|half
      smooth|fast|silver -? talker|talking|tongued|operator
      fairies|la-la|cloud_cuckoo
      wants|want|need|needs|needed an_easy|his_hand|her_hand|hand-holding|handholding|babysitting|babying|spoon-feeding|spoonfeeding|constant_praise|attention|mothering|a_kick|a_good|bringing_down|taking_down|managing_hard|thicker_skin|to_lighten|to_loosen|to_grow_up|to_toughen|to_smile|to_calm|to_get_over|to_chill|a_backbone|humbling|watching life|ride|slap|kick|shake|down|up|peg|over|out|holding|held|.|,|$
      a peg
      a slap|kick
      don't|do|would|not|didn't not? like|want|trust|warm_to|fancy|rate|get|take_to|love him|her|them|his_manner|her_manner|the_man|the_woman|his_type|her_type|the_guy|his_attitude|her_attitude|his_tone|her_tone
      who does|do @they think
      solid|safe|steady|decent but|though dull|boring|uninspiring|unexciting|no|plodding
      plodding|plods|plodder|coasting|coasts|coaster|skiving|skives
      bossy|shrill|emotional|hysterical|feisty|moody|catty|bitchy|diva
      quiet|shy|loud|slow|cold|soft|weak|flat|nervy|dry|hard|tough|sharp|bright|smart|clever|nice|kind|sweet|warm|confident|humble|polite|pleasant|friendly|genuine|honest|modest|passionate|energetic|hungry|driven|ambitious|brilliant|gifted|talented|serious|intense|anxious|nervous|tense|awkward|odd|strange|stiff|rigid|difficult|rude|blunt|direct|smooth|slick|arrogant type|person|guy|girl|sort|lad|lass|bloke|one|soul|character|as_they_come|cookie|chap|personality|fella|man|woman|lady|kid|individual|by_nature|nature
      too|not|never|bit|very|so|rather|quite|really|all|ever|fairly quiet|loud|slow|weak|strong|tough|hungry|hard|bright|sharp|smart|warm|confident|assertive|driven|dynamic|polished|articulate|passionate|committed|charismatic|ambitious|mature|senior_in_manner|serious|bold|brave|lively|energetic|enthusiastic|proactive|strategic|inspiring|impressive|resilient|motivated|outgoing|nice|friendly|humble|honest|genuine|commercial_animal|bubbly|fun|laid|chilled|relaxed|keen|bothered|interested|aggressive|self-aware|likeable|nervous|anxious|desperate|eager enough|person|$|,|.|for_us|for_me|for_the_role|for_this|back|at_all|in_himself|in_herself|for_a_leader|for_sales|to_lead|for_the_team|about_himself|about_herself
      leader|star|genius|fighter|winner|natural|survivor|grafter|doer|thinker|dreamer|talker|performer|pro|professional|machine|rock|rockstar|star|superstar|legend $|,|in_the_making|at_heart|by_nature|born|type`,
    unless: `fraud in|case|cases|team|check|checks|prevention|ring|desk|unit
      suspicious activity|transaction|transactions|email|package|parcel
      does|do|did|not|what|it|they mean
      sheep breed|breeds|dip|pen|farm|farmer|farmers|shearing|shearer
      honest that|about|in|when|with
      ever|last told|called|said|criticised .. too
      you .. too .. and what
      presents|presented !as|herself|himself|themselves|very|well|poorly|badly|a_bit|rather|quite|too|like|flat|cold|strongly
      would|will|may|might|could mean
      ^ weak|strong|slow|quick|sharp|thin|solid|vague on|in|with|about
      design|plan|code|answer|solution|evidence|estimate|argument|query|model|schema|report|section|joins|proof|test|tests|coverage .. is|was|were|are .. weak|strong|thin|slow|vague|clever|shallow|rigid|flat
      zombie|orphan|child|idle process|processes|connections|nodes
      the word
      @they listed|named .. trait
      kind|sort of|words question|words
      stakeholder|customer|client|vendor|caller|guest|patient|pupil|supplier|landlord who|that|in_his|in_her|was|by|with|and|on
      difficult|angry|rude|aggressive|hostile|upset|demanding|awkward|nervous|shy|confused|abusive|drunk customer|customers|caller|callers|guest|guests|patient|patients|client|clients|pupil|pupils|stakeholder|stakeholders|supplier|vendor|parent|colleague|passenger|conversation|conversations|questions|question|member|tenant|user|users|class|child|email|situation
      vendor
      aggressive caching|schedule|timeline|deadline
      smart card|contract|pointers|meter|meters|home|watch|quotes
      clever|nice|smart|clear|good|brilliant|sharp|weak|strong|thin|thick|cold|warm|hard|lovely|difficult|flat|slow|slick|vague|rigid|shallow|superficial|muddled|confident|weird|odd answer|answers|example|examples|point|points|question|questions|solution|start|cache|case|part|bit|design|query|talk|use|work|explanation|write-up|diagram|evidence|file|structure|hierarchy|schema|rate|coverage|command|grasp|knowledge|understanding|estimate|handover|copy|storage|calls|leads|water|area|spot|spots
      slow query|queries|test|tests|start|to_answer|on_the|with_the|path|release|down
      soft|hard skills|delete|limit|launch|landing|drinks|coded|copy|disk|deadline
      cold start|call|calls|chain|calling|storage|backup|email|outreach|leads|room|weather
      nice -? to
      gave no example
      sensitive data|information|documents|personal
      quiet on|about|during_the|at_the|cluster|hours|room|at_first|until|when|period|spell|season
      vague on|about|when|answer|answers|in_the|description
      nervous at|for_the|in_the|at_first|start
      dismissive of the|code_review|testing|tests
      superior court|to
      came|come|comes over from|to
      natural language|gas|sciences|history|key|keys|join|order|science|disaster|light
      star schema|rating|ratings|method|wars|topology|format|trek
      five|four|three|two star
      dead code|letter|weight_loss|end|line|link
      robot arm|arms|framework|cell|cells|code|test|tests|process
      robots.txt
      treasure hunt|trove
      victim support|services|data
      character set|encoding|encodings|limit|limits|count|design|animation
      live_wire_frame
      gem file|install
      diamond problem|supplier|grading|industry|inheritance
      genius bar
      drip campaign|irrigation|feed
      mouse trap|event|pointer|click
      ghost|general ledger
      talker
      snake case|game|_case
      sheep farm
      leadership team|programme|course|development
      flat file|rate|structure|design|roof|organisation|hierarchy|list|array|pack|fee|out|in|map|above|table|deposit|files|is
      climber|climbing
      dream job
      character reference
      star rating|s`,
  }),
];
