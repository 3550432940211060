import { listCases } from './list-cases';
import { statisticsCases } from './statistics-cases';
import { tagCases } from './tag-cases';

/**
 * The contract as cases: each asks a host that holds the fixture, over nothing but requests and responses, so that
 * the embedded host and an upstream are held to the same sentences.
 */
export const contractCases = [...statisticsCases, ...listCases, ...tagCases];
