/** Points of a score: what is printed as 1 is one point, with a sign or without; 1.0 are points. */
const isOne = (amount: string) => /^[+−]?1$/.test(amount);

/** The unit of an amount that stands elsewhere. @example pointWord('+1') // 'point' */
export const pointWord = (amount: string) => (isOne(amount) ? 'point' : 'points');

/** @example inPoints('1.6') // '1.6 points' */
export const inPoints = (amount: string) => `${amount} ${pointWord(amount)}`;

/** For a narrow place. @example inPts('+1') // '+1 pt' */
export const inPts = (amount: string) => `${amount} ${isOne(amount) ? 'pt' : 'pts'}`;
