/** Injuries, senses, lasting illness, minds, devices and helpers in everyday words; and whose illness is no need of the candidate's. */
import { expect, it } from "vitest";
import { isAboutNeeds, isNeedOfOwn } from "../../../../agents/candidate-chat/needs.ts";
import { replyByRule } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import { startStopwatch } from "../../../support/stopwatch.ts";
import { chatKnowledge } from "../../../../evals/worlds/chat-knowledge.ts";

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const NEEDS = linesOf(`
  I broke my leg
  I can't use my left arm
  I'm missing two fingers
  I have hearing trouble
  I walk slowly, with a stick
  my immune system is weak
  I'm short-sighted
  I had a concussion
  I have IBS
  I have brain fog some days
  I'm in a fibro flare
  I miscarried last week
  I'm an aspie
  I have ADD
  I need a scribe
  I need a quiet room because noise overwhelms me
  I get tired quickly and need pauses
  I sprained my wrist yesterday and cannot type
  my arm is in a sling
  I lost my right hand years ago
  I've torn a ligament
  I have a plaster cast on my foot
  I can't move my neck
  I'm near-sighted and need a big screen
  I have memory problems
  I have trouble breathing, breathing difficulties really
  flashing lights are bad for me
  my eczema is bad at the moment
  I have COPD
  my blood sugar drops at noon
  I have long covid and tire easily
  I've an autoimmune disease
  I'm having a flare-up
  I have social phobia
  I had a nervous breakdown
  I see a psychologist every Tuesday
  I'm in my third trimester
  I use a breast pump
  I have a meltdown when things change at short notice
  I use an ergonomic keyboard only
  I use dictation software
  I would bring my support worker
  could somebody read the questions aloud
  I need regular breaks
  I need to stand up every twenty minutes
  I'd need a quiet place to work on the task
  do you have an induction loop
  I rely on speech-to-text
  I have dysgraphia
  I'm face-blind
  Ich habe mir den Arm gebrochen
  ich habe eine Gehirnerschütterung
  ich brauche regelmäßige Pausen
  ich brauche einen ruhigen Raum
  ich bin kurzsichtig
  je me suis cassé la jambe
  j'ai fait une fausse couche
  j'ai besoin de pauses
  je me fatigue vite
  me he roto el brazo
  necesito pausas
  me canso muy rápido
  mi sono rotta la gamba
  ho bisogno di pause
  parti a perna
  preciso de pausas
  ik heb mijn been gebroken
  ik ben snel moe
  złamałam nogę
  potrzebuję przerw
  my guide dog is sick
  my dog is sick and I have anxiety
  my son is ill and I am in a wheelchair
  I was in a car crash, in hospital till Monday
  I walk with a cane, injured in 2019
  my boss knows that I am sick
  I told my colleague I was in hospital
  my phone makes me ill
  I have some kind of fever
  what if I am ill
  what if my wife is ill
  what if she gets sick
  what if Grace is ill and I am deaf
  I work at a hospital because I have cancer
  I worked in a hospital and got ill
  I'm in hospital
  I work from a hospital bed
  I am working in a hospital bed
  I work with a screen reader
  I use accessibility software
  I need accessibility tools
  I'm blind, tests are hard
  I am blind, coding is fine
  ik ben blind
  I have a blind spot in my eye and it is a visual impairment
  I have cancer and I am a researcher
  my doctor says I must rest
  I have pain points in my back
  I developed asthma
  I'm working on my health
  I work in accessibility, and I am deaf
  I'm a nurse in a cancer ward and have a migraine
  I am not healthy
`);

/** Of animals, things and colleagues, and what only looks like a need. */
const ORDINARY = linesOf(`
  my dog is sick, can I come on Thursday instead?
  our cat needs surgery on Tuesday, could we move?
  my horse has an injury
  I have to look after a sick dog
  my car is in surgery, so to say: I will be late
  my laptop is sick, can I use a phone?
  a colleague is ill and I have to cover, can we do Friday?
  my boss is in hospital and I must stand in
  if an interviewer is ill, what happens?
  mein Hund ist krank
  mon chien est malade
  mi perro está enfermo
  il mio cane è malato
  o meu cão está doente
  Can I add a person to the invitation?
  I have added a document
  do I have to add it to the calendar
  Does the task use fibre optics?
  Is there a quiet room?
  Can I use a USB stick?
  should I stick to the guide
  who is in the cast of the panel
  are there breaks between the interviews?
  do you cast votes on candidates
  do I need to take notes
  is the back entrance open
  on the one hand yes
  I broke my laptop
  my charger is broken
  can I use my left monitor
  do you use immutable data
  Is the team burning down tickets?
  can I read the questions before
  I missed the bus
  my flight was cancelled
  is a standing meeting usual
  what if Grace is ill
  what happens if Grace Hopper gets sick
  what if one interviewer has the flu
  I worked at a hospital
  my last job was in healthcare
  I was employed at a clinic in Porto
  my internship was in a hospital
  I'm a cancer researcher
  I was a medical engineer
  I work on diabetes software
  I built hearing aid software
  I led accessibility projects
  I'm interested in accessibility engineering
  I have a doctor title
  I have a doctor's degree
  is the team healthy
  is the culture healthy
  what are the pain points
  blind coding test?
  is there a blind test
`);

const OF_A_CHILD = linesOf(`
  my daughter is ill
  my kids have the flu
  my baby is in the hospital, can we move it
  my son has a fever so I can't come Thursday
  mein Kind ist krank
  my toddler got sick last night, is another day possible?
`);

it("keeps needs of every kind from models, and offers to arrange for them", () => {
  expect(NEEDS.filter((text) => !isAboutNeeds(text) || !isNeedOfOwn(text))).toEqual([]);
});

it("takes nobody else's illness for a need", () => {
  expect(ORDINARY.filter((text) => isAboutNeeds(text))).toEqual([]);
});

it("keeps a child's illness from models, and has nothing to arrange for it", () => {
  expect(OF_A_CHILD.filter((text) => !isAboutNeeds(text) || isNeedOfOwn(text))).toEqual([]);
});

it("is quick with whatever is written", () => {
  const from = startStopwatch();
  for (const piece of [
    "my dog is ",
    "a car has ",
    "casse la la ",
    "need some more ",
    "was is got ",
  ]) {
    isNeedOfOwn(piece.repeat(4_000 / piece.length));
  }
  expect(from.cpuMs()).toBeLessThan(500);
});

it.each([
  "my dog is sick, can I come on Thursday instead?",
  "my son has a fever so I can't come Thursday, can we move it?",
  "my toddler got sick last night, is another day possible?",
])("offers another time for %j", (text) => {
  const { actions } = replyByRule(text, chatKnowledge());
  expect(actions).toContain("ask_to_move");
  expect(actions).not.toContain("ask_for_adjustment");
});

it("offers a person as well where a question with a need is not answered", () => {
  const { actions, isHandedOver } = replyByRule(
    "what if I am ill on that day, who is told?",
    chatKnowledge(),
  );
  expect([actions, isHandedOver]).toEqual([["ask_for_adjustment", "ask_a_person"], false]);
});
