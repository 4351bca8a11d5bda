/** Whether somebody says that they may do themselves harm: that goes to a person at once, privately, without a press. Better one too many. */
import type { ChatKnowledge, ChatReply } from "./knowledge.ts";
import { foldedText } from "./ordinary.ts";
import { plainLine } from "./plain-line.ts";

/** Folded; the scripts that keep their signs as they are written. */
const WORDS = new RegExp(
  [
    String.raw`\b(?:kill|killing|hurt|hurting|harm|harming|hang|hanging|shoot|shooting|cut|cutting|drown) my ?self\b(?! laughing)|\b(?:end|ending|take|taking) my (?:own )?life\b|\bend it all\b|\bwant(?:ed)? to (?:die|be dead|disappear for ?ever)\b|\bwish i (?:was|were) dead\b|\bbetter off (?:dead|without me)\b`,
    String.raw`\b(?:do ?n'?t|do not|no longer|not) want to (?:live|be alive|exist|go on living|wake up)\b|\b(?:no reason|nothing left) to live\b|\b(?:i|i'm|i am|me|my|feel|feeling)\b.{0,40}\b(?:suicidal|commit(?:ting)? suicide|suicide)\b|\bsuicidal thoughts\b|\bself ?-?harm(?:ing)?\b|\b(?:want|going|plan(?:ning)?|thinking (?:of|about)) (?:to )?end(?:ing)? (?:things|it)(?: all)?\W*$|\b(?:nobody|no ?one) would (?:miss|notice if i)\b|\bcan(?:no|')?t go on(?: any ?more| like this| living)?\W*$|\b(?:i )?(?:took|swallowed|have taken) all (?:of )?my (?:pills|tablets|meds|medication)\b|\b(?:i'd|i would) rather be dead\b`,
    String.raw`\b(?:mich|selbst) (?:umbringen|toten|erhangen)\b|\bdas leben nehmen\b|\bnicht mehr leben\b|\b(?:will|mochte) sterben\b|\b(?:selbstmord|suizid)`,
    String.raw`\bme (?:tuer|suicider|pendre)\b|\b(?:veux|voudrais|envie de) mourir\b|\bplus envie de vivre\b|\bplus vivre\b|\bfin a mes jours\b`,
    String.raw`\b(?:matarme|suicidarme|ahorcarme)\b|\bme quiero (?:matar|morir|suicidar)\b|\bquiero morir(?:me)?\b|\bno quiero (?:seguir )?viv(?:ir|iendo)\b|\bquitarme la vida\b|\bacabar con mi vida\b`,
    String.raw`\b(?:uccidermi|ammazzarmi|suicidarmi|impiccarmi)\b|\bvoglio morire\b|\bnon voglio (?:piu )?vivere\b|\btogliermi la vita\b`,
    String.raw`\b(?:me matar|matar-? ?me|suicidar-? ?me|me suicidar)\b|\bquero morrer\b|\bnao quero (?:mais )?viver\b|\bminha vida acabar\b|\bacabar com a minha vida\b`,
    String.raw`\b(?:mezelf|mijzelf) (?:van kant|doden|iets aan|ombrengen|verhangen)\b|\bzelfmoord|\bwil (?:graag )?dood\b|\bniet meer leven\b`,
    String.raw`\b(?:zabic sie|zabije sie|sie zabic)\b|\bsamobojstw|\bchce umrzec\b|\bnie chce (?:juz )?zyc\b`,
    String.raw`\bta livet av (?:mig|meg)\b|\btage livet af mig\b|\bsjalvmord|\bselvmord|\bvill (?:inte leva|do)\b|\bvil (?:ikke leve|do)\b`,
    String.raw`\btapan? itseni\b|\btappaa itseni\b|\bitsemurh|\bhaluan kuolla\b|\ben halua (?:enaa )?elaa\b|\b(?:zabit se|se zabit|se zabiju)\b|\bsebevra|\bchci umrit\b|\bnechci (?:uz )?zit\b`,
    String.raw`\bkendimi oldur|\bintihar|\bolmek istiyorum\b|\byasamak istemiyorum\b|\bma omor\b|\bsinucid|\bvreau sa mor\b|\bnu mai vreau sa traiesc\b|\bmegolom magam|\bongyilkos|\bmeg akarok halni\b|\bnem akarok elni\b`,
    "убить себя|убью себя|покончить с собой|самоубийств|суицид|хочу умереть|не хочу (?:больше )?жить|вбити себе|самогубств|хочу померти|не хочу (?:більше )?жити|αυτοκτον|θελω να πεθανω",
    "死にたい|自殺|自杀|想死|不想活|죽고 ?싶|자살|انتحار|اقتل نفسي|اريد ان اموت|להתאבד|רוצה למות|आत्महत्या|मरना चाहता|मरना चाहती|tự tử|tự sát|muốn chết|bunuh diri|(?:ingin|mau|pengen) mati|ฆ่าตัวตาย|อยากตาย",
  ].join("|"),
  "u",
);

/** By lists, which are not whole. */
export const isInDanger = (text: string): boolean => {
  const line = plainLine(text);
  return WORDS.test(foldedText(line)) || WORDS.test(line.toLowerCase());
};

/** What is said to it, in English alone: code has no surer words. */
export const toOneInDanger = ({
  mayHandOver,
  person,
}: Pick<ChatKnowledge, "mayHandOver" | "person">): ChatReply => ({
  text: [
    "I am software and cannot help you with this, but people can.",
    "If you may be in danger now, please call the emergency number of the place where you are, or somebody close to you, at once.",
    mayHandOver
      ? `I have passed your message on to ${person?.name ?? "the people who arrange your interview"}, privately; the answer will appear here.`
      : "You can ask a person here with the button below.",
  ].join(" "),
  sources: [],
  actions: mayHandOver ? [] : ["ask_a_person"],
  topic: "needs",
  isHandedOver: mayHandOver,
});
