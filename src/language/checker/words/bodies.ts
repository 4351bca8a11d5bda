/** Bodies: their parts, their looks, and how they fail. */
import { list } from "./list.ts";

/** Parts that hurt, fail or are asked after. */
export const BODY_PARTS = list(`
  back knee knees hip hips leg legs ankle ankles foot feet arm arms hand hands wrist wrists elbow elbows shoulder shoulders neck
  spine joints heart ticker lungs chest kidney kidneys liver stomach tummy bowels bladder eye eyes eyesight sight vision ear ears
  hearing nerves skin throat voice sinuses thyroid prostate balance pelvis tendon tendons ligaments waterworks`);

/** What is said of a part that fails. */
export const FAILING = list(`
  bad dodgy gammy dicky bum weak poor sore gippy trick failing wonky bust busted crook crocked knackered buggered shot banjaxed
  creaky arthritic ruptured slipped trapped frozen torn broken damaged replaced stiff ropey iffy troublesome
  game lame twisted tricky painful swollen gone`);

/** How somebody looks who may be ill. */
export const PEAKY = list(`
  peaky peaked peely-wally pale drawn gaunt washed_out washed-out ropey rough ill unwell off_colour off-colour worn_out run_down run-down
  haggard under_the_weather wan sallow jaundiced hungover shaky clammy breathless poorly sickly frail fragile drained dog_tired
  exhausted shattered wrecked puffy bloodshot feverish grey_in_the_face ashen`);

/** Shapes and looks that are said of people. */
export const SHAPES = list(`
  fat thin slim slender skinny plump chubby stout stocky burly tubby portly podgy pudgy flabby hefty bulky beefy brawny buff
  curvy shapely leggy busty buxom lanky gangly scrawny weedy puny wiry willowy waif-like petite dumpy rotund obese overweight
  underweight pretty handsome attractive beautiful gorgeous good-looking stunning ugly unattractive dowdy frumpy sexy
  photogenic glamorous muscular athletic well-built broad-shouldered wee diminutive squat pint-sized big-boned heavyset
  heavy-set thickset thick-set barrel-chested pot-bellied bald balding spotty wrinkly wrinkled pockmarked chunky paunchy
  well-covered well-padded broad_in_the_beam pleasant-looking fine-looking easy_on_the_eye toned trim`);

/** More of a shape: "somebody slimmer". */
export const MORE_SHAPELY = list(`
  taller shorter slimmer thinner leaner trimmer fatter heavier stronger-looking prettier
  better-looking better_looking handsomer curvier fitter-looking daintier beefier bulkier brawnier sturdier skinnier
  more_attractive more_photogenic more_glamorous more_petite more_slender more_presentable easier_on_the_eye less_heavy
  less_bulky less_plain younger-looking`);
