/** Sentences that take somebody on or send them away without saying so: "I would sign her tomorrow", "Why not take her?", "Not at our
 * level". What somebody is taken through, had to explain or started on is told apart by what stands behind them. */

/** Whoever is spoken of, as `them` has been put for their name. */
const WHO = "the candidate|this (?:candidate|person|one|guy|woman|man)";
export const THEM = `(?:him|her|them|${WHO})`;
export const THEY = `(?:he|she|they|${WHO})`;
/** Where somebody would be. */
const TEAM = "(?:our|my|this|the) (?:\\p{L}+ )?(?:team|company|group|squad|role|job|position)";
export const US = `(?:us|me|${TEAM})`;
const OURS = `(?:us|here|(?:(?:in|on|at|for|to) )?${TEAM})`;
/** "A clear yes to tests" and "yes or no" say of what. */
export const OF_NOTHING = "(?! (?:to|on|or|about|when|that|whether)\\b|[-/])";
const FEW = "(?:\\p{L}+ ){0,4}";
const TAKE =
  "(?:take|have|sign|start|want|need|keep|pick|choose|select|accept|get|grab|employ|recruit|secure|land|trust|lose|bring in|lock in|snap up|do without|work with|go (?:for|with)|bet on|vote for|pass (?:up )?on|say (?:yes|no) to|turn down|part with|risk|afford)";
const MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|q[1-4]|the new year)";
const DAY = "(?:monday|tuesday|wednesday|thursday|friday|week|month|quarter|year|sprint)";
const SOON = `(?:tomorrow|today|tonight|now|immediately|asap|at once|any ?(?:day|time)|right (?:now|away)|straight away|as soon as|in a (?:heartbeat|second|minute)|without (?:a second thought|hesitation|hesitating|question|doubt)|(?:in|from|by|as of|this|next) ${MONTH}|(?:next|this|on|from) (?:next )?${DAY}|before (?:someone|somebody|anybody|another|they|others))`;
/** Nothing of the work stands behind them. */
const END = `(?=\\s*(?:[.!?;,]|$)| (?:up|aboard|again|or not)\\b| ${SOON}\\b| (?:in |on |at |for )?${OURS}\\b)`;

export const TAKES: readonly string[] = [
  `\\b(?:i|we|you|the team|who|nobody|everybody|anybody|anyone)(?:['’](?:d|ll))? ${FEW}${TAKE} ${THEM}${END}`,
  `\\b(?:do|would|should|shall|can|could|will|why (?:would|should|do)) (?:i|we|you|the team|anybody|anyone) ${FEW}${TAKE} ${THEM}${END}`,
  `\\bwhy (?:not|wait|hesitate) (?:to )?(?:just |simply )?${TAKE} ${THEM}${END}`,
  `\\bwho (?:here |else )?(?:wants|needs|takes|would|votes) ${FEW}${THEM}${END}`,
  `\\b(?:sign|hire|take|grab|start|employ|recruit|secure|onboard|contract) ${THEM} (?:up |in |on |here |over )?${SOON}\\b`,
  `^\\s*(?:please |just |so |then )?(?:sign|take|keep|get|grab|pick|choose|advance|drop|skip|release|let go of|pass on|close|lock in|welcome|employ|recruit|bring in) ${THEM}${END}`,
  `\\bdo(?: not|n['’]t) (?:lose|miss|drop|take|sign|want|keep|need|pass (?:up )?on|let go of) ${THEM}${END}`,
  `\\bdo(?: not|n['’]t) let ${THEM} (?:slip|go|get away|leave|walk)\\b`,
  `\\b(?:lucky|fortunate|glad|happy|thrilled|delighted|foolish|fools?|mad|crazy|stupid|silly|proud|sorry) (?:not )?to (?:have|get|land|lose|miss|win|keep|sign|take|work with|pass(?: up)? on|turn down|let go of) ${THEM}${END}`,
  `\\bbetter off (?:with|without) ${THEM}\\b`,
  `\\b${THEY}(?:['’](?:s|re|d|ll))? ${FEW}worth (?:having|taking(?: on)?|keeping|getting|signing|employing|fighting for|waiting for|the (?:money|risk|seat|headcount|wait|salary)|an? (?:\\p{L}+ )?(?:chance|shot|risk|bet|place|seat)|every \\p{L}+)\\b`,
  `\\b${THEY}(?:['’](?:s|re))? ${FEW}(?:the one(?=\\s*(?:[.!?;,]|$)| for\\b)|one of us|a keeper|our (?:person|pick|choice|guy|woman|man)|my (?:pick|choice)|ready (?:to (?:join|start)|for ${OURS})|right for ${OURS}|wrong for ${OURS}|beneath us|above us)`,
  `(?:^\\s*|\\b(?:exactly|just|precisely|not|is|isn['’]t|someone|somebody|anyone|person|candidate|everything|all|${THEY}['’]s) )(?:(?:what|who|whom|that) )?(?:we|i|the team)(?:['’](?:re|ve|m|d))?(?: are| were| have| is| was| had)?(?: been)? (?:need|needed|want|wanted|hoped for|look(?:ing|ed)? for|after)(?=\\s*(?:[.!?;,]|$)| in a\\b)`,
  `\\b${THEY}(?:['’](?:d|ll))? (?:would |will |should |could |can |might |does |do )?(?:not |never )?(?:thrive|succeed|fail|struggle|do well|fit in|fit|belongs?|shine|last|be (?:\\p{L}+ )?(?:great|good|wasted|happy|lost|at home)) (?:here|with us|(?:in|on|at|for) ${OURS})\\b`,
  `\\b(?:get|gets|got|has|have|gives?|gave) (?:my|our) (?:vote|support|blessing|approval|backing)\\b`,
  `\\b(?:job|role|position|seat|spot|offer|place) (?:is|should be) (?:hers|his|theirs|the candidate's)\\b`,
  `^\\s*(?:please |let['’]?s |just )?(?:send|draft|prepare|issue|draw up|make) ${FEW}(?:contract|offer)\\b`,
  `\\bcount me (?:in|out)\\b`,
  `^\\s*(?:i(?:['’]m| am)|we(?:['’]re| are)) (?:in|out|for it|against it|all in)\\s*[.!]*$`,
  `\\b(?:hell|heck|god|oh|yeah|absolutely|definitely|certainly|totally|obviously|probably|huge|massive|enthusiastic|hesitant|tentative|reluctant|cautious|qualified)[, ]+(?:yes|yeah|yep|no|nope|nah)\\b${OF_NOTHING}`,
  `^\\s*(?:yes or no|in or out|yea or nay)\\s*\\?\\s*$`,
  `^\\s*(?:an? |it(?:['’]s| is) (?:an? )?)?(?:yep|yeah|nope|nah|pass|go|no[- ]go|(?:green|red|amber) light|approved|accepted|declined|rejected|sold)\\s*[.!]*\\s*$`,
  `\\b(?:yes|no|pass|go|no[- ]go|nope|approval|thumbs up|vote|ok|okay|support|blessing|light|hire) (?:for|from) (?:me|us|my side|my part|our side|${THEM})\\b`,
  `\\b(?:(?:it|this|that|${THEY})(?:['’]s| is| was)|is (?:it|this|that|${THEY})) an? (?:\\p{L}+ )?(?:pass|go|no[- ]go|keeper|catch|steal)(?=\\s*(?:[.!?;,]|$))`,
  `\\bgreen[- ]?light(?:ed|s)? ${THEM}\\b`,
  `\\b${THEY} (?:get|gets|got|has|have|should get|should have) (?:\\p{L}+ ){0,3}(?:green|red|amber) light\\b`,
  `\\b(?:at|up to|below|under|above|beneath|beyond|on|short of|out of|in) (?:our|my|the team['’]s|this team['’]s|the company['’]s) (?:\\p{L}+ )?(?:level|standards?|league|calib(?:re|er))\\b`,
  `\\blet(?:['’]s| us) not ${TAKE} ${THEM}${END}`,
  `\\b(?:idea|mistake|loss|shame|pity|privilege|gamble|wise|right|wrong|better) (?:not )?to ${TAKE} ${THEM}${END}`,
  `\\b(?:i|we)(?:['’](?:d|ll)| would| will| should| must)(?: \\p{L}+)? pass(?=\\s*(?:[.!?;,]|$))`,
  `\\bkeep ${THEM} in (?:the |our )?(?:process|pipeline|running|mix|game|pool)\\b`,
  `\\b${THEY}(?:['’](?:s|d|ll))? (?:would |will |could |is |may )?(?:be )?an? (?:\\p{L}+ )?(?:asset|liability|addition)(?=\\s*(?:[.!?;,]|$)| (?:to|for|on) ${OURS})`,
  `\\bready for (?:the |a |our )?(?:next|final|last) step\\b`,
  `\\b(?:her|his|their|the candidate['’]s) (?:first day|start(?:ing)?(?: date)?) (?:should|could|can|must|will|would) be\\b`,
  `\\b(?:when|how soon) (?:can|could|would|will|should) ${THEY} (?:\\p{L}+ )?(?:start|join|begin)(?=\\s*\\?| with us| here)`,
  `\\b(?:make|have|let|see) ${THEM} start ${SOON}`,
];
