/** What candidates ask companies about before an interview: how it is asked, and by which words a passage tells of it. A passage that
 * has none of these words is about something else, whatever else it has in common with the question. Of English. */

/** `asked` and `told` are kept apart: “where can I leave my car?” is asked, and “Parking” stands in the guide. */
export interface Subject {
  asked: RegExp;
  /** Not this, though it sounds like it. */
  unless?: RegExp;
  /** A passage has one of these words: `_` between words, `*` for any end; `#` is all of a heading. */
  told: string;
  /** The posting tells it before any guide does. */
  isOfJob?: true;
  /** It is of the interview itself: what is known of the case is told beside it. */
  isOfCase?: true;
}

const BROKEN =
  "fail|fails|drops?|dropped|crash\\w*|breaks?|broken|cuts?|dies?|freez\\w+|(?:goes|go|went) down|lagg?\\w*|choppy|not work\\w*|\\w*n't (?:work|open|load|connect|start)\\w*|stops?";
const SPOILT = `${BROKEN}|lose|lost|losing|flaky|unstable|unreliable|slow|bad|poor|weak|problems?|trouble|issues?`;
const LINE =
  "wi-?fi|internet|connection|network|camera|webcam|mic|microphone|sound|audio|electricity|signal|broadband";
const CALL = "line|call|zoom|teams|meet|video|laptop|computer|power|browser|link";
const PAID =
  "pay|pays|paid|cover|covers|covered|money back|reimburs\\w+|refund\\w*|claim|expens\\w+|costs?|book";
const TRAVEL =
  "travel\\w*|trip|journey|flights?|fly|hotels?|trains?|tickets?|fares?|taxi|cab|uber|petrol|mileage|overnight|airbnb";

const near = (one: string, other: string): RegExp =>
  new RegExp(
    `\\b(?:(?:${one})\\b.{0,60}\\b(?:${other})|(?:${other})\\b.{0,60}\\b(?:${one}))\\b`,
    "i",
  );

/** Told of an interview on site without being asked for. */
export const ADDRESS: Subject = {
  asked:
    /\b(?:(?:office|street|postal|your|the) address|address of|(?:which|what) (?:floor|street|building|entrance)|where(?:'s| is| are| exactly is) (?:the |your )?(?:office|offices|building|reception|you based|you located)|where are you)\b/i,
  told: "address floor street the_office_is our_office_is we_are_at located getting_here how_to_find",
  isOfCase: true,
};

/** Told of an interview on site of which the way is asked. */
export const WAY: Subject = {
  asked:
    /\b(?:public transport|metro|subway|underground|tube|tram|bus|train station|(?:nearest|closest|which) (?:station|stop)|directions|how far\b|(?:get|getting|travel|come|find my way) (?:to (?:you|your|the (?:office|building|place)))|how (?:do|can|should|would) i (?:come|travel|get to)|(?:find|reach) (?:you|the (?:office|building))|(?:hard|easy|difficult) to find)\b/i,
  unless: near(PAID, TRAVEL),
  told: "getting_here how_to_find how_to_get how_to_reach find_us directions u-bahn s-bahn tube underground metro subway tram bus station public_transport on_foot",
};

/** Told to whoever says that a link leads nowhere. */
export const CONNECTION: Subject = {
  asked: new RegExp(
    `${near(LINE, SPOILT).source}|${near(CALL, BROKEN).source}|\\b(?:disconnect\\w*|(?:get|got|am|was) cut off|technical (?:problems?|issues?|difficult\\w+)|tech(?:nology)? (?:fails|problems?|issues?)|power cut|outage)\\b`,
    "i",
  ),
  unless: /\b(?:lost|find|can't see) .{0,20}(?:e-?mail|link|invit\w+)|hotel|train/i,
  isOfCase: true,
  told: "connection_fails connection_drops connection_breaks connection internet internet_fails technology technical_problem* technical_difficult* cut_off breaks_off disconnect* dial_in call_in",
};

/** All of them. One message may be about several. */
export const SUBJECTS: readonly Subject[] = [
  // The way, and being there.
  {
    asked: /\b(?:park|parking|car ?park|garage|leave (?:my|the|a) car)\b/i,
    told: "parking park garage car_park cars your_car",
  },
  {
    asked: /\b(?:bikes?|bicycles?|biking|cycl(?:e|ing)|scooters?|e-?bikes?)\b/i,
    unless: /\b(?:hiring|interview|review|release) cycle/i,
    told: "bike* bicycle* cycling cycle scooter*",
  },
  {
    asked:
      /\b(?:airports?|flying in|fly in|land at|(?:my|the|by) (?:plane|flight) (?:\w+ ){0,2}(?:lands?|arrives?|gets? in))\b/i,
    unless: /\bpick(?:s|ed)? (?:me|us) up\b/i,
    told: "airport*",
  },
  WAY,
  ADDRESS,
  {
    asked:
      /\b(?:reception(?:ist)?|report (?:to |at )?(?:when|once|on|\w+ )?(?:i )?arriv\w*|(?:where|who|what) (?:\w+ ){1,3}(?:when|once) i (?:arrive|get there|am there|come)|sign in (?:at|when|on)|(?:where|how) (?:do|can|should) i (?:sign|check) in|front desk|(?:ring|which|door) ?bell|ask for (?:when|at|once)|(?:get|let|come|go) (?:me )?in(?:to|side)? (?:the |your )?(?:building|office|house)|entrance|intercom)\b/i,
    told: "reception ring entrance front_desk door intercom",
    isOfCase: true,
  },
  {
    asked:
      /\b(?:step[- ]?free|stairs|steps (?:to|at|in front)|lifts?|elevators?|ramps?|wheel-?chair\w*|accessib\w*|barrier-?free)\b/i,
    told: "step-free stairs lift elevator ramp wheelchair* accessib*",
  },
  {
    asked:
      /\b(?:late|delay(?:ed|s)?|not (?:be )?(?:there )?on time|miss(?:ed|ing)? (?:my|the) (?:train|bus|flight|connection|start)|stuck (?:in|on|at)|held up|hold me up|traffic)\b/i,
    unless:
      /\b(?:later|late(?:r|ly)|as late as|too late to|reply|answer|late (?:shift|hours)|how late)\b/i,
    told: "late delayed running_late",
  },
  {
    asked:
      /\b(?:how early|arrive early|come early|(?:when|what time) (?:should|do|must) i (?:arrive|be there|show up|come|turn up)|(?:minutes|min|bit|too) early|be there (?:\w+ ){0,2}earl(?:y|ier))\b/i,
    told: "arrive_early come_early be_there_early too_early beforehand minutes_before before_the_first arrive",
    isOfCase: true,
  },
  // By video.
  CONNECTION,
  {
    asked:
      /\b(?:record(?:ed|ing|ings|s)?|tap(?:ed|ing)|film(?:ed|ing|s)?|screen ?captur\w+|transcri\w+|note-?takers?|note ?taking (?:ai|bot|tool|app)s?|otter|fireflies)\b/i,
    unless: /\b(?:criminal|track|my|academic|police|driving) records?\b/i,
    told: "record recorded recording* transcript* transcrib*",
  },
  {
    asked:
      /\b(?:install\w*|download\w*|plug-?ins?|(?:which|what) (?:app|software|program|browser|platform|tool)s? (?:do|should|will|must|is|are)|browsers?|chrome|firefox|safari|(?:have|need|set) (?:\w+ ){0,3}(?:an? (?:app|account)|up an account))\b/i,
    unless: /\b(?:team|you(?:r)?(?: \w+)?|company) use|develop/i,
    told: "installed install* download* browser an_app zoom webex google_meet microsoft_teams",
  },
  {
    asked:
      /\b(?:(?:test|trial|dry) (?:call|run|link)|(?:test|try|check) (?:\w+ ){0,3}(?:link|camera|mic\w*|sound|audio|setup|set-up|zoom|teams|call|connection)|try (?:it )?(?:out|beforehand|before))\b/i,
    told: "try_camera try_out test_call beforehand",
  },
  {
    asked:
      /\b(?:cameras?|web ?cams?|blur\w*|video off|turn (?:on|off) (?:my )?video|virtual background)\b/i,
    told: "camera* webcam* blur*",
  },
  {
    asked:
      /\b(?:slides?|slide ?deck|power ?point|(?:give|hold|make|prepare|do|have) (?:an? |any |my |the )?(?:\w+ )?presentations?)\b/i,
    told: "slides slide presentation* powerpoint",
    isOfCase: true,
  },
  {
    asked:
      /\b(?:notes|notebook|cheat[- ]?sheets?|crib|pen and paper|paper and pen|prompts in front|write things down)\b/i,
    told: "your_own_notes own_notes notes notebook",
  },
  {
    asked:
      /\b(?:chat ?gpt|gpt|co-?pilot|claude|gemini|cursor|llms?|genai|ai|artificial intelligence|auto-?complet\w*)\b/i,
    unless:
      /\b(?:you|team|company|engineers|developers|product|they|people) (?:\w+ )?(?:use|uses|using|do with|build)\b|\b(?:strategy|products?|features?|train(?:ed|ing|s)?|evaluat\w+|scor\w+|decid\w+|screen\w*|rank\w*|judg\w+|rat(?:e|es|ed|ing)|grad(?:e|es|ed|ing)|assess\w*|analy[sz]\w*|filter\w*|select\w*|reject\w*|hir(?:e|es|ed|ing)|review\w*|(?:mark|check)(?:s|ed|ing)? my)\b/i,
    told: "ai ai_tools generative llm llms chatgpt copilot assistant completion",
  },
  {
    asked:
      /\b(?:google (?:things|stuff|something|it|syntax|an?)|(?:to|can i|could i|i) google|search (?:the )?(?:web|internet|engine|online)|(?:go|look) online|look(?:ing)? (?:\w+ ){0,3}up|look at (?:the )?(?:docs?|documentation|manual|reference)|stack ?overflow|(?:the|read|use|check|consult|at) (?:docs|documentation)|use the internet|open[- ]book)\b/i,
    told: "documentation search_engine google googling internet the_docs look_up look_things_up",
  },
  {
    asked:
      /\b(?:(?:which|what|any|choose|pick|my|preferred) (?:\w+ ){0,3}(?:programming|coding) language|programming languages?|language .{0,30}\b(?:cod(?:e|ing)|program\w*|task|exercise|test|write)\b|(?:(?:do|solve|write|code|use|in|with) (?:\w+ ){0,4})(?:python|java|javascript|typescript|go(?:lang)|rust|ruby|c\+\+|c#|kotlin|php|scala|swift)(?![\p{L}\p{N}]))|\b(?:is|are) (?:python|java|javascript|typescript|go(?:lang)?|rust|ruby|c\+\+|c#|kotlin|php|scala|swift) (?:\w+ )?(?:ok|okay|fine|allowed|possible|accepted)|(?:which|what) language (?:may|can|should|do|will|would) (?:i|we) (?:use|code|write|work|program)/iu,
    unless: /\b(?:you|your team|they) (?:use|write|code|work)|\bjob|\brole\b|\brequire/i,
    told: "programming_language* choose_the_language language_of_your_choice python java typescript javascript golang",
  },
  {
    asked:
      /\b(?:coding|live ?cod\w+|code (?:live|something|on)|(?:have|need|asked|going) to code|leet ?code\w*|hacker ?rank|codility|algorithms?|algorithmic|data structures?|riddles?|puzzles?|brain ?teasers?|trick questions?|white ?board\w*|pair ?program\w*|technical (?:test|task|exercise|challenge|assessment|part|questions?)|(?:what|how) .{0,20}\b(?:the|this) (?:task|exercise|test|challenge)\b|(?:is there|do i (?:do|take|get)|will there be) (?:\w+ ){0,2}(?:tests?(?! (?:call|run|link))|exercise|task|challenge)\b)/i,
    unless:
      /\b(?:do|does) (?:you|your team|the team|they|engineers|developers) (?:\w+ )?(?:do|use|practi\w+)\b|\b(?:dress|door|entry|access|post) ?code\b|\b(?:drug|medical|covid|personality|psycho\w+|aptitude|iq|language|english) tests?\b|\bbootcamp|\b(?:evaluat\w+|graded?|marked|scor\w+|judged?|assessed)\b|\b(?:decides?|scores?|screens?|selects?|filters?|reads?) (?:\w+ ){0,3}(?:me|my|us|candidates|applica\w+|cvs?)\b/i,
    told: "technical_task the_task coding live_coding exercise riddles whiteboard algorithm*",
    isOfCase: true,
  },
  {
    asked:
      /\b(?:system design|architecture (?:round|question|interview|part)|design (?:round|question|interview|a system))\b/i,
    told: "system_design architecture",
  },
  { asked: /\b(?:home ?work|take[- ]?home)\b/i, told: "homework take-home take_home" },
  {
    asked: /\b(?:ide|editors?|vs ?code|vim|emacs|intellij|pycharm)\b/i,
    told: "your_own_editor our_editor editor ide",
  },
  {
    asked: /\b(?:shar(?:e|ing) (?:my |the |a )?screen|screen ?shar\w+)\b/i,
    told: "share_your_screen sharing_your_screen screen_sharing screenshar*",
  },
  {
    asked: /\b(?:laptop|macbook|own computer|my computer|keyboard|charger|adapter|hdmi)\b/i,
    unless: new RegExp(
      `${near("laptop|computer", BROKEN).source}|\\b(?:what|which) (?:laptop|computer|macbook)|\\b(?:do|will|would) (?:i|we|you) (?:get|give|have) (?:an? |the |my )?(?:\\w+ )?(?:laptop|computer|macbook)s?\\b(?! (?:for|in) (?:the|my) (?:task|interview|test))`,
      "i",
    ),
    told: "laptop* computer charger* keyboard*",
  },
  {
    asked:
      /\b(?:(?:what|anything|something|things?|documents?) .{0,30}\b(?:bring|have with me|take with me|take along)|(?:need|have|should|supposed|want me|expect me|like me) (?:\w+ ){0,2}(?:i )?(?:to )?bring|(?:which|what|any) (?:\w+ )?(?:documents?|papers?|paperwork|certificates?|diplomas?)\b|(?:bring|have|show|need) (?:\w+ ){0,3}(?:documents?|certificates?|paperwork)|(?:bring|show) (?:\w+ ){0,3}(?:diplomas?|degree)\b|(?:my|an|photo|show|any|need) id\b|passport|identification|identity card)\b/i,
    unless:
      /\b(?:bring|take) (?:\w+ ){0,2}(?:dog|cat|pet|friend|wife|husband|partner|kids?|child\w*|baby|son|daughter|mum|mom|mother|dad|father|someone|somebody|laptop|computer|lunch|food)\b|\bbring (?:\w+ )?up\b|\b(?:visa|contract|send|upload|submit|work permit)\b/i,
    told: "what_to_bring bring identification passport id_card",
  },
  {
    asked:
      /\b(?:guest wi-?fi|wi-?fi (?:password|in|at|on site|there)|(?:is there|there'?s|there is|do you have|got) (?:\w+ )?wi-?fi)\b/i,
    told: "wi-fi wifi",
  },
  {
    asked:
      /\b(?:dress\w*|wear\w*|clothes|clothing|outfit|suit|tie|jeans|trainers|sneakers|t-?shirt|hoodie|attire|(?:smart|business)[- ]casual|casual|formal)\b/i,
    unless:
      /\b(?:casual (?:chat|talk|conversation)|(?:does|would|will|times? that) suit|suits?(?:ed)? (?:me|you|us|better|best)|suit (?:me|you|us))\b/i,
    told: "wear dress* clothes suit attire casual formal",
  },
  {
    asked:
      /\b(?:lunch|food|eat|meals?|breakfast|dinner|vegetarians?|vegans?|gluten|halal|kosher|nuts?|coffee|tea|water|snacks?|drinks?)\b/i,
    unless: /\b(?:restaurants?|cafes?|nearby|around|neighbou?rhood|after work)\b/i,
    told: "lunch food meal* breakfast snacks canteen vegetarian* vegan* coffee",
  },
  {
    asked: /\b(?:breaks?|pauses?|bathroom|toilets?|restroom|breather)\b/i,
    unless: new RegExp(`${near(`${LINE}|${CALL}`, "breaks?").source}|\\bas a team\\b`, "i"),
    told: "breaks break pause* toilet*",
  },
  {
    asked: /\b(?:pray\w*|prayer|quiet (?:room|place)|lactation)\b/i,
    told: "prayer quiet_room quiet_place",
  },
  // Money for the way.
  {
    asked: new RegExp(
      `${near(PAID, TRAVEL).source}|\\b(?:travel (?:costs?|expenses?|budget)|expenses|reimburs\\w+|receipts?|(?:tickets?|fares?|flights?|hotel|taxi|petrol|costs?) (?:price )?(?:\\w+ )?(?:back|refunded))\\b`,
      "i",
    ),
    unless: /\b(?:park\w*|health|gym|phone|does the job|in this (?:job|role))\b/i,
    told: "travel_costs travel_expenses pay_your_travel expenses receipts reimburs*",
  },
  {
    asked:
      /\b(?:hotels?|overnight|stay (?:the|a|over) ?night|airbnb|somewhere to (?:stay|sleep)|place to (?:stay|sleep))\b/i,
    told: "hotel* overnight",
  },
  // After it.
  {
    asked:
      /\b(?:hear(?:d)? (?:back|from|anything|something|nothing)|(?:get|receive|have|expect) (?:\w+ ){0,2}(?:an? (?:\w+ )?(?:answer|reply|response|decision)|the (?:results?|outcome|decision))|(?:when|how (?:soon|long|fast|quickly)) .{0,60}\b(?:decide|decision|results?|outcome|answer|response|know|get back)\b|let me know|(?:any|some) (?:news|updates?|word)\b|how (?:many|long) .{0,30}\b(?:until|till|before) (?:you|they|i|we) (?:\w+ )?(?:answer|decide|reply|respond|know|hear|get back)|still (?:waiting|no (?:answer|reply|news|word))|(?:no|not) (?:\w+ )?(?:news|heard|reply|answer) (?:yet|since|so far|from)|(?:have|did) (?:you|they) (?:\w+ )?(?:decided?|made (?:a|your|up))|been (?:\w+ ){0,3}(?:days?|weeks?) (?:now|since|ago)|when (?:will|do|would|can) (?:\w+ ){0,3}(?:contact|inform|notify|tell|update|call|e-?mail|write to) me|(?:what|and) (?:comes|happens|is|'s) (?:after|next)|what'?s next|next steps?|after (?:this|the) (?:round|interview|call|panel)|ghost(?:ed)?\b)/i,
    unless: /\bhow long .{0,20}know each other/i,
    told: "hear_from you_hear hear_back back_to_you let_you_know we_decide our_decision after_the_interview* working_days next_steps",
  },
  {
    asked:
      /\b(?:(?:do|will|can|could|would|may) (?:i|we|you|candidates|applicants|rejected \w+|everybody|everyone) (?:\w+ ){0,2}(?:get|give|receive|ask for|have|expect|offer|provide|share) (?:\w+ ){0,2}feedback|feedback (?:afterwards|if|when|in case))\b/i,
    told: "feedback",
  },
  {
    asked:
      /\b(?:how many (?:\w+ )?interviews|rounds?|stages?|(?:next|following|what|which|all|the|many) steps?|(?:the|your|hiring|interview|application|recruitment|selection|whole|entire|full) process|(?:last|final|only) (?:\w+ )?(?:round|interview|step|stage|one)|(?:more|other|further|another|many) (?:\w+ )?(?:interviews?|rounds?)\b(?! (?:slot|time|date))|(?:what|and) (?:comes|happens|is|'s) (?:after|next)|what'?s next|start to finish)\b/i,
    unless:
      /\b(?:(?:all|other) way round|year round|round trip|around|deploy\w*|development process|review process|steps to|(?:out of|from|leave|quit) (?:the|your|this) (?:\w+ )?process|how many interviews (?:do|will) (?:i|we) have(?! (?:left|in total|overall|altogether|after|until)))\b/i,
    told: "the_steps steps stages rounds round the_process hiring_process onsite final_round next_steps",
  },
  {
    asked:
      /\b(?:(?:seen|read|have|got|looked at|know|received|gets?|sees?|reads?) (?:\w+ ){0,3}(?:cv|r[eé]sum[eé]|application|cover letter|portfolio)\b|(?:introduce myself|repeat my (?:cv|background|story)))/iu,
    unless:
      /\b(?:should|do|must|can) i (?:\w+ )?(?:send|bring|have|update|change)\b|\b(?:status|state|news)\b/i,
    told: "cv resume what_you_send_us your_application what_you_sent read_by_the_people",
  },
  {
    asked:
      /\b(?:(?:delete|erase|remove|wipe) .{0,30}\b(?:data|everything|information|cv|application|me)\b|(?:how long|when) .{0,30}\b(?:keep|kept|store|stored|save|delete|retain)\w*\b.{0,30}\b(?:data|cv|r[eé]sum[eé]|information|application|details)|(?:keep|store|save)[sd]? (?:\w+ )?my (?:\w+ )?(?:data|cv|r[eé]sum[eé]|information|application)|(?:what|which) (?:data|information) .{0,20}\b(?:about|on|of) me|data (?:protection|retention)|gdpr|privacy policy)/iu,
    unless: /\b(?:remove|take) me (?:from|out)/i,
    told: "your_data personal_data delete data_protection privacy retention",
  },
  // Whom, and how one speaks.
  {
    asked:
      /\b(?:(?:which|what) language (?:is|will|are|do|does)|(?:in|speak|my|your|good|fluent|perfect|level of) (?:\w+ )?(?:english|portuguese|german|french|spanish|italian|dutch|polish)|accent|grammar|native speakers?|(?:english|portuguese|german|french|spanish) (?:is|isn'?t|ok|okay|fine|good|bad|level|instead)|(?:repeat|rephrase|reword) (?:the|a|your|that) question|not fluent|translat\w+|rephrase)\b/i,
    unless:
      /\btranslate (?:this|that|the|it|["“'‘«])|\bprogramming\b|\b(?:at|for) work\b|\b(?:job|role|team|office|colleagues|customers)\b/i,
    told: "#language #languages #interview_language the_language in_english accent english",
  },
  {
    asked:
      /\b(?:their|(?:the |my )?(?:interviewers?|panel\w*)'?s?) (?:job )?(?:roles?|titles?|positions?)\b|\b(?:roles?|titles?|positions?) (?:of|do) (?:they|them|(?:the|my) (?:interviewers?|panel\w*))\b/i,
    told: "with_their_role* their_role* their_title* names_everybody",
  },
  {
    asked:
      /\b(?:(?:i|we) know (?:one|some|somebody|someone|him|her|them) (?:of|on|in|at|from|personally)|conflicts? of interest|friends? with (?:one|an interviewer))\b/i,
    told: "know_one know_somebody conflict_of_interest in_person",
  },
  {
    asked:
      /\b(?:(?:interviewers?|panel\w*|they|them|people)\b.{0,30}\b(?:background|linked ?in|profiles?|work on|experience|seniority|like\b(?=\W*(?:$|,)))|(?:background|linked ?in|profiles?) (?:\w+ ){0,3}(?:interviewers?|panel))/i,
    told: "the_interviewers_are your_interviewers linkedin",
  },
  {
    asked:
      /\b(?:on-?site|(?:final|last|next|other) (?:round|one|interview)s?|interviews?|rounds?)\b.{0,40}\b(?:from home|online|by video|remote(?:ly)?|virtual(?:ly)?|over (?:zoom|video|teams)|(?:zoom|video) instead|in person)\b/i,
    unless: /\b(?:job|role|position|this (?:interview|one))\b/i,
    told: "or_by_video by_video_or or_online online_or or_remotely in_person_or on_site_or by_video_as remotely_if by_video_if",
    isOfCase: true,
  },
  // The job.
  {
    asked:
      /\b(?:about (?:the|your) company|what (?:kind|sort|type) of company|(?:what|how) (?:does|do|is) (?:\w+ ){1,3}(?:do|make money)\W*$)/i,
    unless: /\b(?:what|how) (?:do|does) i\b/i,
    told: "about_us about_the_company our_company we_make we_build",
  },
  {
    asked:
      /\b(?:hiring manager|(?:my|future|new|line|direct|the) (?:\w+ )?(?:manager|boss|team ?lead|supervisor)|report(?:ing)? (?:to|line)|who (?:would|will|do) i work (?:for|under))\b/i,
    unless:
      /\b(?:tell|ask|told|asked) (?:\w+ )?(?:my|the) (?:\w+ )?(?:manager|boss)\b|\b(?:style|background|like)\b/i,
    told: "hiring_manager report_to reports_to your_manager line_manager team_lead",
  },
  {
    asked:
      /\b(?:(?:size|big|large|small|many|structure|based|located|about|spread) .{0,30}\bteam\b|team(?:'s)? (?:size|structure|setup|look)|(?:the|your) team (?:is|be|are)?(?: \w+){0,2} ?(?:big|large|small|based|located|distributed)|(?:how many|number of) (?:\w+ ){0,2}(?:engineers|developers|people|colleagues|members) .{0,25}\b(?:in|on) (?:the |your |this )?(?:team|platform|department)|what is the team|who is (?:on|in) the team)\b/i,
    unless: /\bteams (?:link|call|meeting)\b/i,
    told: "#team #your_team the_team our_team team_is people_in team_of",
  },
  // Of people as they are.
  {
    asked:
      /\b(?:how old (?:is|are|would|were)|(?:average|mean|your|their|his|her) age|ages\b|women|men\b|females?|males?|gender|divers\w+|nationalit\w+|which countries|married|their (?:kids|children|families|religion)|turnover|(?:people|employees|engineers) (?:stay|leave|quit)|why did .{0,30}\b(?:leave|quit|go))\b/i,
    told: "average_age women gender divers* nationalit* turnover",
  },
  {
    asked:
      /\b(?:on[- ]?call|pager ?\w*|out[- ]of[- ]hours|night ?shifts?|weekend (?:work|shifts?)|work (?:\w+ )?(?:nights|weekends))\b/i,
    told: "on_call on-call pager* out_of_hours night_shift* weekend*",
  },
  {
    asked:
      /\b(?:remote (?:work\w*|days?|job|position|role|policy|first)|(?:work\w*|job|role|position|be|fully|100 ?%|partly) (?:\w+ ){0,2}(?:remote(?:ly)?)|remotely|hybrid|work(?:ing)? from \p{L}+|wfh|home ?office|(?:days|time|often|much) .{0,20}\b(?:in|at|to) the office|(?:be|come|go|work) (?:\w+ )?(?:in|into|to|at|from) (?:the|an|your) office (?:\w+ )?(?:every|each|all|daily|\w+ (?:days?|times))|on[- ]?site (?:job|role|position|policy)|(?:role|job|position) .{0,30}\bon[- ]?site|office (?:days|policy))\b/iu,
    unless: /\b(?:interview|call|panel|round|meeting)\b/i,
    told: "remote remotely remote_work hybrid work_from_home home_office",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:relocat\w*|live (?:in|outside|near|somewhere)|mov(?:e|ing) (?:house|there|to (?:\p{L}+land|lisbon|porto|london|berlin|the (?:city|country|area)|another (?:city|country)|your (?:city|country)))|moving (?:costs?|help|company))\b/iu,
    unless: /\b(?:interview|time|slot)\b/i,
    told: "relocat* moving_costs",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:visas?|work permits?|sponsor\w*|right to work|blue card|immigration|residence permit)\b/i,
    told: "visa* work_permit* sponsor* right_to_work immigration",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:salar(?:y|ies)|pay(?: ?(?:range|band|scale))?|compensation|comp|wages?|earn|remuneration|how much (?:money|does (?:it|this|the \w+) pay|do you pay|would i (?:get|make|earn)))\b/i,
    unless:
      /\b(?:km|kilomet\w+|miles?|mileage|trial (?:day|week)|pay(?:s|ing)? (?:for|my|the|me back|back|attention|in)|pay (?:\w+ ){0,2}(?:relocation|moving|rent|parking|tax\w*|overtime|training)|have to pay|do i pay|who pays|pay me in|13th|(?:my|last|current|previous|old|present) (?:\w+ )?salary|expectations?|negoti\w*|bonus\w*|equity|stock|sick|overtime|parental|raise\w*|increase|up to \d|more than|higher|match|at least|minimum|\d+ ?k)\b|\b(?:do|does|did|will|would|can) (?!(?:i|we|it|this|that|one|an?|you)\b|(?:the|your) (?:job|role|position|post)\b)(?:[\p{L}-]+ ){1,4}(?:earn|make|paid|get)\b|\b(?:his|her|their|someone's|everyone's|(?!(?:what|where|who|how|it|that|there|here|let|role|job|position)'s)\p{L}+'s) (?:salary|pay|wages?|compensation)\b/iu,
    told: "salary pay_range pay_band wage* compensation",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:negotiab\w*|negotiat\w*|(?:go|stretch|pay) (?:up to|higher|above|more)|\d+ ?k\b|match my (?:salary|pay))/i,
    told: "negotiab* negotiat*",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:bonus\w*|equity|stock(?:s| options?)?|rsus?|shares|esop|profit[- ]sharing|13th (?:month|salary|pay\w*))\b/i,
    unless: /\b(?:shares? (?:my|the|a|this)|in stock)\b/i,
    told: "bonus* equity stock stocks stock_options shares rsu*",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:pto|paid time off|annual leave|paid (?:leave|holidays?|vacation)|(?:how (?:much|many)|days?(?: of)?|any|get|is the|your|amount of) (?:\w+ ){0,3}(?:holidays?|vacation|leave|days off)|(?:holiday|vacation|leave) (?:days|allowance|policy|entitlement))\b/i,
    unless:
      /\b(?:parental|maternity|paternity|sick|i am|i'?m) (?:\w+ )?(?:leave|on holiday|on vacation)\b|\bmy (?:holiday|vacation)/i,
    told: "holiday* vacation annual_leave paid_leave time_off",
    isOfJob: true,
  },
  {
    asked:
      /\b(?:tech(?:nology|nical)? ?stack|stack|technolog(?:y|ies)|frameworks?|(?:which|what) (?:\w+ ){0,2}(?:database|cloud|languages?|tools?|tech)\b.{0,20}\b(?:you|the team|they|we|your)\b|databases?|(?:job|role|position) .{0,20}\b(?:need|require|involve|use)s?\b|(?:what|which) (?:skills|qualifications|requirements|experience) .{0,30}\b(?:need|require|look|expect|have)\w*)\b/i,
    unless:
      /\b(?:stack ?overflow|full[- ]stack|stock)\b|\b(?:can|may|could|should) i\b|my (?:data|name)/i,
    told: "tech_stack technology_stack our_stack what_you_bring requirements technologies typescript javascript java python golang rust ruby kotlin postgresql mysql mongodb kafka kubernetes aws azure gcp react",
    isOfJob: true,
  },
  {
    asked: /\b(?:benefits|perks|what do you offer|what (?:is|'s) on offer)\b/i,
    told: "benefits perks what_we_offer we_offer",
    isOfJob: true,
  },
];

/** It asks what the company makes or does, not how its interviews go. */
const OF_WHAT_IS_MADE = /\byour (?:\w+ )?(?:products?|websites?|apps?|customers|clients|users)\b/i;

/** Every subject that a line asks about, in the order of the list. */
export const subjectsOf = (line: string): Subject[] =>
  OF_WHAT_IS_MADE.test(line)
    ? []
    : SUBJECTS.filter(({ asked, unless }) => asked.test(line) && unless?.test(line) !== true);
