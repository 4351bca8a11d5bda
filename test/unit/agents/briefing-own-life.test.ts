import { describe, expect, test } from "vitest";
import { createScreen } from "../../../agents/briefing/screen.ts";

const screen = createScreen("Ada Example");

const PRIVATE = `Led TypeScript guild while recovering from cancer
Ran TypeScript training between two rounds of chemotherapy
Wrote TypeScript tools from a hospital bed
TypeScript lead at my church in Bonn
TypeScript volunteer for my mosque
TypeScript lead, back from maternity leave
Taught TypeScript as a single father
TypeScript lead, on the autism spectrum
TypeScript lead, deaf since birth
TypeScript lead, HIV positive
Built TypeScript apps as a refugee from Syria
TypeScript lead, Syrian by birth
TypeScript lead and shop steward of IG Metall
TypeScript lead, member of the Green Party
TypeScript lead after serving two years in prison
TypeScript lead with ADHD
TypeScript lead despite depression
TypeScript lead, now 58
TypeScript since I was 14, that is 44 years ago
TypeScript for my husband's shop
TypeScript for my two kids' school
TypeScript lead, salary 90,000 EUR
TypeScript lead, German citizen
TypeScript lead in a wheelchair
TypeScript lead while pregnant with twins
TypeScript lead, Jewish
TypeScript lead, trans woman
TypeScript workstream during my divorce
TypeScript lead, recovered alcoholic
TypeScript work while caring for my mother with dementia
Took two years off for burnout, then TypeScript lead
TypeScript lead after my stroke
TypeScript lead while living with multiple sclerosis
TypeScript lead, born 1970
As a mother of two I built the Kubernetes platform in the evenings
Kafka lead, 52 years young
Mentored other engineers as the only black woman in the team
Kept the cluster alive through dialysis
Shipped the billing release two weeks after heart surgery
Moved to Kubernetes during long hospitalization
Wrote the parser as a teenager
Proud grandmother of three, wrote the billing system
Father of two, ran the data team
Openly gay, led the design team
Devout Muslim, led the data team
Ran the migration as a Jehovah's witness and believer
Built the shop as an asylum seeker
Learned Java after emigrating, originally from Iran
Fled from Syria and built the payments team
Holder of a Turkish passport, ran the Ankara office
Elected to the works council while running the platform
Campaigned for the Labour Party and built its site
Treasurer of the trade union beside the data work
Learned Python while in jail
Former convict, now teaches Kubernetes
Java since the Carter administration
Java developer since before the moon landing
Wrote COBOL in the days of punch cards, from the seventies on
Rebuilt the stack after going bankrupt
Wrote Java to be out of my debts
Released from prison in spring, then Terraform
Working in my late fifties on Kubernetes
Kubernetes lead at the age of 61
Turned 50 as head of platform
Engineer, 61, with Kafka
Kafka lead, shortly before my retirement
Led the guild during treatment for depression
Survived leukemia and led the release
Kubernetes lead, diabetic
Engineer with epilepsy, ran Kafka
Rolled out Kafka after a miscarriage
Ran sprints while on parental leave
Designed the API between two pregnancies and during pregnancy
TypeScript lead, happily married
TypeScript lead, widowed
TypeScript lead, bisexual
TypeScript lead, dyslexic
Wrote the tests during sick leave
Led the team after a car accident
Kubernetes, current salary 78k
Only immigrant in a team of nine
Grew up in Lagos and learned Java there
Led a team of nine people while recovering from cancer
Ran a platform for clients despite bipolar disorder
Built the API while nursing my newborn
Led the shop, active in the Republican Party
Kept shipping Kafka through radiation therapy
Carer for my disabled brother, wrote Go at night`.split("\n");

const WORK = `Built a cancer registry for hospitals
Father of the internet archive project
Mother of all refactorings: moved 900 files to TypeScript
Ran PostgreSQL for a children's hospital
Built an app for parents of young children
Designed a portal for refugees and their helpers
Wrote TypeScript for the website of a church
Led research on depression with two universities
Built models that detect diabetes in eye scans
Moved the prison service to Kubernetes
Wrote the debt collection engine in Java
Built the payroll for union contracts
Negotiated with the works council about the rollout
Ran analytics of the Green Party website
Salary calculator for public servants in TypeScript
Tracked HIV trials in PostgreSQL
Moved forty services from Oracle to PostgreSQL after the merger
Localised the shop into German, Turkish and Arabic
Ran the French office and its German customers
Cut hospital waiting times by a third
Built a dialysis scheduling system
Taught Java in a course of Business administration
Migrated the pregnancy tracking app to Kotlin
Wrote the adoption process for open source at the company
Trained nurses in dementia care software
Led development of an autism screening tool
Set up surgery planning software for nine clinics
Taught children to code in Scratch
Managed the family business platform of a bank
Turned 40 services into one
Scaled from 12 to 58 servers
Ran Kafka on 14 nodes, now 58 nodes
Now 99 % of requests are served in time
Supports Java 8, 11, 17, 21
Won the first customer 10 months after the start
Fixed parent and child nodes in the tree component
Fixed race conditions in the scheduler
Wrote the code generation for the API
Set up single sign-on for 4,000 people
Led blind tests of the search engine
Built a man-in-the-middle proxy for tests
Killed orphan processes in the cluster
Stateless services with foreign keys in the database
Set up the pay and benefits reports
Member of the platform team and of the release board
Joined the security team as its second engineer
Elected tech lead by the team
Volunteered for the Red Cross as a developer
Ran the strike system of a bowling game
Built health checks of all services
Maintained the visa card gateway
Accent colours and themes for the design system
Photo upload for nine million users
Recovered the database after an outage in two hours
Led the recovery after a data loss of another team
Worked in the treatment of waste water
Wrote the disease surveillance dashboard for the ministry
Built support tools for people living with HIV
Guided patients through chemotherapy with an app
Product manager for a diabetes device
Built the website of a synagogue's museum
Reduced burnout of on-call staff with better rotas
Managed bankruptcy filings in a workflow engine
Ran PostgreSQL for the Catholic hospital of Bonn
Wrote the divorce forms of a court portal
Married design and engineering in one guild
Ran the marriage registry of the city
Built a sick leave workflow for HR teams
Led the team behind software for unions
Designed hearing aids firmware
Led mental health app development
Straight-through processing of payments`.split("\n");

describe("a resume's line", () => {
  test.each(PRIVATE)("about its writer's own life stays out: %s", (line) => {
    expect(screen(line, "resume")).toBe("is private");
  });

  test.each(WORK)("about work with the same words is none of that: %s", (line) => {
    expect(screen(line, "resume")).toBeNull();
  });
});
