/** The name of whoever comes with the secret of the environment: a key of the house, and no person's. */
export const ADMIN = "admin";
