/** The forces of a country and those who serve in them. */
import { list } from "./list.ts";

/** Forces, services and their parts. */
export const FORCES = list(`
  army navy royal_navy merchant_navy marines marine marine_corps air_force raf forces armed_forces special_forces military reserves reserve
  army_reserve naval_reserve national_guard coast_guard space_force guard guards home_guard regiment brigade battalion squadron platoon corps
  infantry artillery cavalry paras parachute_regiment commandos sappers gurkhas foreign_legion signals_regiment barracks navy_seals rangers
  military_service national_service the_service the_services the_colours the_ranks the_regulars active_duty bundeswehr idf defence_forces
  defense_forces naval_service territorials territorial_army agniveer jawans crpf bsf nss squad`);

/** Those who serve or served. */
export const SOLDIERS = list(`
  squaddie squaddies soldier soldiers private corporal sergeant rifleman gunner sapper signaller trooper guardsman guardsmen para paras
  commando commandos gurkha gurkhas legionnaire marine marines sailor sailors matelot matelots submariner submariners seaman airman airmen
  gi gis grunt grunts veteran veterans vet vets serviceman servicemen servicewoman servicewomen service_leaver service_leavers
  military_man military_men military_people military_types army_man army_men army_types army_lads forces_people conscript conscripts
  reservist reservists jawan jawans fauji ex-army ex-navy ex-raf ex-forces ex-military ex-services ex-service ex-squaddie ex-squaddies ex-soldier
  ex-soldiers ex-marine ex-marines ex-para ex-officer`);
