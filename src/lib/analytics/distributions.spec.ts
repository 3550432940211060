import { describe, expect, it } from 'vitest';
import { gammaAbove, gammaBelow } from './special-functions';
import { incompleteBeta, studentQuantile, studentTails } from './student-t';

const isWithin = (found: number, expected: number) =>
	expect(Math.abs(found / expected - 1)).toBeLessThan(1e-12);

/** The figures are those of scipy 1.17.1: `betainc`, `gammainc`, `gammaincc` and `t.ppf`. */
describe('the distributions agree with scipy to twelve digits, also far out', () => {
	it.each([
		[0.2, 0.5, 0.5, 0.2951672353008665],
		[0.2, 2, 3, 0.18080000000000004],
		[0.2, 13, 0.5, 1.407092282972437e-10],
		[0.2, 28, 0.5, 3.1721174230308057e-21],
		[0.2, 250, 0.5, 7.210673314722732e-177],
		[0.2, 40, 60, 2.6819257660283732e-6],
		[0.83, 0.5, 0.5, 0.7294437377316993],
		[0.83, 2, 3, 0.98285363],
		[0.83, 13, 0.5, 0.02923432462371541],
		[0.83, 28, 0.5, 0.001299555633952741],
		[0.83, 250, 0.5, 5.039765638079276e-22],
		[0.83, 40, 60, 1.0]
	])('incomplete beta at %s for a = %s, b = %s', (x, a, b, value) => {
		isWithin(incompleteBeta(x, a, b), value);
	});

	it.each([
		[0.5, 0.1, 0.34527915398142317, 0.6547208460185768],
		[0.5, 4, 0.9953222650189527, 0.004677734981047276],
		[0.5, 160, 1.0, 1.4484424372736818e-71],
		[3.5, 0.1, 2.5156250830916195e-5, 0.9999748437491691],
		[3.5, 4, 0.6674060974006919, 0.3325939025993081],
		[3.5, 160, 1.0, 3.224058070797595e-65],
		[150, 4, 6.707873426925547e-175, 1.0],
		[150, 160, 0.7956261882343225, 0.2043738117656775]
	])('incomplete gamma for a = %s at %s', (a, x, below, above) => {
		isWithin(gammaBelow(a, x), below);
		isWithin(gammaAbove(a, x), above);
	});

	it.each([
		[0.1, 1, 6.313751514675044],
		[0.1, 2.5, 2.5582186141359364],
		[0.1, 7, 1.8945786050900066],
		[0.1, 26, 1.7056179197592731],
		[0.1, 54.3, 1.6734035352920564],
		[0.1, 400, 1.6486719414654145],
		[0.001, 1, 636.6192487687196],
		[0.001, 2.5, 18.277893528130647],
		[0.001, 7, 5.407882520861726],
		[0.001, 26, 3.7066117434809103],
		[0.001, 54.3, 3.478916051294545],
		[0.001, 400, 3.315015223397535]
	])('Student’s t with %s in both tails and %s degrees of freedom', (tails, df, quantile) => {
		isWithin(studentQuantile(tails, df), quantile);
		isWithin(studentTails(quantile, df), tails);
	});
});
