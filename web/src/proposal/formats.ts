/** How an interview is held, in words. */
export const FORMATS = { video: "by video", phone: "by phone", onsite: "on site" };
