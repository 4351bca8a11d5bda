/** Is told of each point that an event's work passes, before anything else happens there. Nobody listens in production;
 * tests end the process at a point of their choice. */
export type Witness = (point: string, opportunityId: string) => Promise<void> | void;
