/** Words of health, of disability and of what somebody needs, in the languages that candidates write most: better one too many than one
 * that a model reads. The lists are not whole. */
import { plainLine } from "./plain-line.ts";

/** `*` stands for any end of a word. Between the words of one entry there may be anything that is no letter, or nothing. */
const WORDS = {
  english: `disab* deaf* hard_of_hearing hearing_aid* hearing_loss hearing_impair* cochlear* tinnitus vertigo wheel_chair* autis* adhd
    dyslexi* dyspraxi* dyscalcul* learning_difficult* blind* visual_impair* visually_impair* partially_sighted low_vision eyesight
    screen_reader* braille caption captions subtitles sign_language* lip_read* lip_reading speech_impediment interpreter accommodat*
    adjustment adjustments pregnan* medical* medication* medicine illness* ill sick* anxiety anxious depress* bipolar epilep* seizure*
    diabet* insulin* chronic* chemo* cancer* surger* therap* health* step_free mobility crutch* walking_stick stutter* stammer* neuro_diver*
    neuro_typ* neuro_div* extra_time more_time_for more_time_to more_time_in ptsd ocd trauma* migraine* breast_feed* pump_milk pumping_milk
    nursing impair* accessib* asperger* tourette* hiv crohn* colitis dementia handicap* parkinson* alzheimer* sclerosis have_ms one_arm*
    one_leg* one_hand* one_eye* prosthe* amput* paraly* parapleg* tetrapleg* quadripleg* cerebral_palsy down_syndrome service_dog*
    guide_dog* assistance_dog* arthrit* rheuma* asthma* allerg* celiac* coeliac* stroke heart_condition heart_disease heart_attack dialysis
    transplant* lupus fibromyalg* long_covid fatigue pain bad_back back_pain injur* fracture* broken_arm broken_leg broken_foot
    broken_ankle broken_wrist broken_hand hospital hospitals hospitalis* hospitaliz* panic_attack* schizo* psychiatr* psychosis mental_health burn_out addict* rehab*
    menopaus* endometrios* miscarriage ivf rsi carpal_tunnel`,
  german: `behinder* schwerbehinder* sehbehinder* gehbehinder* korperbehinder* rollstuhl* gehorlos* taub taube tauber taubstumm*
    schwerhor* horgerat* gebarden* dolmetsch* blinde* schwanger* krank* erkrank* krebs* gesundheit* barrierefrei* nachteilsausgleich*
    invalide attest arzt* schmerz* prothese* depressi*`,
  french: `fauteuil_roulant sourd sourde sourds malentendant* malvoyant* aveugle* malade* maladie* enceinte sante amenagement amenagements
    douleur* diabetique*`,
  spanish: `discapaci* silla_de_ruedas sordo sorda ciego ciega embaraz* enferm* salud adaptaci* dolor*`,
  italian: `disabil* sedia_a_rotelle incinta malat* salute cieco cieca sordo dolore`,
  portuguese: `deficien* cadeira_de_rodas gravida doenca* saude surdo surda cego cega dor`,
  dutch: `rolstoel* zwanger* ziek ziekte* gezondheid* doof dove slechthorend* slechtziend* beperking`,
  polish: `niepelnosprawn* wozk* ciaza ciazy ciaze chory chora chore chorob* choruj* gluchy glucha niewidom* niedoslysz* zdrowi*`,
  swedish: `dov dova horselskad* horselnedsatt* rullstol* funktionsned* funktionshind* funktionsvariation* sjuk* gravid* synskad* synnedsatt*
    teckensprak* tolk halsa angest`,
  nordic: `dovhed* dovt horehemm* korestol* rullestol* syg sygdom* syk sykdom* handikap* helbred helse kuuro* vammai* pyoratuol* sairau*
    raskaana`,
  others: `engelli* hamile* sagir* hastal* tekerlekli_sandalye* neslys* invalida invalidni* invalidit* vozick* tehotn* nemoc* siket* fogyatek* terhes* beteg*
    инвалид* беремен* болезн* болен больн* болею глух* слеп* слабослыш* коляск* здоровь* інвалід* вагітн* хвор* αναπηρ* κωφ* εγκυος`,
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

const WHOLE = Object.values(WORDS)
  .flatMap(entriesOf)
  .map((entry) => entry.replaceAll("_", " ?").replaceAll("*", "\\p{L}*"))
  .join("|");
const NEEDS = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WHOLE})(?![\\p{L}\\p{N}])`, "u");
const WITHIN = entriesOf(PARTS).map((entry) => folded(entry.replaceAll("_", " ")).trim());

/** Whether it speaks of health or of what somebody needs: then no model sees it. */
export const isAboutNeeds = (text: string): boolean => {
  const words = folded(text);
  return NEEDS.test(words) || WITHIN.some((part) => words.includes(part));
};
